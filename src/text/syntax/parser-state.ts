/** The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011): stack, buffer and the arcs made so far. */

export const SHIFT = 0;
/** The next word of the buffer becomes the head of the stack's top. */
export const LEFT = 1;
/** The word below becomes the head of the stack's top. */
export const RIGHT = 2;
export const MOVES = 3;

/** A parse in the making. Place `length` is the root, which waits at the buffer's end; `length + 1` stands for "none". */
export class ParserState {
  readonly length: number;
  readonly none: number;
  readonly stack: Int32Array;
  depth = 0;
  /** First word of the buffer. */
  next = 0;
  readonly heads: Int32Array;
  /** Outermost and innermost child on the left. */
  readonly leftFar: Int32Array;
  readonly leftNear: Int32Array;
  /** Outermost child on the right and the one before it. */
  readonly rightFar: Int32Array;
  readonly rightPrevious: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;

  constructor(length: number) {
    this.length = length;
    this.none = length + 1;
    this.stack = new Int32Array(length + 1);
    this.heads = new Int32Array(length).fill(-1);
    this.leftFar = new Int32Array(length + 2).fill(this.none);
    this.leftNear = new Int32Array(length + 2).fill(this.none);
    this.rightFar = new Int32Array(length + 2).fill(this.none);
    this.rightPrevious = new Int32Array(length + 2).fill(this.none);
    this.leftCount = new Int32Array(length + 2);
    this.rightCount = new Int32Array(length + 2);
  }

  get done(): boolean {
    return this.next >= this.length && this.depth === 0;
  }

  /** Whether a move may be made here; the root takes exactly one child. */
  allows(move: number): boolean {
    if (move === SHIFT) return this.next < this.length;
    if (move === LEFT) return this.depth >= 1 && (this.next < this.length || this.depth === 1);
    return this.depth >= 2;
  }

  /** Makes a move that is allowed. */
  apply(move: number): void {
    if (move === SHIFT) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const child = this.stack[--this.depth]!;
    if (move === LEFT) this.#attachLeft(this.next, child);
    else this.#attachRight(this.stack[this.depth - 1]!, child);
  }

  #attachLeft(head: number, child: number): void {
    this.heads[child] = head;
    if (this.leftNear[head] === this.none) this.leftNear[head] = child;
    this.leftFar[head] = child;
    this.leftCount[head]! += 1;
  }

  #attachRight(head: number, child: number): void {
    this.heads[child] = head;
    this.rightPrevious[head] = this.rightFar[head]!;
    this.rightFar[head] = child;
    this.rightCount[head]! += 1;
  }
}
