/** A whole text and some issues -> those that its words touch anywhere, so that nothing said in passing counts as silence. */
import type { Issue } from "../model/catalog.js";
import { compilePatterns, matchPatterns, type PatternToken } from "./pattern.js";

const TOKEN = /\p{L}[\p{L}\p{M}]*|\d+(?:[.,]\d+)*|[^\s\p{L}\d-]/gu;

/** Ids of the issues whose patterns the text meets. Reads words without grammar: rather too much than too little. */
export function issuesInText(text: string, issues: readonly Issue[]): Set<string> {
  const index = compilePatterns(issues.map(({ id, patterns }) => ({ id, patterns })));
  const tokens = [...text.toLowerCase().matchAll(TOKEN)].map(
    ([lower]): PatternToken => ({ lower, lemma: baseOf(lower) }),
  );
  return new Set(matchPatterns(index, tokens).map((match) => match.id));
}

const LOST_E = /(?:[^aeiou]at|[iy]z|[iy]s|[bcdfgkptz]l|nc|[aeiou]c|[aeiou]g|dg|v|u|rs|ns|[^aeiou]ir|[^aeiou]id)$/;

/** The base form that regular endings leave, whatever the word's class. */
function baseOf(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/.ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:[sx]|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/..s$/.test(word)) return word.slice(0, -1);
  const stem = /^(.{3,})(?:ed|ing)$/.exec(word)?.[1];
  if (stem === undefined) return word;
  if (/([bdgkmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  return LOST_E.test(stem) ? `${stem}e` : stem;
}
