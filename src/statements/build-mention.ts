/** Token indexes and what they refer to -> a Mention with its head, offsets and genitive. */
import type { Token } from "../text/syntax/sentence.js";
import type { Gazetteer } from "./gazetteer.js";
import type { NameReader } from "./match-names.js";
import type { Mention } from "./mention.js";
import type { Known } from "./read-name.js";

/** All that reading a sentence's mentions needs; memory and seen grow through the document. */
export interface MentionReader extends NameReader {
  gazetteer: Gazetteer;
  sentence: number;
  published: string | null;
  /** First piece of a family name -> those called by it, latest first. */
  memory: Map<string, { pieces: readonly string[]; known: Known }[]>;
  /** Ids of states seen so far, for names that two states share. */
  seen: Set<string>;
}

export type Draft = Pick<Mention, "kind" | "ids"> & Partial<Mention>;

/** A mention over tokens `from` to `to`; the name defaults to the words themselves. */
export function buildMention(reader: MentionReader, from: number, to: number, draft: Draft): Mention {
  const { tokens, sentence } = reader;
  const head = headOf(tokens, from, to);
  return {
    sentence,
    from,
    to,
    head,
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    name: wordsOf(tokens, from, to),
    possessive: isGenitive(tokens[to]),
    modifier: false,
    ...draft,
  };
}

const WEIGHT: Readonly<Record<string, number>> = {
  root: 5,
  nsubj: 6,
  "nsubj:pass": 6,
  obj: 4,
  iobj: 4,
  obl: 4,
  "obl:agent": 4,
  conj: 3,
  nmod: 2,
  appos: 2,
};

/** The token that hangs from outside of the stretch; of several (a broken parse) the one with the weightiest relation. */
function headOf(tokens: readonly Token[], from: number, to: number): number {
  let best = to - 1;
  let weight = -1;
  for (let i = from; i < to; i++) {
    const { head, deprel } = tokens[i]!;
    if (head >= from && head < to) continue;
    const own = WEIGHT[deprel] ?? 1;
    if (own > weight) [best, weight] = [i, own];
  }
  return best;
}

/** The words with the spaces that stood between them. */
export function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  let words = "";
  for (let i = from; i < to; i++)
    words += (i > from && tokens[i]!.start > tokens[i - 1]!.end ? " " : "") + tokens[i]!.text;
  return words;
}

/** True for the genitive ending: "’s" after Russia, "'" after leaders. */
export function isGenitive(token: Token | undefined): boolean {
  return token !== undefined && token.xpos === "POS";
}

/** True where the stretch only modifies a noun to its right. */
export function isModifier(tokens: readonly Token[], from: number, to: number): boolean {
  const { head, deprel } = tokens[headOf(tokens, from, to)]!;
  if (isGenitive(tokens[to])) return false;
  if (isHyphen(tokens[to]) && tokens[to]!.start === tokens[to - 1]!.end && tokens[to + 1]?.start === tokens[to]!.end)
    return true;
  return head >= to && ["amod", "compound", "nmod", "det", "nummod"].includes(deprel) && !isCase(tokens, from);
}

function isHyphen(token: Token | undefined): boolean {
  return token?.text === "-" || token?.text === "–";
}

function isCase(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.lower === "the" ? tokens[from - 2] : tokens[from - 1];
  return before?.upos === "ADP";
}
