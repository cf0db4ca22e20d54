/** A tagged sentence -> the hashes that the parser and the labeller draw their features from. */
import { featureKey, hashString } from "./feature-hash.js";

/** Classes whose few words behave each in its own way: the word itself becomes the tag. */
const CLOSED = new Set(["ADP", "PART", "DET", "PRON", "SCONJ", "AUX", "CCONJ", "PUNCT", "SYM"]);
const SHORT_ADVERB = 6;
const ROOT = 1;
const ABSENT = 2;

/** Hash of the auxiliaries' part of speech, as it stands in `upos`. */
export const AUX = hashString("AUX");

/** Places 0 to length-1 are tokens, `length` the artificial root, `length + 1` whatever is absent. */
export interface ParserInput {
  length: number;
  words: Int32Array;
  tags: Int32Array;
  upos: Int32Array;
}

/** Precomputed hashes of a combined tag "XPOS|UPOS". */
export interface TagHashes {
  upos: number;
  /** Hash of the fine tag, 0 where the word decides. */
  fine: number;
  /** The fine tag of words shorter than six letters, 0 where the word decides. */
  fineShort: number;
}

/** Hashes for one of the tagger's classes. */
export function tagHashes(tag: string): TagHashes {
  const [xpos = "", upos = ""] = tag.split("|");
  const closed = CLOSED.has(upos);
  return {
    upos: hashString(upos),
    fine: closed ? 0 : hashString(xpos),
    fineShort: closed || upos === "ADV" ? 0 : hashString(xpos),
  };
}

/** Prepares a sentence from hashes of the lower-case words, the words' lengths and the hashes of their tags. */
export function parserInput(words: Int32Array, lengths: Int32Array, tags: readonly TagHashes[]): ParserInput {
  const length = tags.length;
  const input = {
    length,
    words: new Int32Array(length + 2),
    tags: new Int32Array(length + 2),
    upos: new Int32Array(length + 2),
  };
  for (let i = 0; i < length; i++) {
    const { upos, fine, fineShort } = tags[i]!;
    const tag = lengths[i]! < SHORT_ADVERB ? fineShort : fine;
    input.words[i] = words[i]!;
    input.upos[i] = upos;
    input.tags[i] = tag === 0 ? featureKey(999, words[i]!, upos) : tag;
  }
  for (const column of [input.words, input.tags, input.upos]) {
    column[length] = ROOT;
    column[length + 1] = ABSENT;
  }
  return input;
}
