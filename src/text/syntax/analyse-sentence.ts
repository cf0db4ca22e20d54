/** One sentence's tokens -> tags, heads, relations and lemmas, by the trained models. */
import { correctTags } from "./correct-tags.js";
import { COLUMNS, Column, FormTable } from "./form-table.js";
import { labelHeads } from "./labeller.js";
import { createLemmatizer } from "./lemma.js";
import { PackedModel, SparseModel } from "./linear-model.js";
import { parseHeads } from "./parser.js";
import { parserInput, type TagHashes, tagHashes } from "./parser-input.js";
import type { Token } from "./sentence.js";
import { NO_STAND_INS, type StandIns } from "./stand-in.js";
import { taggerInput, tagSentence } from "./tagger.js";
import type { WinkToken } from "./tokenize.js";
import type { SyntaxWeights } from "./weights-file.js";

/** Analyses one sentence; offsets of the answer are those of the tokens plus `offset`, texts are sliced from `text`. */
export type Analyser = (tokens: readonly WinkToken[], offset: number, text: string, standIns?: StandIns) => Token[];

/** Sets the models up around their weights. */
export function createAnalyser(weights: SyntaxWeights): Analyser {
  const tagger = new SparseModel(weights.tagger);
  const parser = new PackedModel(weights.parser);
  const labeller = new SparseModel(weights.labeller);
  const lemmatize = createLemmatizer(weights.lemmas);
  const table = new FormTable();
  const names = weights.tags.map((tag) => tag.split("|") as [string, string]);
  const indexes = new Map(weights.tags.map((tag, i) => [tag, i]));
  const hashes: TagHashes[] = weights.tags.map(tagHashes);

  return (tokens, offset, text, standIns = NO_STAND_INS) => {
    const length = tokens.length;
    const seen = tokens.map((token) => standIns.get(token.form) ?? token);
    const forms = seen.map((token) => token.form);
    const input = taggerInput(
      forms,
      seen.map((token) => token.upos),
      table,
    );
    const tags = new Int32Array(length);
    tagSentence(tagger, input, tags);
    const corrected = Array.from(tags, (tag) => weights.tags[tag]!);
    correctTags(forms, corrected);
    for (let i = 0; i < length; i++) if (corrected[i] !== weights.tags[tags[i]!]) tags[i] = indexes.get(corrected[i]!)!;
    const words = new Int32Array(length);
    for (let i = 0; i < length; i++) words[i] = table.rows[table.row(forms[i]!) * COLUMNS + Column.word]!;
    const lengths = Int32Array.from(forms, (form) => form.length);
    const prepared = parserInput(
      words,
      lengths,
      Array.from(tags, (tag) => hashes[tag]!),
    );
    const heads = parseHeads(parser, prepared);
    const labels = labelHeads(labeller, prepared, heads);
    return tokens.map((token, i): Token => {
      const [xpos, upos] = names[tags[i]!]!;
      const lower = token.form.toLowerCase();
      const head = heads[i]!;
      return {
        start: offset + token.start,
        end: offset + token.end,
        text: asWritten(text.slice(offset + token.start, offset + token.end), token.form),
        lower,
        lemma: lemmatize(lower, upos, xpos, token),
        upos,
        xpos,
        head: head === length ? -1 : head,
        deprel: weights.labels[labels[i]!]!,
      };
    });
  };
}

/** One stroke of a paired quotation mark is shown as the mark that the pair is. */
function asWritten(slice: string, form: string): string {
  return form === '"' && /^['`’‘]$/.test(slice) ? form : slice;
}
