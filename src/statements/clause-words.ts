/** A clause in its sentence -> the words that it is quoted by, and whether it says anything at all. */
import type { Quote } from "../model/span.js";
import { LONGEST_SPAN } from "../model/span-length.js";
import { matchPatterns } from "../text/pattern.js";
import type { Tree } from "../text/syntax/tree.js";
import { opensVerb } from "./around-phrase.js";
import type { Lexicon } from "./lexicon.js";
import type { Reading } from "./read-sentences.js";
import type { Clause } from "./split-clauses.js";

/** The clause without the words that only say who speaks. */
export function withoutFrames({ frames }: Reading, { from, to }: Clause): { from: number; to: number } {
  let [start, end] = [from, to];
  for (const frame of frames) {
    if (frame.from <= start && frame.to > start) start = Math.min(frame.to, end);
    else if (frame.from > start && frame.from < end)
      end = frame.to >= end - 1 || frame.from - start >= end - frame.to ? frame.from : end;
  }
  return { from: start, to: end };
}

/**
 * The words of the clause (for an inner act those of its subtree) without joining words and marks at their ends. Of a
 * clause longer than a span may be, the subject is given up first, then the end.
 */
export function quoteOf(text: string, tree: Tree, clause: Clause, token: number, inner: boolean): Quote | null {
  const joins = (i: number) => ["PUNCT", "CCONJ"].includes(tree.tokens[i]!.upos);
  let from = inner ? Math.max(clause.from, tree.left[token]!) : clause.from;
  let to = inner ? Math.min(clause.to - 1, tree.right[token]!) : clause.to - 1;
  if (inner) to = Math.min(beforeRelative(tree, token, to), endOfAside(tree, from, to));
  while (to > from && joins(to)) to -= 1;
  if (tree.tokens[to]!.end - tree.tokens[from]!.start > LONGEST_SPAN && token > from && token < to) from = token;
  while (from < to && joins(from)) from += 1;
  const { start } = tree.tokens[from]!;
  while (to > from && tree.tokens[to]!.end - start > LONGEST_SPAN) to -= 1;
  const { end } = tree.tokens[to]!;
  return end - start < 4 || end - start > LONGEST_SPAN ? null : { start, end, quote: text.slice(start, end) };
}

/** Ends an inner act before the relative clause that only tells which thing is meant. */
function beforeRelative(tree: Tree, token: number, to: number): number {
  for (let i = token + 2; i <= to; i++) {
    if (tree.tokens[i]!.deprel === "acl:relcl" && tree.left[i]! > token + 1) return tree.left[i]! - 1;
  }
  return to;
}

/** ", which Kenya rejected in May, will be extended": what a comma opens before "which" ends at the comma before the main verb, whatever the tree says. */
function endOfAside(tree: Tree, from: number, to: number): number {
  const { tokens } = tree;
  if (tokens[from - 1]?.text !== "," || !/^W(?:DT|P)/.test(tokens[from]!.xpos)) return to;
  for (let i = from + 2; i < to; i++) if (tokens[i]!.text === "," && opensVerb(tokens[i + 1])) return i - 1;
  return to;
}

/** A title or heading: a sentence without a verb and without a trigger. */
export function isLabel({ tree, matches }: Reading): boolean {
  return (
    !matches.some(({ trigger }) => trigger.act !== null) &&
    !tree.tokens.some(({ upos }) => upos === "VERB" || upos === "AUX")
  );
}

/** "Here's a look at what they agreed": nothing in such a sentence counts, however it is cut. */
export function opensWithFurniture({ tree }: Reading, lexicon: Lexicon): boolean {
  return matchPatterns(lexicon.furniture, tree.tokens).some(
    ({ id, from }) => from === 0 && lexicon.wholeFurniture.has(id),
  );
}

/** True for a clause of nothing but furniture: no trigger reaches beyond the furniture's words. */
export function isFurniture({ tree, matches }: Reading, { from, to }: Clause, lexicon: Lexicon): boolean {
  return matchPatterns(lexicon.furniture, tree.tokens, from, to).some(
    (piece) =>
      to - from <= lexicon.furnitureWords.get(piece.id)! &&
      (lexicon.wholeFurniture.has(piece.id) ||
        !matches.some(
          (match) =>
            match.trigger.act !== null &&
            match.head >= from &&
            match.head < to &&
            (match.from < piece.from || match.to >= piece.to),
        )),
  );
}
