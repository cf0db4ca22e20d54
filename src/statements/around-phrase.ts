/** Tokens by place alone: what stands before a phrase, and whether a verb is finite by its tag. */
import type { Token } from "../text/syntax/sentence.js";

/** The token before a phrase, over its article. */
export function tokenBefore(tokens: readonly Token[], from: number): Token | undefined {
  return tokens[from - 1]?.upos === "DET" ? tokens[from - 2] : tokens[from - 1];
}

/** "will", "has", "agreed": opens a clause's verb; a bare or plural present, which may be an infinitive, is left out. */
export function opensVerb(token: Token | undefined): boolean {
  return /^(?:MD|VB[DZP])$/.test(token?.xpos ?? "");
}
