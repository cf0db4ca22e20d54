/** A verb under "must", "should" or "has to" in its tree -> whether it is asked of anybody at all. */
import { dependent, dependents, type Tree } from "../text/syntax/tree.js";

const ASKING = new Set(["how", "what", "why", "where", "when", "whether"]);

/** "I must commend you", "I should note": what the speaker owes himself. */
export function isSelf(tree: Tree, verb: number): boolean {
  return subjectWord(tree, verb) === "i";
}

/** "how we should act", "what the state should do", "must we wait?": a question, asked or told. */
export function asksWhat(tree: Tree, verb: number): boolean {
  const words = dependents(tree, verb, ["advmod", "obj", "nsubj", "nsubj:pass", "mark", "xcomp"]);
  if (words.some((i) => i < verb && ASKING.has(tree.tokens[i]!.lower))) return true;
  const subject = dependent(tree, verb, ["nsubj", "nsubj:pass"]);
  return subject !== undefined && dependents(tree, verb, ["aux"]).some((i) => i < subject && isNecessary(tree, i));
}

/** "It should have been higher": what was not. */
export function isPastUnreal(tree: Tree, verb: number): boolean {
  const modal = dependents(tree, verb, ["aux"]).find((i) => isNecessary(tree, i));
  return (
    modal !== undefined && dependents(tree, verb, ["aux"]).some((i) => i > modal && tree.tokens[i]!.lower === "have")
  );
}

function isNecessary(tree: Tree, i: number): boolean {
  return ["must", "should", "shall"].includes(tree.tokens[i]!.lower);
}

/** The subject's head in lower case, "" where there is none. */
export function subjectWord(tree: Tree, verb: number): string {
  const subject = dependent(tree, verb, ["nsubj", "nsubj:pass"]);
  return subject === undefined ? "" : tree.tokens[subject]!.lower;
}
