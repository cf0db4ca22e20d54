/** Profiles of two texts -> their pairs that may still be tied, the best first, as what they share is used up. */
import type { IssueTree } from "./issue-tree.js";
import type { Features } from "./overlap.js";
import type { Parameters } from "./parameters.js";
import { type Likeness, likeness, type Profile } from "./similarity.js";

export interface Pair {
  row: number;
  column: number;
  x: Profile;
  y: Profile;
}

/** Where nothing is shared now nothing will be: a link uses features up and brings none. */
const NOTHING_SHARED = 1;
const CLOSED = 2;

/**
 * Two clauses that both have a partner are never tied, so such pairs are looked at no more. Each row knows its best
 * column, so that a link costs one row and one column instead of all pairs; scores alone are kept, since texts of a
 * thousand clauses have a million pairs.
 */
export class OpenPairs {
  private readonly left: readonly Profile[];
  private readonly right: readonly Profile[];
  private readonly tree: IssueTree;
  private readonly p: Parameters;
  readonly #width: number;
  readonly #scores: Float64Array;
  /** By how much a better pair of its row or column outdid each pair at first. */
  readonly #lags: Float64Array;
  readonly #marks: Uint8Array;
  /** By row; -1 where no column is good enough. */
  readonly #best: Int32Array;
  readonly #tied = new Set<Profile>();

  constructor(left: readonly Profile[], right: readonly Profile[], tree: IssueTree, p: Parameters) {
    [this.left, this.right, this.tree, this.p] = [left, right, tree, p];
    this.#width = right.length;
    this.#scores = new Float64Array(left.length * right.length);
    this.#marks = new Uint8Array(left.length * right.length);
    this.#best = new Int32Array(left.length);
    for (let row = 0; row < left.length; row++) {
      for (let column = 0; column < this.#width; column++) this.#measure(row, column);
    }
    this.#lags = lagsOf(this.#scores, this.#width);
    for (let row = 0; row < left.length; row++) this.#rank(row);
  }

  /** The best pair that may still be tied; of equal ones the first in the texts. Null where none is good enough. */
  best(): Pair | null {
    let [row, top] = [-1, 0];
    for (const [at, column] of this.#best.entries()) {
      const score = this.#score(at, column);
      if (score > top) [row, top] = [at, score];
    }
    if (row < 0) return null;
    const column = this.#best[row]!;
    return { row, column, x: this.left[row]!, y: this.right[column]! };
  }

  /** Uses up what the pair shares; the scores of both its clauses with others follow. */
  tie({ row, column, x, y }: Pair): void {
    useUp(x, y, likeness(x, y, this.tree, this.p), this.p);
    this.#tied.add(x).add(y);
    this.#marks[this.#at(row, column)]! |= CLOSED;
    for (let at = 0; at < this.#width; at++) this.#measureAgain(row, at);
    for (let at = 0; at < this.left.length; at++) {
      this.#measureAgain(at, column);
      if (at === row || this.#best[at] === column) this.#rank(at);
      else if (this.#isOpen(at, column) && this.#beats(at, column, this.#best[at]!)) this.#best[at] = column;
    }
  }

  #at(row: number, column: number): number {
    return row * this.#width + column;
  }

  #score(row: number, column: number): number {
    if (column < 0) return 0;
    const at = this.#at(row, column);
    return this.#scores[at]! - this.p.lagCounts * this.#lags[at]!;
  }

  #measure(row: number, column: number): void {
    const { score, words, issues } = likeness(this.left[row]!, this.right[column]!, this.tree, this.p);
    this.#scores[this.#at(row, column)] = score;
    if (words.value === 0 && issues.value === 0) this.#marks[this.#at(row, column)]! |= NOTHING_SHARED;
  }

  #measureAgain(row: number, column: number): void {
    const bothTied = this.#tied.has(this.left[row]!) && this.#tied.has(this.right[column]!);
    if (!bothTied && this.#marks[this.#at(row, column)] === 0) this.#measure(row, column);
  }

  #isOpen(row: number, column: number): boolean {
    const [x, y] = [this.#tied.has(this.left[row]!), this.#tied.has(this.right[column]!)];
    if ((x && y) || this.#marks[this.#at(row, column)]! & CLOSED) return false;
    return this.#score(row, column) >= (x || y ? this.p.furtherFrom : this.p.linkFrom);
  }

  #rank(row: number): void {
    let best = -1;
    for (let column = 0; column < this.#width; column++)
      if (this.#score(row, column) > this.#score(row, best) && this.#isOpen(row, column)) best = column;
    this.#best[row] = best;
  }

  /** Of equal ones the first. */
  #beats(row: number, column: number, other: number): boolean {
    const [score, most] = [this.#score(row, column), this.#score(row, other)];
    return score > most || (score === most && score > 0 && column < other);
  }
}

/** What the two share counts less from now on. */
export function useUp(x: Profile, y: Profile, { words, issues }: Likeness, p: Parameters): void {
  const discount = (features: Features, keys: string[]) => {
    for (const key of keys) features.set(key, features.get(key)! * p.usedKeeps);
  };
  discount(x.words, words.used[0]);
  discount(y.words, words.used[1]);
  discount(x.issues, issues.used[0]);
  discount(y.issues, issues.used[1]);
}

/** By how much another pair of its row or of its column outdoes each pair, 0 where none does. */
function lagsOf(scores: Float64Array, width: number): Float64Array {
  const rows = Array.from({ length: scores.length / (width || 1) }, () => new BestTwo());
  const columns = Array.from({ length: width }, () => new BestTwo());
  const linesOf = (at: number) => [rows[Math.floor(at / width)]!, columns[at % width]!] as const;
  scores.forEach((score, at) => {
    for (const line of linesOf(at)) line.enter(score);
  });
  return scores.map((score, at) => {
    const [row, column] = linesOf(at);
    return Math.max(0, row.otherThan(score) - score, column.otherThan(score) - score);
  });
}

class BestTwo {
  #first = 0;
  #second = 0;

  enter(score: number): void {
    if (score > this.#first) [this.#first, this.#second] = [score, this.#first];
    else if (score > this.#second) this.#second = score;
  }

  otherThan(score: number): number {
    return score === this.#first ? this.#second : this.#first;
  }
}
