/** Hashed features -> a score a class, from sparse weights. */

/** What the tagger, the parser and the labeller need of a model; training has its own dense one. */
export interface LinearModel {
  readonly classCount: number;
  /** Scores of all classes for the first `count` feature keys; the array is the model's own and is overwritten by the next call. */
  score(features: Uint32Array, count: number): ArrayLike<number>;
}

/** Rows of (class, weight) pairs: row r holds the pairs from `rowStarts[r]` to `rowStarts[r + 1]`. The row count is a power of two. */
export interface SparseWeights {
  classCount: number;
  rowStarts: Uint32Array;
  classes: Uint8Array;
  weights: Int8Array;
}

/**
 * A model over sparse weights; a feature's row is its key modulo the number of rows. Most features of a new text are in no
 * row, so a bit a row is asked first: it stays in the processor's cache, the rows do not.
 */
export class SparseModel implements LinearModel {
  readonly classCount: number;
  readonly #rowStarts: Uint32Array;
  /** The class in the high byte, the weight in the low one: one read a pair. */
  readonly #pairs: Int16Array;
  readonly #filled: Uint32Array;
  readonly #scores: Int32Array;

  constructor({ classCount, rowStarts, classes, weights }: SparseWeights) {
    this.classCount = classCount;
    this.#rowStarts = rowStarts;
    this.#pairs = Int16Array.from(classes, (name, k) => (name << 8) | (weights[k]! & 0xff));
    this.#filled = filledRows(rowStarts);
    this.#scores = new Int32Array(classCount);
  }

  score(features: Uint32Array, count: number): Int32Array {
    const scores = this.#scores.fill(0);
    const rowStarts = this.#rowStarts;
    const pairs = this.#pairs;
    const filled = this.#filled;
    const mask = rowStarts.length - 2;
    for (let j = 0; j < count; j++) {
      const row = features[j]! & mask;
      if ((filled[row >>> 5]! & (1 << (row & 31))) === 0) continue;
      const end = rowStarts[row + 1]!;
      for (let k = rowStarts[row]!; k < end; k++) {
        const pair = pairs[k]!;
        scores[pair >> 8]! += (pair << 24) >> 24;
      }
    }
    return scores;
  }
}

/** The same for at most four classes: a row is one number with a byte a class. */
export class PackedModel implements LinearModel {
  readonly classCount: number;
  readonly #rows: Int32Array;
  readonly #filled: Uint32Array;
  readonly #scores = new Int32Array(4);

  constructor({ classCount, rowStarts, classes, weights }: SparseWeights) {
    this.classCount = classCount;
    this.#rows = new Int32Array(rowStarts.length - 1);
    this.#filled = filledRows(rowStarts);
    for (let row = 0; row < this.#rows.length; row++) {
      for (let k = rowStarts[row]!; k < rowStarts[row + 1]!; k++)
        this.#rows[row]! |= (weights[k]! & 0xff) << (8 * classes[k]!);
    }
  }

  score(features: Uint32Array, count: number): Int32Array {
    const rows = this.#rows;
    const filled = this.#filled;
    const mask = rows.length - 1;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let j = 0; j < count; j++) {
      const row = features[j]! & mask;
      if ((filled[row >>> 5]! & (1 << (row & 31))) === 0) continue;
      const weights = rows[row]!;
      a += (weights << 24) >> 24;
      b += (weights << 16) >> 24;
      c += (weights << 8) >> 24;
      d += weights >> 24;
    }
    const scores = this.#scores;
    scores[0] = a;
    scores[1] = b;
    scores[2] = c;
    scores[3] = d;
    return scores;
  }
}

/** A bit a row, set where the row holds anything. */
function filledRows(rowStarts: Uint32Array): Uint32Array {
  const rows = rowStarts.length - 1;
  const filled = new Uint32Array((rows + 31) >>> 5);
  for (let row = 0; row < rows; row++) if (rowStarts[row + 1]! > rowStarts[row]!) filled[row >>> 5]! |= 1 << (row & 31);
  return filled;
}

/** Index of the highest score; the first one when several are equal. */
export function bestClass(scores: ArrayLike<number>): number {
  let best = 0;
  for (let k = 1; k < scores.length; k++) if (scores[k]! > scores[best]!) best = k;
  return best;
}
