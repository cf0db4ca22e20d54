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
/** After these a "not" does not deny: "not only accepted but signed". */
const NOT_DENIED = new Set(["only", "just", "merely", "until", "least"]);

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
    if ((deprel !== "aux" && deprel !== "advmod") || isOwn(child, own, i)) continue;
    if (POSSIBLE.has(lower)) modals.possible = true;
    if (["can", "could", "ca"].includes(lower)) modals.able = true;
    if (deprel === "aux" && NECESSARY.has(lower)) modals.necessity = true;
    if (deprel === "aux" && FUTURE.has(lower)) modals.future = true;
  }
  return modals;
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
      !NOT_DENIED.has(tree.tokens[child + 1]?.lower ?? "")
    )
      return true;
    if (lower === "longer" && tree.tokens[child - 1]?.lower === "no") return true;
    if (["nsubj", "nsubj:pass"].includes(deprel) && isNobody(tree, child)) return true;
    if (["obj", "obl"].includes(deprel) && NOBODY.has(lower) && tree.tokens[child + 1]?.lower !== "except") return true;
  }
  return dependent(tree, i, ["nsubj", "nsubj:pass"]) !== undefined && opensWithNobody(tree, i);
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
