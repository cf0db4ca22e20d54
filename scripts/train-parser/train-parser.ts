/** Gold trees with predicted tags -> parser and labeller models, with a dynamic oracle and exploration. */
import { childrenOf, LABEL_FEATURES, labelFeatures } from "../../src/text/syntax/labeller.js";
import { bestClass, type SparseWeights } from "../../src/text/syntax/linear-model.js";
import { MOVE_FEATURES, moveFeatures } from "../../src/text/syntax/parse-features.js";
import { bestMove } from "../../src/text/syntax/parser.js";
import type { ParserInput } from "../../src/text/syntax/parser-input.js";
import { MOVES, ParserState } from "../../src/text/syntax/parser-state.js";
import { AveragedPerceptron } from "./averaged-perceptron.js";
import { moveCosts } from "./oracle.js";
import { type Random, shuffled } from "./random.js";

/** A sentence to learn from: gold heads and labels, predicted tags in `input`. */
export interface TreeExample {
  input: ParserInput;
  heads: Int32Array;
  labels: Int32Array;
}

/** How parser and labeller are trained. */
export interface ParserPlan {
  epochs: number;
  parserBits: number;
  labellerBits: number;
  /** Chance of following the model's own move, right or wrong, after the first epoch. */
  exploration: number;
  parserThreshold: number;
  labellerThreshold: number;
}

/** Called after each epoch. */
export type EpochReport = (epoch: number, accuracy: number, weights: () => TreeWeights) => void;

export interface TreeWeights {
  parser: SparseWeights;
  labeller: SparseWeights;
}

const features = new Uint32Array(Math.max(MOVE_FEATURES, LABEL_FEATURES));
const costs = new Int32Array(MOVES);

/** Trains both models on the same pass. */
export function trainParser(
  data: TreeExample[],
  labelCount: number,
  plan: ParserPlan,
  random: Random,
  report: EpochReport,
): TreeWeights {
  const parser = new AveragedPerceptron(plan.parserBits, MOVES);
  const labeller = new AveragedPerceptron(plan.labellerBits, labelCount);
  const weights = () => ({
    parser: parser.average(plan.parserThreshold),
    labeller: labeller.average(plan.labellerThreshold),
  });
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    let right = 0;
    let moves = 0;
    const explore = epoch === 0 ? 0 : plan.exploration;
    for (const example of shuffled(data, random)) {
      right += learnMoves(parser, example, explore, random);
      moves += 2 * example.input.length;
      learnLabels(labeller, example);
    }
    report(epoch, right / moves, weights);
  }
  return weights();
}

function learnMoves(model: AveragedPerceptron, { input, heads }: TreeExample, explore: number, random: Random): number {
  const state = new ParserState(input.length);
  let right = 0;
  while (!state.done) {
    const count = moveFeatures(state, input, features);
    const scores = model.score(features, count);
    const chosen = bestMove(state, scores);
    moveCosts(state, heads, costs);
    const best = bestMove(
      state,
      costs.map((cost) => -cost),
    );
    const lowest = costs[best]!;
    const wanted = bestOf(state, scores, lowest);
    if (costs[chosen] === lowest) {
      model.pass();
      right++;
    } else model.correct(features, count, wanted, chosen);
    state.apply(random() < explore ? chosen : wanted);
  }
  return right;
}

/** The best-scored among the moves that lose nothing more. */
function bestOf(state: ParserState, scores: ArrayLike<number>, lowest: number): number {
  let best = -1;
  for (let move = 0; move < MOVES; move++) {
    if (costs[move] !== lowest || !state.allows(move)) continue;
    if (best < 0 || scores[move]! > scores[best]!) best = move;
  }
  return best;
}

function learnLabels(model: AveragedPerceptron, { input, heads, labels }: TreeExample): void {
  const children = childrenOf(heads, input.length);
  for (let child = 0; child < input.length; child++) {
    const count = labelFeatures(input, heads, children, child, features);
    const chosen = bestClass(model.score(features, count));
    if (chosen === labels[child]) model.pass();
    else model.correct(features, count, labels[child]!, chosen);
  }
}
