/** A verb in its tree -> the act its auxiliaries and conditions make without any trigger, or undefined. */
import type { ActType } from "../model/act.js";
import { dependent, dependents, type Tree } from "../text/syntax/tree.js";
import { tokenBefore } from "./around-phrase.js";
import type { TriggerMatch } from "./match-triggers.js";
import type { Mention } from "./mention.js";
import { isNegated, modalsOf } from "./modality.js";
import { asksWhat, isPastUnreal, isSelf } from "./mood-frame.js";
import { isNoUndertaking } from "./no-undertaking.js";

/** "would like to" wishes and undertakes nothing. */
const WISHES = new Set([
  "like",
  "love",
  "prefer",
  "want",
  "wish",
  "hope",
  "say",
  "appreciate",
  "expect",
  "think",
  "be",
  "have",
]);

/** "will visit Mali in May" tells what is planned. */
const SCHEDULED = new Set("visit travel arrive return attend participate meet report brief".split(" "));

export interface Mood {
  act: ActType;
  rule: string;
}

/**
 * `must`, `should`: demanded; `will` with `if`, or any `unless`: conditioned; `will` of somebody who can undertake:
 * pledged. Nothing under a verb that leaves its complement open ("hoped that the sides would").
 */
export function moodOf(
  tree: Tree,
  verb: number,
  byToken: ReadonlyMap<number, TriggerMatch>,
  mentions: readonly Mention[],
): Mood | undefined {
  const modals = modalsOf(tree, sharedModal(tree, verb));
  const shall = shallItself(tree, verb);
  const future = modals.future || shall;
  const necessity = modals.necessity && !shall;
  const governor = byToken.get(tree.tokens[verb]!.head);
  if ((governor && governor.trigger.signature !== "+") || byToken.get(verb)?.trigger.speech) return undefined;
  if (isInverted(tree, verb)) return undefined;
  if ((necessity || hasTo(tree, verb)) && isAsked(tree, verb)) return { act: "demanded", rule: "default:necessity" };
  const condition = conditionOf(tree, verb);
  const undertakes =
    future &&
    !WISHES.has(tree.tokens[verb]!.lemma) &&
    tree.tokens[verb]!.upos === "VERB" &&
    isAgent(tree, verb, mentions) &&
    !isNoUndertaking(tree, verb);
  if (condition === "unless" || (condition === "if" && undertakes))
    return { act: "conditioned", rule: "default:condition" };
  if (!undertakes) return undefined;
  if (isScheduled(tree, verb)) return { act: "informed", rule: "default:schedule" };
  return { act: "pledged", rule: "default:future" };
}

/** "must" of somebody else: not "I must say", "how we should act", "should have been". */
function isAsked(tree: Tree, verb: number): boolean {
  return !isSelf(tree, verb) && !asksWhat(tree, verb) && !isPastUnreal(tree, verb);
}

/** "We shall open the road": of themselves people say so as of what will be. */
function shallItself(tree: Tree, verb: number): boolean {
  const subject = dependent(tree, verb, ["nsubj"]);
  if (subject === undefined || !["i", "we"].includes(tree.tokens[subject]!.lower)) return false;
  return dependents(tree, verb, ["aux"]).some((i) => tree.tokens[i]!.lower === "shall" && i > subject);
}

/** "has to open the road"; not "I have to say", "had to flee", "has to do with trade", "does not have to die". */
function hasTo(tree: Tree, verb: number): boolean {
  const { lemma, xpos, deprel } = tree.tokens[verb]!;
  const past = xpos === "VBD" || xpos === "VBN";
  if ((past && deprel !== "ccomp") || isNegated(tree, verb)) return false;
  if (lemma !== "have" || tree.tokens[verb + 1]?.lower !== "to") return false;
  const task = dependents(tree, verb, ["xcomp"])[0];
  const subject = dependent(tree, verb, ["nsubj"]);
  return (
    task !== undefined &&
    !WISHES.has(tree.tokens[task]!.lemma) &&
    !(tree.tokens[task]!.lemma === "do" && tree.tokens[task + 1]?.lower === "with") &&
    subject !== undefined
  );
}

function isScheduled(tree: Tree, verb: number): boolean {
  const { lemma } = tree.tokens[verb]!;
  if (lemma === "return" && dependent(tree, verb, ["obj"]) !== undefined) return false;
  return SCHEDULED.has(lemma) || (lemma === "represent" && dependents(tree, verb, ["aux:pass"]).length > 0);
}

/** "should open the road and lift the ban": a base form in a list is carried by the modal before the first. */
function sharedModal(tree: Tree, verb: number): number {
  const { xpos, deprel, head } = tree.tokens[verb]!;
  const bare = xpos === "VB" && dependents(tree, verb, ["aux", "mark", "nsubj"]).length === 0;
  return bare && deprel === "conj" && head >= 0 ? head : verb;
}

function conditionOf(tree: Tree, verb: number): "if" | "unless" | undefined {
  for (const clause of dependents(tree, verb, ["advcl"])) {
    const mark = dependent(tree, clause, ["mark"]);
    const word = mark === undefined ? "" : tree.tokens[mark]!.lower;
    if (word === "if" || word === "unless") return word;
    if (isInverted(tree, clause)) return "if";
  }
  return undefined;
}

/** "should the other side attack": a condition without "if". */
export function isInverted(tree: Tree, verb: number): boolean {
  const modal = dependents(tree, verb, ["aux"]).find((i) => tree.tokens[i]!.lower === "should");
  const subject = dependent(tree, verb, ["nsubj", "nsubj:pass"]);
  return modal !== undefined && subject !== undefined && modal < subject;
}

function isAgent(tree: Tree, verb: number, mentions: readonly Mention[]): boolean {
  const subject = dependent(tree, verb, ["nsubj"]);
  const modal = dependents(tree, verb, ["aux"])[0];
  return mentions.some(({ from, to, kind, possessive, ids }) => {
    const before = to === modal && !possessive && !(subject !== undefined && isBeside(tree, from));
    const acts = (subject !== undefined && subject >= from && subject < to) || before;
    const unknown = kind === "pronoun" && ids[0] === "?" && tree.tokens[from]!.lower === "it";
    return acts && kind !== "place" && !unknown;
  });
}

/** "the visit by the President will open": who stands under such a preposition is not the subject. */
function isBeside(tree: Tree, from: number): boolean {
  const before = tokenBefore(tree.tokens, from);
  return before !== undefined && ["by", "with", "to", "from", "for", "between", "against"].includes(before.lower);
}
