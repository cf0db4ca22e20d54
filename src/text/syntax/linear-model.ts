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

/** A model over sparse weights; a feature's row is its key modulo the number of rows. */
export class SparseModel implements LinearModel {
  readonly classCount: number;
  readonly #weights: SparseWeights;
  readonly #scores: Int32Array;

  constructor(weights: SparseWeights) {
    this.classCount = weights.classCount;
    this.#weights = weights;
    this.#scores = new Int32Array(weights.classCount);
  }

  score(features: Uint32Array, count: number): Int32Array {
    const scores = this.#scores.fill(0);
    const { rowStarts, classes, weights } = this.#weights;
    const mask = rowStarts.length - 2;
    for (let j = 0; j < count; j++) {
      const row = features[j]! & mask;
      const end = rowStarts[row + 1]!;
      for (let k = rowStarts[row]!; k < end; k++) scores[classes[k]!]! += weights[k]!;
    }
    return scores;
  }
}

/** Index of the highest score; the first one when several are equal. */
export function bestClass(scores: ArrayLike<number>): number {
  let best = 0;
  for (let k = 1; k < scores.length; k++) if (scores[k]! > scores[best]!) best = k;
  return best;
}
