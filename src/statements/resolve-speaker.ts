/** Sentences and their mentions -> which words stand in quotation marks and who speaks them, for "we" and "I". */
import type { Sentence } from "../text/syntax/sentence.js";
import { positionOf } from "./discourse.js";
import type { Mention } from "./mention.js";

export interface Speakers {
  isQuoted(mention: Mention): boolean;
  /** The speaker of the quotation open at a sentence, where the text names one. */
  of(sentence: number): Mention | null;
}

/** Speakers are settled as far as the mentions are; a quotation over several sentences has one speaker. */
export function findSpeakers(sentences: readonly Sentence[], mentions: readonly Mention[]): Speakers {
  const quoted = quotedTokens(sentences);
  const speakers = new Array<Mention | null>(sentences.length).fill(null);
  for (const mention of mentions) {
    const { tokens } = sentences[mention.sentence]!;
    if (mention.kind === "place" || mention.modifier || quoted[mention.sentence]?.[mention.head] || !quoted[mention.sentence]?.some(Boolean)) continue;
    if (positionOf(tokens, mention.head).subject) speakers[mention.sentence] ??= mention;
  }
  const carried = carry(speakers, quoted);
  return {
    isQuoted: ({ sentence, from }) => quoted[sentence]?.[from] ?? false,
    of: (sentence) => carried[sentence] ?? null,
  };
}

export function speakerAt(speakers: Speakers, { sentence }: Mention): Mention | null {
  return speakers.of(sentence);
}

/** For each sentence which tokens stand inside quotation marks; straight marks open and close in turn. */
function quotedTokens(sentences: readonly Sentence[]): boolean[][] {
  let open = false;
  return sentences.map(({ tokens }) =>
    tokens.map(({ text }) => {
      if (text === "“" || text === "«" || text === "``") open = true;
      else if (text === "”" || text === "»" || text === "''") open = false;
      else if (text === '"') open = !open;
      return open;
    }),
  );
}

/** A sentence that is all quotation takes the speaker of its neighbour in the same quotation. */
function carry(speakers: readonly (Mention | null)[], quoted: readonly boolean[][]): (Mention | null)[] {
  const carried = [...speakers];
  for (let i = 1; i < carried.length; i++) if (!carried[i] && quoted[i]?.[0] && quoted[i - 1]?.some(Boolean)) carried[i] = carried[i - 1]!;
  for (let i = carried.length - 2; i >= 0; i--) if (!carried[i] && quoted[i]?.at(-1) && quoted[i + 1]?.[0]) carried[i] = carried[i + 1]!;
  return carried;
}
