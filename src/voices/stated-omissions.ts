/** The text of a report -> the matters that it says were left out, with its words. */
import type { Issue, Omission } from "../model/catalog.js";
import type { Quote, Span } from "../model/span.js";
import { issuesInText } from "../text/issues-in-text.js";
import { compilePatterns, matchPatterns } from "../text/pattern.js";
import { parseText } from "../text/syntax/parse-text.js";

export interface StatedOmission {
  /** The words that say so, with the matter. */
  words: Quote;
  issues: string[];
}

const PART = /[,;:.!?()]|\bbut\b|\bwhile\b/;
const LONGEST_PART = 200;

/** Omissions in order of the text; those whose matter is no catalogued issue are left out. */
export function statedOmissions(
  text: string,
  omissions: readonly Omission[],
  issues: readonly Issue[],
): StatedOmission[] {
  const index = compilePatterns(omissions.map(({ id, pattern }) => ({ id, patterns: [pattern] })));
  const sides = new Map(omissions.map(({ id, matter }) => [id, matter]));
  const found: StatedOmission[] = [];
  for (const { tokens, start: opens, end: closes } of parseText(text)) {
    for (const match of matchPatterns(index, tokens)) {
      const [from, to] = [tokens[match.from]!.start, tokens[match.to - 1]!.end];
      const span =
        sides.get(match.id) === "after"
          ? { start: from, end: partAfter(text, to, closes) }
          : { start: partBefore(text, from, opens), end: to };
      const quote = text.slice(span.start, span.end);
      const named = narrowest([...issuesInText(quote, issues)], issues);
      const known = found.some(({ words }) => overlaps(words, span));
      if (named.length > 0 && !known) found.push({ words: { ...span, quote }, issues: named });
    }
  }
  return found;
}

/** Without the issues that are only wider names for another of them. */
export function narrowest(ids: readonly string[], issues: readonly Issue[]): string[] {
  const wider = new Set(ids.flatMap((id) => issues.find((issue) => issue.id === id)?.broader ?? []));
  return ids.filter((id) => !wider.has(id));
}

function partAfter(text: string, from: number, limit: number): number {
  const rest = text.slice(from, Math.min(limit, from + LONGEST_PART));
  const stop = rest.search(PART);
  return from + (stop < 0 ? rest.length : stop);
}

function partBefore(text: string, to: number, limit: number): number {
  const start = Math.max(limit, to - LONGEST_PART);
  const stops = [...text.slice(start, to).matchAll(new RegExp(PART, "g"))];
  const last = stops.at(-1);
  const from = last ? start + last.index + last[0].length : start;
  return from + (text.slice(from, to).length - text.slice(from, to).trimStart().length);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
