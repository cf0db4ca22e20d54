/** Documents with their acts -> their comparison, from memory where the same were compared before. */
import { createHash } from "node:crypto";
import type { Comparison } from "../model/comparison.js";
import { compareRead, type ReadText } from "../pipeline.js";
import { boundedMap } from "../web/bounded-map.js";

/** Of comparisons as JSON; that of 2,000 points has some three million. */
const MOST_CHARACTERS = 20_000_000;
const kept = boundedMap<Comparison>(MOST_CHARACTERS);

/** Comparing is by far the dearest part of a page: an editor who saves a draft must not wait for it. Not to be altered. */
export function comparisonOf(sources: readonly ReadText[]): Comparison {
  const hash = createHash("sha256");
  for (const source of sources) hash.update(JSON.stringify(source));
  const key = hash.digest("hex");
  const known = kept.get(key);
  if (known) return known;
  const { value } = compareRead(sources);
  kept.set(key, value, JSON.stringify(value).length);
  return value;
}
