/** Gold sentences and an analyser -> how often tags, lemmas, heads and relations are right. */
import type { GoldSentence } from "../../scripts/train-parser/conllu.js";
import type { Analyser } from "../../src/text/syntax/analyse-sentence.js";
import type { Token } from "../../src/text/syntax/sentence.js";
import { type WinkToken, winkTokens } from "../../src/text/syntax/tokenize.js";

/** Counts over one treebank. Heads and relations are counted without punctuation, as is usual. */
export interface TreeScores {
  sentences: number;
  words: number;
  /** Words that our tokeniser cuts as the treebank does. */
  cutAlike: number;
  upos: number;
  xpos: number;
  lemmas: number;
  /** Words that are not punctuation. */
  counted: number;
  heads: number;
  labelled: number;
  byRelation: Map<string, { words: number; right: number }>;
}

/** Scores an analyser on the treebank's own tokens. */
export function scoreTreebank(gold: readonly GoldSentence[], analyse: Analyser): TreeScores {
  const scores: TreeScores = {
    sentences: gold.length,
    words: 0,
    cutAlike: 0,
    upos: 0,
    xpos: 0,
    lemmas: 0,
    counted: 0,
    heads: 0,
    labelled: 0,
    byRelation: new Map(),
  };
  for (const sentence of gold) {
    const found = analyse(goldTokens(sentence), 0, sentence.text);
    const spans = new Set(winkTokens(sentence.text).map(({ start, end }) => `${start}-${end}`));
    found.forEach((token, i) => {
      if (spans.has(`${token.start}-${token.end}`)) scores.cutAlike++;
      countToken(scores, sentence, token, i);
    });
  }
  return scores;
}

/** The treebank's tokens as our tokeniser would hand them on. */
export function goldTokens({ forms, starts, wink, winkLemmas }: GoldSentence): WinkToken[] {
  return forms.map((form, i) => ({
    form,
    start: starts[i]!,
    end: starts[i]! + form.length,
    upos: wink[i]!,
    lemma: winkLemmas[i]!,
  }));
}

function countToken(scores: TreeScores, { tags, lemmas, heads, deprels }: GoldSentence, token: Token, i: number): void {
  const [xpos, upos] = tags[i]!.split("|");
  scores.words++;
  if (token.upos === upos) scores.upos++;
  if (token.xpos === xpos) scores.xpos++;
  if (token.lemma === lemmas[i]!.toLowerCase()) scores.lemmas++;
  if (upos === "PUNCT") return;
  scores.counted++;
  const relation = scores.byRelation.get(deprels[i]!) ?? { words: 0, right: 0 };
  scores.byRelation.set(deprels[i]!, relation);
  relation.words++;
  if ((token.head === -1 ? heads.length : token.head) !== heads[i]) return;
  scores.heads++;
  if (token.deprel !== deprels[i]) return;
  scores.labelled++;
  relation.right++;
}
