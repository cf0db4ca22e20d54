/**
 * Treebank files -> `weights/english-syntax.bin.br`. Run:
 * `npx tsx scripts/train-parser/main.ts TRAIN.conllu.gz DEV.conllu.gz OUT`
 */
import { writeFileSync } from "node:fs";
import { SparseModel } from "../../src/text/syntax/linear-model.js";
import { encodeWeights } from "../../src/text/syntax/weights-file.js";
import { type GoldSentence, readTreebank } from "./conllu.js";
import { learnLemmas } from "./learn-lemmas.js";
import { seededRandom } from "./random.js";
import { inputWithTags, scoreTags, scoreTrees } from "./score-trees.js";
import { trainParser } from "./train-parser.js";
import { jackknifeTags, tagClasses, trainTagger } from "./train-tagger.js";

const TAGGER = { epochs: 6, foldEpochs: 4, folds: 5, bits: 18, threshold: 0 };
const PARSER = {
  epochs: 8,
  parserBits: 22,
  labellerBits: 20,
  exploration: 0.9,
  parserThreshold: 0,
  labellerThreshold: 0,
};

const [trainPath, devPath, out] = process.argv.slice(2);
if (trainPath === undefined || devPath === undefined || out === undefined) {
  console.error("usage: main.ts TRAIN.conllu[.gz] DEV.conllu[.gz] OUT");
  process.exit(2);
}
const random = seededRandom(42);
const gold = readTreebank(trainPath);
const dev = readTreebank(devPath);
const classes = tagClasses(gold);
const labels = [...new Set(gold.flatMap((sentence) => sentence.deprels))];

const learned = jackknifeTags(gold, classes, TAGGER, random);
const tagger = trainTagger(gold, classes, TAGGER, random);
const devTags = scoreTags(new SparseModel(tagger), classes, dev);
console.error(`tags ${classes.length}, dev UPOS ${devTags.upos.toFixed(2)} XPOS ${devTags.xpos.toFixed(2)}`);

const devInputs = dev.map((sentence, i) => inputWithTags(sentence, devTags.tags[i]!, classes));
const trees = trainParser(gold.map(example), labels.length, PARSER, random, (epoch, accuracy, weights) => {
  const { parser, labeller } = weights();
  const models = { parser: new SparseModel(parser), labeller: new SparseModel(labeller) };
  const { uas, las } = scoreTrees(models, labels, dev, devInputs);
  const share = (100 * accuracy).toFixed(2);
  console.error(
    `epoch ${epoch + 1} moves ${share} dev UAS ${uas.toFixed(2)} LAS ${las.toFixed(2)} pairs ${parser.classes.length} ${labeller.classes.length}`,
  );
});
writeFileSync(out, encodeWeights({ tags: classes, labels, tagger, ...trees, lemmas: learnLemmas(gold) }));

function example(sentence: GoldSentence, i: number) {
  const input = inputWithTags(sentence, learned[i]!, classes);
  return { input, heads: sentence.heads, labels: Int32Array.from(sentence.deprels, (label) => labels.indexOf(label)) };
}
