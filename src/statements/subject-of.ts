/** A verb in its tree -> the noun that acts in it, whoever that names. */
import { dependent, dependents, type Tree } from "../text/syntax/tree.js";
import { CONTACTS, isContactHeld } from "./modality.js";

/** The noun under a preposition of the head: "with Russia". */
export function oblique(tree: Tree, head: number, preposition: string): number | undefined {
  return dependents(tree, head, ["obl", "nmod", "obl:agent", "xcomp", "advcl"]).find((noun) =>
    dependents(tree, noun, ["case", "mark"]).some((i) => tree.tokens[i]!.lower === preposition),
  );
}

export function possessorOf(tree: Tree, noun: number): number | undefined {
  const genitive = dependent(tree, noun, ["nmod:poss", "nmod", "det"]);
  const owners = dependents(tree, noun, ["nmod", "nmod:poss", "obl", "det", "amod", "compound"]).filter((i) => {
    if (i < noun) return tree.tokens[i]!.deprel !== "det" || tree.tokens[i]!.xpos === "PRP$";
    return dependents(tree, i, ["case"]).some((k) => ["of", "by", "from"].includes(tree.tokens[k]!.lower));
  });
  return owners[0] ?? (genitive !== undefined && tree.tokens[genitive]!.xpos === "PRP$" ? genitive : undefined);
}

/**
 * The noun that acts: the subject; the agent of a passive; for an infinitive or participle the subject of what governs
 * it (its object where that is what is asked to act); for a participle after a noun that noun.
 */
export function subjectOf(tree: Tree, verb: number, depth = 0): number | undefined {
  if (depth > 8) return undefined;
  const agent =
    (isActive(tree, verb) ? undefined : dependent(tree, verb, ["obl:agent"])) ??
    (dependent(tree, verb, ["nsubj:pass"]) === undefined ? undefined : oblique(tree, verb, "by"));
  if (agent !== undefined) return agent;
  const subject = dependent(tree, verb, ["nsubj"]);
  if (subject !== undefined && !isRelative(tree, subject)) return subject;
  if (dependent(tree, verb, ["nsubj:pass"]) !== undefined) return undefined;
  const { head, deprel } = tree.tokens[verb]!;
  if (head < 0) return undefined;
  switch (deprel) {
    case "advcl":
      return (
        askedToAct(tree, verb, head) ??
        blamedOrThanked(tree, verb, head) ??
        quotedPerson(tree, verb) ??
        subjectOf(tree, head, depth + 1)
      );
    case "conj":
    case "parataxis":
    case "ccomp":
      return subjectOf(tree, head, depth + 1);
    case "xcomp":
      return dependent(tree, head, ["obj", "iobj", "nsubj:pass"]) ?? subjectOf(tree, head, depth + 1);
    case "acl":
    case "acl:relcl":
      if (tree.tokens[head]!.upos === "PROPN" && tree.tokens[verb]!.xpos === "VB")
        return subjectOf(tree, head, depth + 1);
      return tree.tokens[verb]!.xpos === "VB" || isGerundOf(tree, verb)
        ? (possessorOf(tree, head) ?? subjectOf(tree, head, depth + 1))
        : head;
    default:
      return subjectOf(tree, head, depth + 1);
  }
}

/** "the chance of agreeing": not the noun, but whose chance it is, agrees. */
function isGerundOf(tree: Tree, verb: number): boolean {
  return tree.tokens[verb]!.xpos === "VBG" && dependents(tree, verb, ["mark", "case"]).length > 0;
}

/** "and pledged help": a past form with an object of its own has no agent, whatever "by" stands in its clause. */
function isActive(tree: Tree, verb: number): boolean {
  const { xpos } = tree.tokens[verb]!;
  return (xpos === "VBD" || xpos === "VBZ") && dependent(tree, verb, ["obj", "ccomp", "xcomp"]) !== undefined;
}

/** "quoted X as saying", "X was cited as saying": whose words a third party passes on. */
export function quotedPerson(tree: Tree, verb: number): number | undefined {
  const { head, xpos } = tree.tokens[verb]!;
  if (xpos !== "VBG" || tree.tokens[verb - 1]?.lower !== "as" || head < 0) return undefined;
  const quotes = (i: number) => ["quote", "cite"].includes(tree.tokens[i]?.lemma ?? "");
  if (quotes(head)) return dependents(tree, head, ["obj", "nsubj:pass"])[0];
  return quotes(tree.tokens[head]!.head) ? head : undefined;
}

/** "pressed Kyiv to agree": the object right before the infinitive is who would act. */
function askedToAct(tree: Tree, verb: number, governor: number): number | undefined {
  const to = dependents(tree, verb, ["mark", "aux"]).find((i) => tree.tokens[i]!.lower === "to");
  return to === undefined || isContactHeld(tree, governor)
    ? undefined
    : dependents(tree, governor, ["obj", "iobj"]).find(
        (object) =>
          tree.right[object] === to - 1 &&
          tree.tokens[tree.left[object]!]!.upos !== "ADP" &&
          !CONTACTS.has(tree.tokens[object]!.lemma),
      );
}

/** "thanked Oman for hosting them", "accused Chad of closing it", "congratulated Peru on agreeing": the object is who did it. */
function blamedOrThanked(tree: Tree, verb: number, governor: number): number | undefined {
  const led =
    isLedBy(tree, verb, "for") ||
    isAccusedOf(tree, verb) ||
    (isLedBy(tree, verb, "on") && tree.tokens[governor]!.lemma === "congratulate");
  return led && tree.tokens[verb]!.xpos === "VBG" ? dependent(tree, governor, ["obj", "iobj"]) : undefined;
}

const ACCUSING = new Set(["accuse", "suspect", "convict"]);

/** "accused Chad of closing it" */
export function isAccusedOf(tree: Tree, verb: number): boolean {
  return isLedBy(tree, verb, "of") && ACCUSING.has(tree.tokens[tree.tokens[verb]!.head]?.lemma ?? "");
}

function isLedBy(tree: Tree, verb: number, word: string): boolean {
  return dependents(tree, verb, ["mark", "case"]).some((i) => tree.tokens[i]!.lower === word);
}

function isRelative(tree: Tree, i: number): boolean {
  return ["who", "which", "that"].includes(tree.tokens[i]!.lower) && tree.tokens[i]!.upos === "PRON";
}
