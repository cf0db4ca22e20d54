/** A whole text and some issues -> those that its words touch anywhere, so that nothing said in passing counts as silence. */
import type { Issue } from "../model/catalog.js";
import { compilePatterns, matchPatterns, type PatternToken } from "../text/pattern.js";
import { regularLemma } from "../text/syntax/lemma.js";

const TOKEN = /\p{L}[\p{L}\p{M}]*(?:-\p{L}+)*|\d+(?:[.,]\d+)*|[^\s\p{L}\d]/gu;

/** Ids of the issues whose patterns the text meets. Reads words without grammar: rather too much than too little. */
export function issuesInText(text: string, issues: readonly Issue[]): Set<string> {
  const index = compilePatterns(issues.map(({ id, patterns }) => ({ id, patterns })));
  return new Set(matchPatterns(index, tokensOf(text)).map((match) => match.id));
}

function tokensOf(text: string): PatternToken[] {
  return [...text.toLowerCase().matchAll(TOKEN)].flatMap(([word]) => word.split("-")).map((lower) => ({ lower, lemma: lemmaOf(lower) }));
}

function lemmaOf(lower: string): string {
  if (lower.endsWith("ing")) return regularLemma(lower, "VERB", "VBG");
  if (lower.endsWith("ed")) return regularLemma(lower, "VERB", "VBD");
  return lower.endsWith("s") ? regularLemma(lower, "NOUN", "NNS") : lower;
}
