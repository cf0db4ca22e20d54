/** Sentences and their mentions -> who speaks which words: quotations and the labelled turns of a transcript. */
import type { Sentence, Token } from "../text/syntax/sentence.js";
import { positionOf } from "./discourse.js";
import type { Mention } from "./mention.js";

export interface Speakers {
  isQuoted(mention: Mention): boolean;
  /** True inside a labelled turn ("Ivan Petrenko: ..."), a journalist's question among them. */
  hasTurn(mention: Mention): boolean;
  /** The speaker of the words, where the text names one; settled as far as the mentions are. */
  of(mention: Mention): Mention | null;
}

/** A quotation over several sentences has one speaker; a turn lasts until the next label. */
export function findSpeakers(sentences: readonly Sentence[], mentions: readonly Mention[]): Speakers {
  const quoted = quotedTokens(sentences);
  const quoting = carry(quotingSubjects(sentences, mentions, quoted), quoted);
  const turns = findTurns(sentences, mentions);
  const isQuoted = ({ sentence, from }: Mention): boolean => quoted[sentence]?.[from] ?? false;
  return {
    isQuoted,
    hasTurn: ({ sentence }) => turns[sentence] !== undefined,
    of: (mention) => (isQuoted(mention) ? (quoting[mention.sentence] ?? null) : (turns[mention.sentence] ?? null)),
  };
}

/** The first subject outside of the quotation marks of each sentence that has them. */
function quotingSubjects(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  quoted: readonly boolean[][],
): (Mention | null)[] {
  const speakers = sentences.map((): Mention | null => null);
  for (const mention of mentions) {
    const marks = quoted[mention.sentence]!;
    if (mention.kind === "place" || mention.modifier || marks[mention.head] || !marks.some(Boolean)) continue;
    if (positionOf(sentences[mention.sentence]!.tokens, mention.head).subject) speakers[mention.sentence] ??= mention;
  }
  return speakers;
}

/** For each sentence which tokens stand inside quotation marks; straight marks open and close in turn. */
function quotedTokens(sentences: readonly Sentence[]): boolean[][] {
  let open = false;
  return sentences.map(({ tokens }) =>
    tokens.map(({ text }) => {
      if (text === "“" || text === "«") open = true;
      else if (text === "”" || text === "»") open = false;
      else if (text === '"') open = !open;
      return open;
    }),
  );
}

/** A sentence that is all quotation takes the speaker of its neighbour in the same quotation. */
function carry(speakers: readonly (Mention | null)[], quoted: readonly boolean[][]): (Mention | null)[] {
  const carried = [...speakers];
  for (let i = 1; i < carried.length; i++)
    if (!carried[i] && quoted[i]?.[0] && quoted[i - 1]?.some(Boolean)) carried[i] = carried[i - 1]!;
  for (let i = carried.length - 2; i >= 0; i--)
    if (!carried[i] && quoted[i]?.at(-1) && quoted[i + 1]?.[0]) carried[i] = carried[i + 1]!;
  return carried;
}

const LABEL_TOKENS = 12;

/** For each sentence the speaker of its turn; null in a question, undefined where no turn has been opened. */
function findTurns(sentences: readonly Sentence[], mentions: readonly Mention[]): (Mention | null | undefined)[] {
  const turns: (Mention | null | undefined)[] = [];
  let turn: Mention | null | undefined;
  let next = 0;
  sentences.forEach(({ tokens }, i) => {
    while (next < mentions.length && mentions[next]!.sentence < i) next += 1;
    if (/^(question|q|journalist|reporter)$/.test(tokens[0]?.lower ?? "") && tokens[1]?.text === ":") turn = null;
    for (let k = next; k < mentions.length && mentions[k]!.sentence === i; k++)
      if (isLabel(tokens, mentions[k]!)) turn = mentions[k]!;
    turns[i] = turn;
  });
  return turns;
}

/** "Ivan Petrenko: We have met", nothing but the title before it. */
function isLabel(tokens: readonly Token[], { kind, from, to }: Mention): boolean {
  if (
    (kind !== "person" && kind !== "office") ||
    to > LABEL_TOKENS ||
    tokens[to]?.text !== ":" ||
    to + 1 >= tokens.length
  )
    return false;
  return !tokens.slice(0, from).some(({ upos }) => upos === "VERB" || upos === "AUX");
}
