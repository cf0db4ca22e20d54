/** A sentence that predicts -> who says it, where that is no party; null where it is one. */
import type { Act } from "../../model/act.js";
import type { Catalog } from "../../model/catalog.js";
import type { Document } from "../../model/document.js";
import type { Sentence } from "../../text/syntax/sentence.js";
import { buildTree, dependent } from "../../text/syntax/tree.js";

type Actors = Pick<Catalog, "states" | "organisations" | "offices">;

const SAYING = new Set([
  "say",
  "tell",
  "predict",
  "forecast",
  "doubt",
  "expect",
  "warn",
  "think",
  "believe",
  "argue",
  "write",
  "estimate",
  "put",
  "note",
  "add",
]);
/** Heads of phrases for those who judge from outside. */
const EXPERTS =
  /\b(analysts?|experts?|professors?|fellows?|researchers?|scholars?|historians?|economists?|observers?|lecturers?|academics?|strategists?|columnists?)\b/i;
/** Heads of phrases for those who speak for a side. */
const OFFICIALS =
  /\b(presidents?|ministers?|premiers?|chancellors?|spokes\w+|officials?|secretar\w+|envoys?|ambassadors?|generals?|commanders?|governments?|ministry|kremlin|white house)\b/i;
const PRONOUN = /^(he|she|they|it|we|i|you|who|that|this)$/i;
const LONGEST_NAME = 160;

/** "?" where the sentence does not say. */
export function readSpeaker(
  sentence: Sentence,
  document: Document,
  acts: readonly Act[],
  actors: Actors,
): string | null {
  const subject = subjectOfSaying(sentence, document.text);
  const told = acts.map(({ attribution }) => attribution.at(-1)).find((name) => name && name !== document.publisher);
  const named = subject !== undefined && !PRONOUN.test(subject) ? subject : told;
  if (named === undefined) return document.genre === "report" ? "?" : null;
  if (EXPERTS.test(named)) return named;
  if (OFFICIALS.test(named) || isParty(named, actors)) return null;
  return named;
}

function subjectOfSaying(sentence: Sentence, text: string): string | undefined {
  const tree = buildTree(sentence);
  for (const [at, { lemma, upos }] of tree.tokens.entries()) {
    if (upos !== "VERB" || !SAYING.has(lemma)) continue;
    const subject = dependent(tree, at, ["nsubj"]);
    if (subject === undefined) continue;
    const [first, last] = [tree.tokens[tree.left[subject]!]!, tree.tokens[tree.right[subject]!]!];
    return text
      .slice(first.start, last.end)
      .replace(/[\s,]+$/, "")
      .slice(0, LONGEST_NAME);
  }
  return undefined;
}

/** Names a state, an organisation that is no outlet, or a holder of an office. */
function isParty(words: string, { states, organisations, offices }: Actors): boolean {
  const lower = words.toLowerCase();
  const names = [
    ...states.flatMap(({ name, names: others, metonyms }) => [name, ...others, ...metonyms]),
    ...organisations.filter(({ outlet }) => !outlet).flatMap(({ name, names: others }) => [name, ...others]),
    ...offices.flatMap(({ holders }) => holders.map(({ name }) => name)),
  ];
  return names.some((name) => lower === name.toLowerCase() || lower === `the ${name.toLowerCase()}`);
}
