/**
 * The shipped weights and treebanks -> what the parser gets right and how fast, in bench/parser.md. Run
 * `npx tsx bench/score-parser.ts en_ewt-ud-test.conllu.gz en_pud-ud-test.conllu.gz [READOUTS.ndjson]`
 */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { type GoldSentence, readTreebank } from "../scripts/train-parser/conllu.js";
import { createAnalyser } from "../src/text/syntax/analyse-sentence.js";
import { loadWeights, WEIGHTS_FILE } from "../src/text/syntax/load-weights.js";
import { parseText } from "../src/text/syntax/parse-text.js";
import { goldTokens, scoreTreebank, type TreeScores } from "./parser/tree-scores.js";

const REPORT = new URL("parser.md", import.meta.url);
/** Relations with fewer words say little. */
const FEWEST = 60;

const files = process.argv.slice(2);
const treebanks = files.filter((file) => file.includes(".conllu"));
const texts = files.find((file) => file.endsWith(".ndjson"));
if (treebanks.length === 0) {
  console.error("usage: score-parser.ts TREEBANK.conllu[.gz]… [TEXTS.ndjson]");
  process.exit(2);
}

const loadStart = performance.now();
const weights = loadWeights();
const readMs = performance.now() - loadStart;
const analyse = createAnalyser(weights);
const loadMs = performance.now() - loadStart;
const gold = treebanks.map((path) => ({
  name: basename(path).replace(/\.conllu.*/, ""),
  sentences: readTreebank(path),
}));
const scores = gold.map(({ name, sentences }) => ({ name, ...scoreTreebank(sentences, analyse) }));

const megabytes = (statSync(WEIGHTS_FILE).size / 1e6).toFixed(2);
const day = new Date().toISOString().slice(0, 10);
writeFileSync(
  REPORT,
  `# The parser

Measured on ${day} with Node ${process.versions.node} by

    npx tsx bench/score-parser.ts ${files.map((file) => basename(file)).join(" ")}

What the columns mean and how the weights came about: [docs/decisions/0007-syntax.md](../docs/decisions/0007-syntax.md).

## How often it is right

On the treebanks' own tokens, tags predicted. UAS: the head is right; LAS: head and relation are right; both without
punctuation. "Cut alike": words that our tokeniser cuts as the treebank does.

| treebank | sentences | words | cut alike | UPOS | XPOS | lemma | UAS | LAS |
|---|---|---|---|---|---|---|---|---|
${scores.map(row).join("\n")}

By relation, share of words whose head and relation are both right:

| relation | ${scores.map(({ name }) => `${name} | words`).join(" | ")} |
|---|${scores.map(() => "---|---|").join("")}
${relationRows(scores).join("\n")}

## How large and how fast

| figure | |
|---|---|
| weights, compressed | ${megabytes} MB |
| weights read and unpacked, cold | ${Math.round(readMs)} ms |
| the same and models set up | ${Math.round(loadMs)} ms |
| tagging and parsing alone | ${thousands(tokensPerSecond(gold.flatMap(({ sentences }) => sentences)))} tokens/s |
${texts === undefined ? "" : `| \`parseText\` in all, over ${basename(texts)} | ${thousands(wordsPerSecond(texts))} words/s |\n`}`,
);

function row(entry: TreeScores & { name: string }): string {
  const { name, sentences, words, counted } = entry;
  const of = (part: number, whole: number) => ((100 * part) / whole).toFixed(2);
  const shares = [entry.cutAlike, entry.upos, entry.xpos, entry.lemmas].map((part) => of(part, words));
  return `| ${[name, sentences, words, ...shares, of(entry.heads, counted), of(entry.labelled, counted)].join(" | ")} |`;
}

function relationRows(all: readonly TreeScores[]): string[] {
  const [first, ...others] = all.map(({ byRelation }) => byRelation);
  const common = [...first!].filter(([, { words }]) => words >= FEWEST).sort((a, b) => b[1].words - a[1].words);
  return common.map(([relation]) => {
    const cells = [first!, ...others].map((byRelation) => {
      const { words, right } = byRelation.get(relation) ?? { words: 0, right: 0 };
      return words === 0 ? " | 0" : `${Math.round((100 * right) / words)} | ${words}`;
    });
    return `| ${relation} | ${cells.join(" | ")} |`;
  });
}

/** The second pass over the same sentences counts: the first one warms up. */
function tokensPerSecond(sentences: readonly GoldSentence[]): number {
  const prepared = sentences.map((sentence) => ({ tokens: goldTokens(sentence), text: sentence.text }));
  const pass = () => {
    const start = performance.now();
    let tokens = 0;
    for (const sentence of prepared) tokens += analyse(sentence.tokens, 0, sentence.text).length;
    return (1000 * tokens) / (performance.now() - start);
  };
  pass();
  return pass();
}

function wordsPerSecond(path: string): number {
  const all = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const words = all.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  const start = performance.now();
  for (const text of all) parseText(text);
  return (1000 * words) / (performance.now() - start);
}

function thousands(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}
