/** Gold sentences -> a tagger model; and tags for sentences that the model did not see, by jack-knifing. */

import { FormTable } from "../../src/text/syntax/form-table.js";
import { bestClass, SparseModel, type SparseWeights } from "../../src/text/syntax/linear-model.js";
import { type TaggerInput, tagFeatures, taggerInput, tagSentence } from "../../src/text/syntax/tagger.js";
import { AveragedPerceptron } from "./averaged-perceptron.js";
import type { GoldSentence } from "./conllu.js";
import { type Random, shuffled } from "./random.js";

/** How the tagger is trained. */
export interface TaggerPlan {
  epochs: number;
  /** Epochs of each of the jack-knife's taggers. */
  foldEpochs: number;
  folds: number;
  bits: number;
  threshold: number;
}

const table = new FormTable();
const features = new Uint32Array(64);

/** The classes: every combined tag seen more than three times. */
export function tagClasses(sentences: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of sentences) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 3).map(([tag]) => tag);
}

/** Trains on all sentences. */
export function trainTagger(
  gold: readonly GoldSentence[],
  classes: string[],
  plan: TaggerPlan,
  random: Random,
): SparseWeights {
  return learn(gold, classes, plan.epochs, plan, random);
}

/** Tags each sentence by a tagger trained on the other folds, so that the parser learns from tags as bad as it will meet. */
export function jackknifeTags(
  gold: readonly GoldSentence[],
  classes: string[],
  plan: TaggerPlan,
  random: Random,
): Int32Array[] {
  const tags: Int32Array[] = [];
  for (let fold = 0; fold < plan.folds; fold++) {
    const rest = gold.filter((_, i) => i % plan.folds !== fold);
    const model = new SparseModel(learn(rest, classes, plan.foldEpochs, plan, random));
    for (let i = fold; i < gold.length; i += plan.folds) tags[i] = predictTags(model, gold[i]!);
  }
  return tags;
}

/** Class numbers that a model gives a sentence. */
export function predictTags(model: SparseModel, sentence: GoldSentence): Int32Array {
  const tags = new Int32Array(sentence.forms.length);
  tagSentence(model, inputOf(sentence), tags);
  return tags;
}

function learn(
  gold: readonly GoldSentence[],
  classes: string[],
  epochs: number,
  plan: TaggerPlan,
  random: Random,
): SparseWeights {
  const numbers = new Map(classes.map((tag, i) => [tag, i]));
  const model = new AveragedPerceptron(plan.bits, classes.length);
  const data = gold.map((sentence) => ({
    input: inputOf(sentence),
    right: sentence.tags.map((tag) => numbers.get(tag)),
  }));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { input, right } of shuffled(data, random)) learnSentence(model, input, right);
  }
  return model.average(plan.threshold);
}

function learnSentence(model: AveragedPerceptron, input: TaggerInput, right: (number | undefined)[]): void {
  let p1 = -1;
  let p2 = -1;
  for (let i = 0; i < input.length; i++) {
    const count = tagFeatures(input, i, p1, p2, features);
    const chosen = bestClass(model.score(features, count));
    const wanted = right[i];
    if (wanted === undefined || wanted === chosen) model.pass();
    else model.correct(features, count, wanted, chosen);
    p2 = p1;
    p1 = chosen;
  }
}

function inputOf(sentence: GoldSentence): TaggerInput {
  return taggerInput(sentence.forms, sentence.wink, table);
}
