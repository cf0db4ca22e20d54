/** Sources -> all that is read of them: documents, acts and a comparison, without a store, and in another thread where asked. */
import type { Act } from "../model/act.js";
import type { Comparison } from "../model/comparison.js";
import type { Document } from "../model/document.js";
import type { Problem } from "../model/problem.js";
import { compareRead, type ReadingOptions, readActs, readSources, type Source } from "../pipeline.js";

export type { ReadingOptions, Source };

/** Plain data, so that it can come from another thread. */
export interface ReadTogether {
  documents: readonly Document[];
  /** Of each document, in their order. */
  acts: readonly Act[][];
  /** Null for a single document. */
  compared: Comparison | null;
  problems: Problem[];
}

/** Rejects with ReadoutError at the first source that is no English text. */
export async function readTogether(sources: readonly Source[], options: ReadingOptions = {}): Promise<ReadTogether> {
  const read = await readSources(sources, options);
  const together = actsTogether(
    read.map(({ value }) => value),
    options,
  );
  return { ...together, problems: [...read.flatMap(({ problems }) => problems), ...together.problems] };
}

export function actsTogether(documents: readonly Document[], options: ReadingOptions = {}): ReadTogether {
  const found = documents.map((document) => readActs(document, options));
  const acts = found.map(({ value }) => value);
  const sources = documents.map((document, at) => ({ document, acts: acts[at]! }));
  const compared = documents.length > 1 ? compareRead(sources, options) : null;
  const problems = [...found.flatMap((each) => each.problems), ...(compared?.problems ?? [])];
  return { documents, acts, compared: compared?.value ?? null, problems };
}
