/** Forms and wink's parts of speech of one sentence -> our tags (XPOS|UPOS), left to right by an averaged perceptron. */
import { featureKey, hashString } from "./feature-hash.js";
import { AFTER_SENTENCE, BEFORE_SENTENCE, COLUMNS, Column, type FormTable } from "./form-table.js";
import { bestClass, type LinearModel } from "./linear-model.js";

const PAD = 2;
const features = new Uint32Array(48);

/** One sentence as the tagger reads it: rows of the form table and hashes of wink's tags, with two places of padding at each end. */
export interface TaggerInput {
  length: number;
  /** Offsets of the forms' rows in `table.rows`. */
  rows: Int32Array;
  wink: Int32Array;
  table: FormTable;
}

/** Prepares a sentence. `wink[i]` is wink's UPOS of `forms[i]`, "X" where it has none. */
export function taggerInput(forms: readonly string[], wink: readonly string[], table: FormTable): TaggerInput {
  const length = forms.length;
  table.reserve(length + 2);
  const rows = new Int32Array(length + 2 * PAD).fill(table.row(BEFORE_SENTENCE) * COLUMNS, 0, PAD);
  const tags = new Int32Array(length + 2 * PAD);
  rows.fill(table.row(AFTER_SENTENCE) * COLUMNS, length + PAD);
  for (let i = 0; i < length; i++) {
    rows[i + PAD] = table.row(forms[i]!) * COLUMNS;
    tags[i + PAD] = winkHash(wink[i]!);
  }
  return { length, rows, wink: tags, table };
}

/** Tags a sentence: class numbers into `tags`, one a token. */
export function tagSentence(model: LinearModel, input: TaggerInput, tags: Int32Array): void {
  let previous = -1;
  let beforePrevious = -1;
  for (let i = 0; i < input.length; i++) {
    const tag = bestClass(model.score(features, tagFeatures(input, i, previous, beforePrevious, features)));
    tags[i] = tag;
    beforePrevious = previous;
    previous = tag;
  }
}

/** Features of token `i` given the two tags before it (-1: none) into `out`; returns their count. */
export function tagFeatures(input: TaggerInput, i: number, p1: number, p2: number, out: Uint32Array): number {
  const { rows: r, wink: u } = input;
  const t = input.table.rows;
  const at = i + PAD;
  const here = r[at]!;
  const word = t[here + Column.word]!;
  const suffix3 = t[here + Column.suffix3]!;
  const w1 = t[r[at - 1]! + Column.word]!;
  const w2 = t[r[at - 2]! + Column.word]!;
  const n1 = t[r[at + 1]! + Column.word]!;
  const n2 = t[r[at + 2]! + Column.word]!;
  const shape = t[here + Column.shape]! + (i === 0 ? 10 : 0);
  const tag1 = p1 + 2;
  const tag2 = p2 + 2;
  const pos = u[at]!;
  let k = 0;
  out[k++] = featureKey(0, 1);
  out[k++] = featureKey(1, word);
  out[k++] = featureKey(2, suffix3);
  out[k++] = featureKey(3, t[here + Column.suffix2]!);
  out[k++] = featureKey(4, t[here + Column.suffix1]!);
  out[k++] = featureKey(5, t[here + Column.prefix1]!);
  out[k++] = featureKey(6, t[here + Column.prefix3]!);
  out[k++] = featureKey(7, tag1);
  out[k++] = featureKey(8, tag2, tag1);
  out[k++] = featureKey(9, tag1, word);
  out[k++] = featureKey(10, w1);
  out[k++] = featureKey(11, w2);
  out[k++] = featureKey(12, n1);
  out[k++] = featureKey(13, n2);
  out[k++] = featureKey(14, w1, word);
  out[k++] = featureKey(15, word, n1);
  out[k++] = featureKey(16, t[r[at - 1]! + Column.suffix3]!);
  out[k++] = featureKey(17, t[r[at + 1]! + Column.suffix3]!);
  out[k++] = featureKey(18, shape);
  out[k++] = featureKey(19, pos);
  out[k++] = featureKey(20, pos, tag1);
  out[k++] = featureKey(21, u[at - 1]!, pos, u[at + 1]!);
  out[k++] = featureKey(22, pos, suffix3);
  out[k++] = featureKey(23, u[at + 1]!, pos);
  out[k++] = featureKey(24, t[here + Column.suffix4]!);
  out[k++] = featureKey(25, tag1, pos, u[at + 1]!);
  out[k++] = featureKey(26, n1, tag1);
  out[k++] = featureKey(27, shape, suffix3);
  out[k++] = featureKey(28, t[r[at + 1]! + Column.shape]!, shape, t[r[at - 1]! + Column.shape]!);
  return k;
}

const winkHashes = new Map<string, number>();

function winkHash(upos: string): number {
  let hash = winkHashes.get(upos);
  if (hash === undefined) {
    hash = hashString(upos);
    winkHashes.set(upos, hash);
  }
  return hash;
}
