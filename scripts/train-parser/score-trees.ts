/** Weights and gold sentences -> how often tags, heads and labels are right. */

import { hashString } from "../../src/text/syntax/feature-hash.js";
import { FormTable } from "../../src/text/syntax/form-table.js";
import { labelHeads } from "../../src/text/syntax/labeller.js";
import type { SparseModel } from "../../src/text/syntax/linear-model.js";
import { parseHeads } from "../../src/text/syntax/parser.js";
import { type ParserInput, parserInput, tagHashes } from "../../src/text/syntax/parser-input.js";
import { taggerInput, tagSentence } from "../../src/text/syntax/tagger.js";
import type { GoldSentence } from "./conllu.js";

/** The parser's input for a sentence under given tags. */
export function inputWithTags(sentence: GoldSentence, tags: Int32Array, classes: readonly string[]): ParserInput {
  const hashes = classes.map(tagHashes);
  const words = Int32Array.from(sentence.forms, (form) => hashString(form.toLowerCase()));
  const lengths = Int32Array.from(sentence.forms, (form) => form.length);
  return parserInput(
    words,
    lengths,
    Array.from(tags, (tag) => hashes[tag]!),
  );
}

/** Scores heads and labels over sentences whose inputs are ready. */
export function scoreTrees(
  models: { parser: SparseModel; labeller: SparseModel },
  labels: readonly string[],
  gold: readonly GoldSentence[],
  inputs: readonly ParserInput[],
): { uas: number; las: number } {
  let words = 0;
  let attached = 0;
  let labelled = 0;
  gold.forEach((sentence, s) => {
    const heads = parseHeads(models.parser, inputs[s]!);
    const found = labelHeads(models.labeller, inputs[s]!, heads);
    for (let i = 0; i < heads.length; i++) {
      if (sentence.tags[i]!.endsWith("|PUNCT")) continue;
      words++;
      if (heads[i] !== sentence.heads[i]) continue;
      attached++;
      if (labels[found[i]!] === sentence.deprels[i]) labelled++;
    }
  });
  return { uas: (100 * attached) / words, las: (100 * labelled) / words };
}

const table = new FormTable();

/** Tags by the model, and how many are right. */
export function scoreTags(
  tagger: SparseModel,
  classes: readonly string[],
  gold: readonly GoldSentence[],
): { upos: number; xpos: number; tags: Int32Array[] } {
  let words = 0;
  let upos = 0;
  let xpos = 0;
  const all = gold.map((sentence) => {
    const tags = new Int32Array(sentence.forms.length);
    tagSentence(tagger, taggerInput(sentence.forms, sentence.wink, table), tags);
    sentence.tags.forEach((tag, i) => {
      const [goldX, goldU] = tag.split("|");
      const [x, u] = classes[tags[i]!]!.split("|");
      words++;
      if (goldU === u) upos++;
      if (goldX === x) xpos++;
    });
    return tags;
  });
  return { upos: (100 * upos) / words, xpos: (100 * xpos) / words, tags: all };
}
