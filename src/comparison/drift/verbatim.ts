/** A clause in its text and another text -> whether that has the clause's sentence word for word, marks and spellings apart. */
import type { Span } from "../../model/span.js";
import type { Candidate } from "../cluster-acts.js";

const SPELLING: [RegExp, string][] = [
  [/isation/g, "ization"],
  [/\b(\p{L}{3,})is(e|es|ed|ing)\b/gu, "$1iz$2"],
  [/(?<=\p{L}{2})our\b/gu, "or"],
];

const SENTENCE = /[^.!?\n]+/g;

/** The sentences of a text as words apart by single spaces. */
export function sentencesOf(text: string): Set<string> {
  return new Set(
    [...text.matchAll(SENTENCE)].map(([sentence]) => plainWords(sentence)).filter((words) => words !== ""),
  );
}

/** True where the sentences that the clause stands in are sentences of the other text too: nothing is cut off or put in. */
export function isVerbatimIn({ spans }: Candidate, text: string, others: ReadonlySet<string>): boolean {
  return spans.every((span) => sentencesAround(text, span).every((words) => others.has(words)));
}

function sentencesAround(text: string, { start, end }: Span): string[] {
  const around = [...text.matchAll(SENTENCE)].filter((one) => one.index < end && start < one.index + one[0].length);
  return around.map(([sentence]) => plainWords(sentence)).filter((words) => words !== "");
}

function plainWords(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return SPELLING.reduce((words, [pattern, replacement]) => words.replace(pattern, replacement), plain);
}
