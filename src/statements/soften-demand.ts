/** A choice that makes a clause a demand, and who makes it -> what it is where both sides make it, or where nobody else is asked. */
import { stateOf } from "../model/states-of.js";
import { ancestors, dependents, type Tree } from "../text/syntax/tree.js";
import { type Choice, STRENGTH } from "./choose-act.js";
import type { Mention } from "./mention.js";
import { idsOfPhrase } from "./phrase-actors.js";
import { subjectOf } from "./subject-of.js";

/** What somebody has to do or to have, whoever says so. */
const NEEDS = new Set(["default:necessity", "need-verb", "need-direct", "have-to"]);

/**
 * "The two sides should" puts forward; "both stressed the need to" tells a common view, and "we must" what the speaker
 * thinks right for his own side; all else is left as it is.
 */
export function softenDemand(tree: Tree, choice: Choice, mentions: readonly Mention[]): Choice {
  if (choice.act !== "demanded") return choice;
  const states = statesOfSubject(tree, choice.token, mentions);
  if (choice.rule === "stress-need")
    return states.size === 1 || asksAnother(tree, choice, states, mentions) ? choice : as("expressed", choice);
  if (choice.rule === "default:necessity" && (states.size === 0 || states.has("?")) && isAffirmed(tree, choice.token))
    return as("expressed", choice);
  if (!NEEDS.has(choice.rule)) return choice;
  if (isPast(tree, choice)) return as("expressed", choice);
  const own = isOwn(tree, choice.token);
  const plain = choice.rule === "default:necessity" || choice.rule === "need-verb";
  if (plain && states.size > 1 && (own || !commands(tree, choice.token))) return as("proposed", choice);
  return own ? as("expressed", choice) : choice;
}

/** "They needed to rest": what was needed then; not "said that they needed to withdraw". */
function isPast(tree: Tree, { token, rule }: Choice): boolean {
  const { xpos, deprel } = tree.tokens[token]!;
  return rule.startsWith("need-") && xpos === "VBD" && deprel !== "ccomp";
}

/** "we must", "we need": of those who speak, whoever listens. */
function isOwn(tree: Tree, token: number): boolean {
  const subject = subjectOf(tree, token);
  const modal = dependents(tree, token, ["aux"])[0];
  return [subject, modal === undefined ? undefined : modal - 1].some((i) => tree.tokens[i ?? -1]?.lower === "we");
}

/** "We affirm that a war must never be fought": a principle, asked of nobody. */
function isAffirmed(tree: Tree, token: number): boolean {
  return ancestors(tree, token).some((i) => ["affirm", "reaffirm"].includes(tree.tokens[i]!.lemma));
}

function as(act: "expressed" | "proposed", choice: Choice): Choice {
  return { ...choice, act, strength: STRENGTH[act] };
}

function statesOfSubject(tree: Tree, token: number, mentions: readonly Mention[]): Set<string> {
  const subject = subjectOf(tree, token);
  const ids = subject === undefined ? [] : idsOfPhrase(tree, subject, mentions);
  return new Set(ids.map(stateOf));
}

function commands(tree: Tree, token: number): boolean {
  return dependents(tree, token, ["aux"]).some((i) => ["must", "shall"].includes(tree.tokens[i]!.lower));
}

/** "the need for Chad to withdraw": what is needed is another's to do. */
function asksAnother(
  tree: Tree,
  { match }: Choice,
  states: ReadonlySet<string>,
  mentions: readonly Mention[],
): boolean {
  if (match === undefined || tree.tokens[match.to]!.lower !== "for") return false;
  return mentions.some(
    ({ from, to, ids }) =>
      from > match.to &&
      from <= match.to + 2 &&
      tree.tokens[to]?.lower === "to" &&
      ids.every((id) => id !== "?" && !states.has(stateOf(id))),
  );
}
