/** Two texts -> the words in which they differ, where each has them; white space does not count. */
import { diffArrays } from "diff";
import type { Hunk } from "../model/change.js";
import type { Quote } from "../model/span.js";

interface Word {
  words: string;
  start: number;
  end: number;
}

/** Texts that differ in more words than this are taken for another text between their common ends. */
const MOST_EDITS = 1_200;
/** Fewer equal words than this between two edits do not part them: a reader sees one rewritten phrase. */
const FEWEST_BETWEEN = 2;

/** In order; no hunks for texts of the same words. */
export function diffWords(before: string, after: string): Hunk[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const head = commonLength(a, b, (words, at) => words[at]!);
  const tail = commonLength(a.slice(head), b.slice(head), (words, at) => words[words.length - 1 - at]!);
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (x.length === 0 && y.length === 0) return [];
  return mergeClose(edits(x, y)).map(([from, to, fromAfter, toAfter]) => ({
    before: quote(before, a, head + from, head + to),
    after: quote(after, b, head + fromAfter, head + toAfter),
  }));
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    words: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function commonLength(
  a: readonly Word[],
  b: readonly Word[],
  at: (words: readonly Word[], index: number) => Word,
): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && at(a, count).words === at(b, count).words) count++;
  return count;
}

/** Half-open ranges of words, before and after. */
type Edit = [from: number, to: number, fromAfter: number, toAfter: number];

function edits(x: readonly Word[], y: readonly Word[]): Edit[] {
  const parts = diffArrays(
    x.map(({ words }) => words),
    y.map(({ words }) => words),
    { maxEditLength: MOST_EDITS },
  );
  if (!parts) return [[0, x.length, 0, y.length]];
  const found: Edit[] = [];
  let [at, atAfter] = [0, 0];
  for (const { value, added, removed } of parts) {
    const [from, fromAfter] = [at, atAfter];
    if (!added) at += value.length;
    if (!removed) atAfter += value.length;
    if (!added && !removed) continue;
    const last = found.at(-1);
    if (last && last[1] === from && last[3] === fromAfter) [last[1], last[3]] = [at, atAfter];
    else found.push([from, at, fromAfter, atAfter]);
  }
  return found;
}

function mergeClose(all: readonly Edit[]): Edit[] {
  const merged: Edit[] = [];
  for (const edit of all) {
    const last = merged.at(-1);
    if (last && edit[0] - last[1] < FEWEST_BETWEEN) [last[1], last[3]] = [edit[1], edit[3]];
    else merged.push([...edit]);
  }
  return merged;
}

function quote(text: string, words: readonly Word[], from: number, to: number): Quote {
  const start = words[from]?.start ?? text.length;
  const end = to > from ? words[to - 1]!.end : start;
  return { start, end, quote: text.slice(start, end) };
}
