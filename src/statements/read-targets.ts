/** A clause's tokens -> the kinds of object that it covers and those that it leaves out, by the structure of its nouns. */
import { matchPatterns, type PatternIndex, type PatternMatch } from "../text/pattern.js";
import type { Token } from "../text/syntax/sentence.js";

export interface TargetReading {
  /** Ids of the catalogue's targets, in order of place. */
  targets: string[];
  /** Where they stand, for what "of" or "in" says about them. */
  places: { id: string; from: number; to: number }[];
  /** Ids of targets, or the words where no target is known. */
  exceptions: string[];
}

/**
 * What is done to objects, or kept from being done. Only beside one of these words does a noun such as "port" or
 * "energy" name what a term covers; elsewhere ("cooperation in energy") it is a topic.
 */
const CONDUCT = new Set(
  (
    "strike attack shell shelling bomb bombing bombardment target hit destroy destruction damage ceasefire cease-fire truce " +
    "armistice moratorium hostility hostilities spare protect protection safety security safe seize seizure sabotage blockade " +
    "inspection inspect raid missile drone airstrike fire assault fight fighting occupy withdraw withdrawal"
  ).split(" "),
);
/** Nouns that a target may modify and still be what is covered: "energy ceasefire", "port strikes". */
const TERMS = new Set(
  "ceasefire cease-fire truce moratorium strike attack ban halt pause raid shelling bombing protection safety".split(
    " ",
  ),
);
const TELLS = new Set(
  "order instruct direct command task tell ask urge give authorise authorize allow call".split(" "),
);
const LONGEST_EXCEPTION = 12;

/** "Energy infrastructure" is one target, "energy and infrastructure" are two: a match inside a longer one is dropped. */
export function readTargets(index: PatternIndex, tokens: readonly Token[], from: number, to: number): TargetReading {
  const outside = findExceptions(tokens, from, to);
  const matches = matchPatterns(index, tokens, from, to);
  const named = matches.filter(
    (match) =>
      !isInside(match, matches) &&
      !isModifier(tokens, match, matches, to) &&
      !isName(tokens, match) &&
      !isTold(tokens[match.to - 1]!, tokens),
  );
  const isExcepted = ({ from: at }: PatternMatch) => outside.some((stretch) => at >= stretch.from && at < stretch.to);
  const exceptions = outside.flatMap((stretch) => {
    const ids = named.filter(({ from: at }) => at >= stretch.from && at < stretch.to).map(({ id }) => id);
    return ids.length > 0 ? ids : [wordsOf(tokens, stretch)];
  });
  const covered = matches.length > 0 && tokens.some(isConduct) ? named.filter((match) => !isExcepted(match)) : [];
  const ids = [...new Set(covered.map(({ id }) => id))].filter((id) => !exceptions.includes(id));
  return { targets: ids, places: covered, exceptions: [...new Set(exceptions)] };
}

function isConduct({ lemma, lower }: Token): boolean {
  return CONDUCT.has(lemma) || CONDUCT.has(lower);
}

function isInside(match: PatternMatch, matches: readonly PatternMatch[]): boolean {
  const length = match.to - match.from;
  return matches.some((other) => other.from <= match.from && other.to >= match.to && other.to - other.from > length);
}

/** "energy prices", "energy and security guarantees", "women and children's health": another noun is what is meant. */
function isModifier(
  tokens: readonly Token[],
  match: PatternMatch,
  matches: readonly PatternMatch[],
  to: number,
): boolean {
  const last = tokens[match.to - 1]!;
  const at = tokens[match.to]?.lower === "-" ? match.to + 1 : match.to;
  const next = at < to ? tokens[at]! : undefined;
  if (next?.lower === "'s" || next?.lower === "’s") return true;
  if (next?.upos === "NOUN" && last.upos !== "VERB") return !TERMS.has(next.lemma) && !TERMS.has(next.lower);
  if (sharesNoun(tokens, match, matches, to)) return true;
  if (last.deprel !== "compound" && last.deprel !== "amod") return false;
  const head = tokens[last.head];
  if (!head || last.head < match.to || TERMS.has(head.lemma) || TERMS.has(head.lower)) return false;
  return !matches.some((other) => last.head >= other.from && last.head < other.to);
}

/** "energy and food prices": a bare singular joined to the modifier of a noun that is no target. */
function sharesNoun(
  tokens: readonly Token[],
  match: PatternMatch,
  matches: readonly PatternMatch[],
  to: number,
): boolean {
  const joined = tokens[match.to]?.lower === "and" || tokens[match.to]?.lower === "or";
  const noun = match.to + 2;
  if (!joined || noun >= to || tokens[match.to - 1]!.xpos !== "NN") return false;
  const isPair = tokens[noun - 1]!.upos === "NOUN" && tokens[noun]!.upos === "NOUN";
  const isTerm = TERMS.has(tokens[noun]!.lemma) || TERMS.has(tokens[noun]!.lower);
  return isPair && !isTerm && !matches.some((other) => noun >= other.from && noun < other.to);
}

/** "Department of Energy": one word with a capital within a sentence is part of a name. */
function isName(tokens: readonly Token[], { from, to }: PatternMatch): boolean {
  const code = tokens[from]!.text.charCodeAt(0);
  return to - from === 1 && from > 0 && code >= 65 && code <= 90;
}

/** "Ordered the military to observe it": those who are told to act are no object of the act. */
function isTold({ deprel, head }: Token, tokens: readonly Token[]): boolean {
  return (deprel === "obj" || deprel === "iobj") && head >= 0 && TELLS.has(tokens[head]!.lemma);
}

interface Stretch {
  from: number;
  to: number;
}

/** What follows "except", "excluding", "other than", "with the exception of", up to the next mark or clause. */
function findExceptions(tokens: readonly Token[], from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  for (let at = from; at < to; at++) {
    const start = exceptionAt(tokens, at);
    if (start < 0) continue;
    let end = start;
    while (end < to && end - start < LONGEST_EXCEPTION && !endsException(tokens[end]!)) end += 1;
    while (end > start && (tokens[end - 1]!.upos === "CCONJ" || tokens[end - 1]!.upos === "PUNCT")) end -= 1;
    if (end > start) found.push({ from: start, to: end });
    at = Math.max(at, end - 1);
  }
  return found;
}

function endsException({ lower, upos, deprel }: Token): boolean {
  if (
    lower === "," ||
    lower === ";" ||
    lower === "." ||
    lower === ":" ||
    lower === ")" ||
    lower === "—" ||
    lower === "–"
  )
    return true;
  return (
    (upos === "VERB" || upos === "AUX") &&
    (deprel === "root" || deprel === "conj" || deprel === "advcl" || deprel === "parataxis")
  );
}

/** Index behind the words that open an exception at `at`, or -1. */
function exceptionAt(tokens: readonly Token[], at: number): number {
  const word = tokens[at]!.lower;
  const next = tokens[at + 1]?.lower;
  if (word === "except" || word === "excepting")
    return next === "for" ? at + 2 : next === "that" || next === "when" || next === "if" ? -1 : at + 1;
  if (word === "excluding" || word === "barring") return at + 1;
  if (word === "other" && next === "than") return at + 2;
  if (word === "save" && next === "for") return at + 2;
  if (word === "exception" && next === "of" && tokens[at - 1]?.lower === "the") return at + 2;
  if (word === "not" && next === "including") return at + 2;
  return -1;
}

function wordsOf(tokens: readonly Token[], { from, to }: Stretch): string {
  const words = tokens.slice(from, to).map(({ lower }) => lower);
  while (words.length > 1 && (words[0] === "the" || words[0] === "a" || words[0] === "an")) words.shift();
  return words.join(" ");
}
