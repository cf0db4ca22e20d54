/** Mistakes -> weights: an averaged perceptron over hashed features (Collins 2002), dense while it learns, sparse when done. */
import type { LinearModel, SparseWeights } from "../../src/text/syntax/linear-model.js";

/** A model that learns. Features fall on `1 << bits` rows. */
export class AveragedPerceptron implements LinearModel {
  readonly classCount: number;
  readonly #mask: number;
  readonly #weights: Float32Array;
  readonly #totals: Float32Array;
  readonly #stamps: Int32Array;
  readonly #scores: Float32Array;
  #steps = 0;

  constructor(bits: number, classCount: number) {
    const size = (1 << bits) * classCount;
    this.classCount = classCount;
    this.#mask = (1 << bits) - 1;
    this.#weights = new Float32Array(size);
    this.#totals = new Float32Array(size);
    this.#stamps = new Int32Array(size);
    this.#scores = new Float32Array(classCount);
  }

  score(features: Uint32Array, count: number): Float32Array {
    const classes = this.classCount;
    const scores = this.#scores.fill(0);
    for (let j = 0; j < count; j++) {
      const row = (features[j]! & this.#mask) * classes;
      for (let k = 0; k < classes; k++) scores[k]! += this.#weights[row + k]!;
    }
    return scores;
  }

  /** Counts a decision that needed no correction. */
  pass(): void {
    this.#steps++;
  }

  /** Moves weight from the class that was chosen to the one that was right. */
  correct(features: Uint32Array, count: number, right: number, chosen: number): void {
    this.#steps++;
    for (let j = 0; j < count; j++) {
      const row = (features[j]! & this.#mask) * this.classCount;
      this.#add(row + right, 1);
      this.#add(row + chosen, -1);
    }
  }

  #add(at: number, change: number): void {
    this.#totals[at]! += (this.#steps - this.#stamps[at]!) * this.#weights[at]!;
    this.#stamps[at] = this.#steps;
    this.#weights[at]! += change;
  }

  /** The averaged weights as they stand, 8 bits each, those below `threshold` left out. Learning may go on. */
  average(threshold: number): SparseWeights {
    const averaged = this.#averages();
    let highest = 0;
    for (const weight of averaged) highest = Math.max(highest, Math.abs(weight));
    const scale = 127 / highest;
    return sparse(averaged, this.classCount, scale, threshold);
  }

  #averages(): Float32Array {
    const averaged = new Float32Array(this.#weights.length);
    for (let at = 0; at < averaged.length; at++) {
      if (this.#stamps[at] === 0) continue;
      const pending = (this.#steps - this.#stamps[at]!) * this.#weights[at]!;
      averaged[at] = (this.#totals[at]! + pending) / this.#steps;
    }
    return averaged;
  }
}

function sparse(dense: Float32Array, classCount: number, scale: number, threshold: number): SparseWeights {
  const rows = dense.length / classCount;
  const rowStarts = new Uint32Array(rows + 1);
  const classes: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < classCount; k++) {
      const weight = dense[row * classCount + k]!;
      const rounded = Math.round(weight * scale);
      if (Math.abs(weight) < threshold || rounded === 0) continue;
      classes.push(k);
      weights.push(rounded);
    }
    rowStarts[row + 1] = classes.length;
  }
  return { classCount, rowStarts, classes: Uint8Array.from(classes), weights: Int8Array.from(weights) };
}
