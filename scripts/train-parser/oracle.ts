/** A parser state and the gold heads -> how many gold arcs each move puts out of reach (Goldberg and Nivre 2013, arc-hybrid). */
import { LEFT, MOVES, type ParserState, RIGHT, SHIFT } from "../../src/text/syntax/parser-state.js";

/** The cost of a move that is not allowed. */
export const FORBIDDEN = 1_000_000;

/** Costs of the moves in this state into `costs`. */
export function moveCosts(state: ParserState, gold: Int32Array, costs: Int32Array): void {
  for (let move = 0; move < MOVES; move++) costs[move] = state.allows(move) ? 0 : FORBIDDEN;
  if (costs[SHIFT] === 0) costs[SHIFT] = shiftCost(state, gold);
  if (state.depth === 0) return;
  const top = state.stack[state.depth - 1]!;
  const head = gold[top]!;
  let children = 0;
  for (let word = state.next; word < state.length; word++) if (gold[word] === top) children++;
  const below = state.depth > 1 && head === state.stack[state.depth - 2];
  if (costs[LEFT] === 0) costs[LEFT] = children + (below || head > state.next ? 1 : 0);
  if (costs[RIGHT] === 0) costs[RIGHT] = children + (head >= state.next ? 1 : 0);
}

/** Shifting a word loses its arcs with the stack, but for the one from the top of the stack to it. */
function shiftCost({ stack, depth, next }: ParserState, gold: Int32Array): number {
  let cost = 0;
  for (let place = 0; place < depth; place++) {
    const word = stack[place]!;
    if (gold[word] === next) cost++;
    if (place < depth - 1 && gold[next] === word) cost++;
  }
  return cost;
}
