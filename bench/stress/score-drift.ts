/** Pairs of a readout and a report -> which kinds of drift are found in each, and whether they are the expected ones. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseYaml } from "../../src/catalog/read-catalog.js";
import { findDrift } from "../../src/comparison/drift/find-drift.js";
import type { Catalog } from "../../src/model/catalog.js";
import type { Document } from "../../src/model/document.js";
import { DriftKind, type DriftReport } from "../../src/model/drift.js";
import { speakerOf } from "../../src/voices/voice-of-act.js";
import type { Engine } from "./run-stress.js";

const DriftCase = z
  .object({
    id: z.string(),
    party: z.string(),
    readout: z.string(),
    report: z.string(),
    expect: z.array(DriftKind),
    or: z.array(DriftKind).default([]),
    held: z.boolean().default(false),
  })
  .strict();
export type DriftCase = z.infer<typeof DriftCase>;

export interface DriftAnswer {
  asked: DriftCase;
  found: DriftKind[];
  right: boolean;
}

/** Every pair of `drift.yaml` beside this file. */
export function driftCases(): DriftCase[] {
  const path = new URL("drift.yaml", import.meta.url);
  return z.array(DriftCase).parse(parseYaml(readFileSync(path, "utf8"), "drift.yaml"));
}

/** Right: all that is expected is found (or what stands for it), and nothing else. */
export function answerDrift(asked: DriftCase, engine: Engine, catalog: Catalog): DriftAnswer {
  const found = DriftKind.options.filter((kind) => driftOf(asked, engine, catalog).counts[kind] > 0);
  const meets = asked.expect.every((kind) => found.includes(kind)) || asked.or.some((kind) => found.includes(kind));
  const right = meets && found.every((kind) => asked.expect.includes(kind) || asked.or.includes(kind));
  return { asked, found, right };
}

/** The whole comparison of a pair. */
export function driftOf({ party, readout, report }: DriftCase, engine: Engine, catalog: Catalog): DriftReport {
  const told = documentOf("readout", readout, [party]);
  const article = documentOf("report", report, []);
  const read = (document: Document) => ({ document, acts: engine(document) });
  return findDrift(read({ ...article, genre: "statement" }), [read(told)], catalog, (act) =>
    speakerOf(act, article, catalog),
  );
}

function documentOf(id: string, text: string, parties: string[]): Document {
  return {
    id,
    source: id,
    text,
    sha256: createHash("sha256").update(text).digest("hex"),
    title: null,
    publisher: null,
    parties,
    genre: parties.length > 0 ? "readout" : "report",
    published: "2025-03-20",
    language: "en",
    translated: false,
    complete: true,
  };
}
