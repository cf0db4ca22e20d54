/** What reads acts from a document, as a contract: any engine gives the same records, and the same gate stands behind all. */
import { z } from "zod";
import type { Act } from "./act.js";
import type { Document } from "./document.js";
import type { Problem } from "./problem.js";

/** What an engine's reading cost. All counts are of this run; what came from the cache cost nothing. */
export const Usage = z.object({
  requests: z.int(),
  /** Answers that were not asked for again. */
  cached: z.int(),
  /** Requests that asked for a broken answer once more. */
  repairs: z.int(),
  promptTokens: z.int(),
  completionTokens: z.int(),
  /** Null where no prices are given. */
  costUsd: z.number().nullable(),
  seconds: z.number(),
});
export type Usage = z.infer<typeof Usage>;

export interface EngineReading {
  /** In order of the text; `text.slice(start, end) === quote` for each, at most 400 units. */
  acts: Act[];
  problems: Problem[];
  /** Null for an engine that costs nothing. */
  usage: Usage | null;
}

export interface Engine {
  /** "rules", "llm". */
  id: string;
  /** What an engine runs on, where that is named apart. */
  model: string | null;
  /**
   * Never rejects for what a text holds. Rejects with ReadoutError where the engine cannot be reached or may not be
   * given the text.
   */
  read(document: Document, participants?: readonly string[]): Promise<EngineReading>;
}
