/** An act whose words quote several things one after the other -> one act for each, and one for what stands before them. */
import { createHash } from "node:crypto";
import type { Act } from "../model/act.js";
import type { Span } from "../model/span.js";
import { findQuotations } from "../text/quotes.js";

const OPENS_LIST = /["”»,]?\s*(?:including|such as|among them|namely)\s+["“«]$/i;
const JOINS_LIST = /^["”»]?,?\s*(?:and|or|as well as)?\s*["“«]$/i;

/** `issuesOf` gives the issues that some words touch. What lists nothing in quotation marks stays as it is. */
export function splitQuotedList(act: Act, text: string, issuesOf: (words: string) => string[]): Act[] {
  const quoted = findQuotations(text).filter(({ start, end }) => start > act.start && end <= act.end + 1);
  const first = quoted.findIndex(({ start }) => OPENS_LIST.test(text.slice(act.start, start)));
  if (first <= -1) return [act];
  const list = quoted.slice(first);
  const joined = list.every(({ start }, k) => k === 0 || JOINS_LIST.test(text.slice(list[k - 1]!.end, start)));
  const parts = list.flatMap((span, k) => partOf(act, text, span, k, issuesOf));
  if (!joined || parts.length === 0) return [act];
  const before = text.slice(act.start, list[0]!.start).replace(OPENS_LIST, "");
  if (before.length === 0) return parts;
  const issues = issuesOf(before);
  const end = act.start + before.length;
  return [{ ...act, quote: before, end, issues: act.issues.filter((id) => issues.includes(id)) }, ...parts];
}

/** None for words that touch no issue. Its clause is its own, so that it is compared by itself. */
function partOf(act: Act, text: string, { start, end }: Span, k: number, issuesOf: (words: string) => string[]): Act[] {
  const quote = text.slice(start, Math.min(end, act.end));
  const issues = issuesOf(quote);
  if (issues.length === 0) return [];
  const id = createHash("sha256").update(`${act.id}:${start}:${end}`).digest("hex").slice(0, 12);
  const clause = -(act.clause * MOST_PARTS + k + 1);
  return [
    { ...act, id, quote, start, end: start + quote.length, issues, clause, trigger: { start, end: start, quote: "" } },
  ];
}

const MOST_PARTS = 64;
