/** A clause of a parsed sentence -> its typed scope: what it covers, where, whom it binds, from when, how long, how many. */
import type { Scope } from "../model/act.js";
import type { PatternIndex } from "../text/pattern.js";
import type { Sentence } from "../text/syntax/sentence.js";
import { readFigures } from "./read-figures.js";
import { readParties } from "./read-parties.js";
import { readScopeArea } from "./read-scope-area.js";
import { readStart } from "./read-start.js";
import { readTargets } from "./read-targets.js";

/** Who or what a stretch of the sentence refers to; a Mention (mention.ts) is one. */
export interface ScopeMention {
  /** Token indexes in the sentence, `to` exclusive. */
  from: number;
  to: number;
  ids: readonly string[];
  kind: string;
  /** English display name, which names the area where a place has no id of its own. */
  name?: string;
  /** True for "Russian" in "Russian forces". */
  modifier?: boolean;
  possessive?: boolean;
}

export interface ScopeContext {
  targets: PatternIndex;
  /** Mentions of the sentence, in order of place. */
  mentions: readonly ScopeMention[];
  /** When the text was published (partial date): gives dates their year and weekdays their date. */
  published?: string | null;
}

/**
 * Scope of `sentence.tokens[from, to)`. What the words leave open is null or [], never guessed. Work is linear in the
 * clause's length.
 */
export function readScope(context: ScopeContext, sentence: Sentence, from: number, to: number): Scope {
  const { tokens } = sentence;
  const published = context.published ?? null;
  const { targets, places, exceptions } = readTargets(context.targets, tokens, from, to);
  const { durationDays, quantity } = readFigures(tokens, from, to);
  return {
    targets,
    area: readScopeArea(tokens, context.mentions, places, from, to),
    parties: readParties(tokens, context.mentions, from, to),
    start: readStart(tokens, from, to, published),
    durationDays,
    quantity,
    exceptions,
  };
}
