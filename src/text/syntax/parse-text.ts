/** Text -> its sentences: tokens with exact offsets, lemmas, tags and one dependency tree each. */
import { type Analyser, createAnalyser } from "./analyse-sentence.js";
import { findBlocks } from "./blocks.js";
import { sentenceExtents } from "./boundaries.js";
import { foldText } from "./fold.js";
import { loadWeights } from "./load-weights.js";
import type { Sentence } from "./sentence.js";
import { NO_STAND_INS, type StandIns } from "./stand-in.js";
import { type WinkToken, winkTokens } from "./tokenize.js";

/** Longer sentences are cut, which bounds the work a sentence can ask for. */
const MAX_TOKENS = 300;
/** A cut is made after a comma or semicolon among the last hundred of these tokens where there is one. */
const CUT_FROM = 200;

let analyser: Analyser | undefined;

/**
 * Parses English text of any length (callers bound it). The same text gives the same parse; a sentence's parse depends on
 * nothing outside it. The tagger and parser see the names in `standIns` as their stand-ins; the tokens keep their own words. Loads the weights at the first call; throws ReadoutError `weights-missing` when they cannot be read.
 */
export function parseText(text: string, standIns: StandIns = NO_STAND_INS): Sentence[] {
  analyser ??= createAnalyser(loadWeights());
  const folded = foldText(text);
  const sentences: Sentence[] = [];
  for (const block of findBlocks(text)) {
    const flat = folded.slice(block.start, block.end).replace(/[\r\n\u2028\u2029]/g, " ");
    for (const { start, end } of sentenceExtents(flat)) {
      const offset = block.start + start;
      for (const tokens of cut(winkTokens(flat.slice(start, end)))) {
        const parsed = analyser(tokens, offset, text, standIns);
        sentences.push({ start: parsed[0]!.start, end: parsed.at(-1)!.end, tokens: parsed });
      }
    }
  }
  return sentences;
}

/** Pieces of at most 300 tokens, none empty. */
function cut(tokens: WinkToken[]): WinkToken[][] {
  const pieces: WinkToken[][] = [];
  let rest = tokens;
  while (rest.length > MAX_TOKENS) {
    let at = MAX_TOKENS;
    while (at > CUT_FROM && !/^[,;]$/.test(rest[at - 1]!.form)) at--;
    if (at === CUT_FROM) at = MAX_TOKENS;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest.length > 0 ? [...pieces, rest] : pieces;
}
