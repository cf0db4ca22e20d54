/** The words of two clauses -> how much of them both use, 0 to 1. */
import { isCommon } from "./common-words.js";
import { groupOf } from "./synonyms.js";

/** Cosine of two sets of words. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length / Math.sqrt(a.size * b.size || 1);
}

/** The same of the words that tell one matter from another, synonyms as one. */
export function sharedTellingWords(a: { words: ReadonlySet<string> }, b: { words: ReadonlySet<string> }): number {
  return sharedWords(tellingWords(a.words), tellingWords(b.words));
}

function tellingWords(words: ReadonlySet<string>): Set<string> {
  return new Set([...words].filter((word) => !isCommon(word)).map((word) => groupOf(word) ?? word));
}
