/** A word in its tree -> its own negation, modal verbs and markers; closed word classes of English grammar live here. */
import { dependent, dependents, type Tree } from "../text/syntax/tree.js";

const NEGATORS = new Set([
  "not",
  "n't",
  "n’t",
  "never",
  "no",
  "neither",
  "nor",
  "hardly",
  "scarcely",
  "barely",
  "nowhere",
]);
const NEAR_NEGATORS = new Set(["not", "never", "neither", "nor"]);
/** "no less important", "in no small part", "no doubt", "no secret": they deny nothing. */
const NO_DENIAL = new Set(["less", "fewer", "small", "doubt", "denying", "secret", "wonder"]);
export const NOBODY = new Set(["nothing", "nobody", "none", "neither", "no-one", "noone"]);
const POSSIBLE = new Set([
  "may",
  "might",
  "can",
  "could",
  "ca",
  "possibly",
  "perhaps",
  "maybe",
  "potentially",
  "probably",
  "likely",
  "reportedly",
  "allegedly",
  "supposedly",
  "purportedly",
  "apparently",
  "nearly",
  "almost",
  "virtually",
  "practically",
]);
const NECESSARY = new Set(["must", "should", "ought", "shall", "need"]);
const FUTURE = new Set(["will", "would", "'ll", "’ll", "wo"]);
/** Nouns for a contact; with the verbs below they are had for a purpose that is reached by having them. */
export const CONTACTS = new Set(
  "call conversation talk meeting consultation summit discussion negotiation session videoconference conference dinner lunch breakfast".split(
    " ",
  ),
);
const MEETING = new Set("speak talk meet confer consult gather convene telephone phone".split(" "));
const HAVING = new Set("hold have host convene conduct chair join attend".split(" "));
const ADVERBIAL = new Set(["advmod", "det", "aux", "cc", "case", "mark", "discourse"]);
/** After these a "not" does not deny: "not only accepted but signed", "cannot but accept". */
const NOT_DENIED = new Set(["only", "just", "merely", "until", "least", "but"]);

export interface Modals {
  /** "may", "nearly", "reportedly": it may not be so. */
  possible: boolean;
  /** "can" or "could": with a negation, it is not so. */
  able: boolean;
  necessity: boolean;
  future: boolean;
}

/** Words from `from` to `to` are a trigger's own ("will not accept") and are not counted twice. */
export interface OwnWords {
  from: number;
  to: number;
}

const NO_WORDS: OwnWords = { from: -1, to: -1 };

export function modalsOf(tree: Tree, i: number, own: OwnWords = NO_WORDS): Modals {
  const modals: Modals = { possible: false, able: false, necessity: false, future: false };
  for (const child of tree.children[i]!) {
    const { lower, deprel } = tree.tokens[child]!;
    if ((deprel !== "aux" && deprel !== "advmod") || isOwn(child, own, i) || isElliptical(tree, child)) continue;
    if (POSSIBLE.has(lower)) modals.possible = true;
    if (["can", "could", "ca"].includes(lower)) modals.able = true;
    if (deprel === "aux" && NECESSARY.has(lower)) modals.necessity = true;
    if (deprel === "aux" && FUTURE.has(lower)) modals.future = true;
  }
  return modals;
}

const ELLIPSIS_REACH = 6;

/** "as friends should, we keep the road open": the modal goes with a verb that is left out, whatever verb the tree gives it. */
function isElliptical(tree: Tree, modal: number): boolean {
  const { upos, deprel } = tree.tokens[modal]!;
  const next = tree.tokens[modal + 1];
  if (deprel !== "aux" || upos !== "AUX" || !next || (next.upos !== "PUNCT" && next.upos !== "CCONJ")) return false;
  if (["ADV", "ADP", "AUX"].includes(tree.tokens[modal + 2]?.upos ?? "")) return false;
  for (let i = modal - 1; i >= 0 && i >= modal - ELLIPSIS_REACH; i--) {
    if (tree.tokens[i]!.lower === "as" && i < modal - 1) return true;
    if (tree.tokens[i]!.upos === "VERB" || tree.tokens[i]!.upos === "PUNCT") return false;
  }
  return false;
}

/** Negated by an adverb or determiner, or by a subject or object that is nobody or nothing. */
export function isNegated(tree: Tree, i: number, own: OwnWords = NO_WORDS): boolean {
  if (
    tree.tokens[0]!.lower === "nor" &&
    !tree.tokens.slice(1, i).some(({ upos }) => upos === "VERB" || upos === "PUNCT")
  )
    return true;
  if (i > 0 && !isOwn(i - 1, own, i) && NEAR_NEGATORS.has(tree.tokens[i - 1]!.lower)) return true;
  for (const child of tree.children[i]!) {
    const { lower, deprel } = tree.tokens[child]!;
    if (isOwn(child, own, i)) continue;
    if (
      NEGATORS.has(lower) &&
      ADVERBIAL.has(deprel) &&
      child < i &&
      !NOT_DENIED.has(tree.tokens[child + 1]?.lower ?? "") &&
      !NO_DENIAL.has(tree.tokens[child + 1]!.lower) &&
      !isDropped(tree, child, i)
    )
      return true;
    if (lower === "longer" && tree.tokens[child - 1]?.lower === "no") return true;
    if (["nsubj", "nsubj:pass"].includes(deprel) && isNobody(tree, child) && !isUndenied(tree, child, i)) return true;
    if (["obj", "obl"].includes(deprel) && NOBODY.has(lower) && tree.tokens[child + 1]?.lower !== "except")
      if (!isNameOfPrinciple(tree, child)) return true;
    if (deprel === "obj" && child > i && tree.tokens[child - 1]!.lower === "no" && !NO_DENIAL.has(lower)) return true;
  }
  return dependent(tree, i, ["nsubj", "nsubj:pass"]) !== undefined && opensWithNobody(tree, i);
}

/** "No, the road is open", "so it's not — I wish": an interjection, and words that the speaker took back for others. */
function isDropped(tree: Tree, negator: number, verb: number): boolean {
  const next = tree.tokens[negator + 1]!.text;
  if (next === ",") return tree.tokens[negator]!.lower === "no";
  return /^[–—]$/.test(next) && dependents(tree, verb, ["nsubj", "nsubj:pass"]).some((i) => i > negator && i < verb);
}

/** 'the principle of "nothing about you without you"', with or without its marks: what a name says is said by nobody here. */
function isNameOfPrinciple(tree: Tree, i: number): boolean {
  const before = tree.tokens[i - 1];
  if (before === undefined) return false;
  return /^["“”«»‘']$/.test(before.text) || (before.lower === "of" && tree.tokens[i - 2]?.upos === "NOUN");
}

/** "None of the five states agreed", where the tree took "states" for the subject. */
function opensWithNobody(tree: Tree, i: number): boolean {
  const subject = dependent(tree, i, ["nsubj", "nsubj:pass"])!;
  if (subject > i) return false;
  const first = tree.left[subject]!;
  return (
    first < subject && ["none", "neither", "nobody"].includes(tree.tokens[first]!.lower) && !isNobody(tree, subject)
  );
}

function isOwn(child: number, own: OwnWords, head: number): boolean {
  return child !== head && child >= own.from && child <= own.to;
}

/** "nothing", "none of the states", "no government". */
function isNobody(tree: Tree, subject: number): boolean {
  if (NOBODY.has(tree.tokens[subject]!.lower)) return true;
  return tree.children[subject]!.some(
    (child) =>
      child < subject &&
      (["no", "neither"].includes(tree.tokens[child]!.lower) ||
        (tree.tokens[child]!.lower === "any" && tree.tokens[child - 1]?.lower === "hardly")),
  );
}

const MARK = /^["“”«»]$/;

/** "there is nothing we cannot achieve", "there is no state that does not gain", "there is no doubt": said of all, or surely. */
function isUndenied(tree: Tree, subject: number, verb: number): boolean {
  if (NO_DENIAL.has(tree.tokens[subject]!.lower)) return true;
  if (
    MARK.test(tree.tokens[subject - 1]?.text ?? "") &&
    tree.tokens.slice(subject, verb).some(({ text }) => MARK.test(text))
  )
    return true;
  if (tree.tokens[subject - 1]?.lemma !== "be" && tree.tokens[subject - 2]?.lemma !== "be") return false;
  for (let i = subject + 1; i < tree.tokens.length && tree.tokens[i]!.upos !== "PUNCT"; i++)
    if (NEAR_NEGATORS.has(tree.tokens[i]!.lower) || ["n't", "n’t"].includes(tree.tokens[i]!.lower)) return true;
  return false;
}

/** The lower-case word that introduces a clause or phrase, "" where there is none. */
export function markOf(tree: Tree, i: number): string {
  const mark =
    dependent(tree, i, ["mark", "case"]) ??
    dependents(tree, i, ["advmod"]).find((child) =>
      ["when", "how", "why", "where"].includes(tree.tokens[child]!.lower),
    );
  return mark === undefined || mark > i ? "" : tree.tokens[mark]!.lower;
}

export function isInfinitive(tree: Tree, i: number): boolean {
  return dependents(tree, i, ["mark", "aux"]).some((child) => tree.tokens[child]!.lower === "to");
}

/** A base form that no auxiliary carries: an infinitive without "to", a subjunctive or an imperative. */
export function isBare(tree: Tree, i: number): boolean {
  const { xpos, deprel } = tree.tokens[i]!;
  if (xpos !== "VB" || isInfinitive(tree, i) || dependents(tree, i, ["aux"]).length > 0) return false;
  return ["ccomp", "xcomp", "acl", "obj"].includes(deprel) || dependent(tree, i, ["nsubj"]) === undefined;
}

export function isGerund(tree: Tree, i: number): boolean {
  return (
    tree.tokens[i]!.xpos === "VBG" && dependents(tree, i, ["aux"]).every((child) => tree.tokens[child]!.lemma !== "be")
  );
}

/** "held a call to discuss", "met to review": what they came together for, they did; not where they only will or did not. */
export function isContactHeld(tree: Tree, verb: number): boolean {
  const { lemma, xpos } = tree.tokens[verb]!;
  const modals = modalsOf(tree, verb);
  if (!["VBD", "VBN", "VBZ", "VBP"].includes(xpos) || modals.future || modals.necessity || modals.possible)
    return false;
  if (MEETING.has(lemma)) return true;
  return HAVING.has(lemma) && dependents(tree, verb, ["obj"]).some((i) => CONTACTS.has(tree.tokens[i]!.lemma));
}
