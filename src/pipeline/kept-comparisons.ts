/** Documents with their acts -> their comparison, or a report's drift, from memory where the same were compared before. */
import { createHash } from "node:crypto";
import type { Comparison } from "../model/comparison.js";
import type { Document } from "../model/document.js";
import type { DriftReport } from "../model/drift.js";
import { compareRead, driftOfReport, type ReadText } from "../pipeline.js";
import { type BoundedMap, boundedMap } from "../web/bounded-map.js";

/** Of what is kept of each kind, as JSON; a comparison of 2,000 points has some three million. */
const MOST_CHARACTERS = 20_000_000;
const comparisons = boundedMap<Comparison>(MOST_CHARACTERS);
const drifts = boundedMap<DriftReport>(MOST_CHARACTERS);

/** Comparing is by far the dearest part of a page: an editor who saves a draft must not wait for it. Not to be altered. */
export function comparisonOf(sources: readonly ReadText[]): Comparison {
  return kept(comparisons, sources, () => compareRead(sources).value);
}

/** The report is read anew for it, which takes longer still. Not to be altered. */
export function driftOf(report: Document, sides: readonly Document[]): DriftReport {
  return kept(drifts, [report, ...sides], () => driftOfReport(report, sides).value);
}

function kept<Made>(all: BoundedMap<Made>, from: readonly unknown[], make: () => Made): Made {
  const hash = createHash("sha256");
  for (const part of from) hash.update(JSON.stringify(part));
  const key = hash.digest("hex");
  const known = all.get(key);
  if (known) return known;
  const made = make();
  all.set(key, made, JSON.stringify(made).length);
  return made;
}
