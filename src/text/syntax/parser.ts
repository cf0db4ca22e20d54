/** A prepared sentence -> the head of each word, greedily, one move at a time. */
import type { LinearModel } from "./linear-model.js";
import { MOVE_FEATURES, moveFeatures } from "./parse-features.js";
import type { ParserInput } from "./parser-input.js";
import { MOVES, ParserState } from "./parser-state.js";

const features = new Uint32Array(MOVE_FEATURES);

/** Heads of a sentence; the root's head is `input.length`. */
export function parseHeads(model: LinearModel, input: ParserInput): Int32Array {
  const state = new ParserState(input.length);
  while (!state.done) {
    state.apply(bestMove(state, model.score(features, moveFeatures(state, input, features))));
  }
  return state.heads;
}

/** The allowed move with the highest score. */
export function bestMove(state: ParserState, scores: ArrayLike<number>): number {
  let best = -1;
  for (let move = 0; move < MOVES; move++) {
    if (state.allows(move) && (best < 0 || scores[move]! > scores[best]!)) best = move;
  }
  return best;
}
