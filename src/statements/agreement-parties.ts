/** Words that make an agreement -> those who have agreed besides the subject of its verb, or in its place. */
import { dependents, type Tree } from "../text/syntax/tree.js";
import { tokenBefore } from "./around-phrase.js";
import type { TriggerMatch } from "./match-triggers.js";
import type { Mention } from "./mention.js";
import { idsOfPhrase } from "./phrase-actors.js";
import { oblique } from "./subject-of.js";

const PARTNERS = new Set(
  "friend partner colleague counterpart side brother neighbour neighbor ally government leader delegation".split(" "),
);

/** "agreed with the Prime Minister of Kenya to open it": what is agreed with somebody he has agreed too. */
export function partnersIn(tree: Tree, { trigger, head }: TriggerMatch, mentions: readonly Mention[]): string[] {
  const noun = trigger.act === "agreed" ? oblique(tree, head, "with") : undefined;
  if (noun === undefined) return [];
  const named = mentions.some(({ from, to, modifier }) => !modifier && from <= noun && noun < to);
  return named || PARTNERS.has(tree.tokens[noun]!.lemma)
    ? idsOfPhrase(tree, noun, mentions).filter((id) => id !== "?")
    : [];
}

/**
 * "the agreement between Chad and Peru was signed", "a deal was reached between them", "the Chadian-Sudanese accord was
 * initialled": whose agreement it is has agreed.
 */
export function partiesOf(tree: Tree, match: TriggerMatch, mentions: readonly Mention[]): string[] | undefined {
  const agreements = dependents(tree, match.head, ["nsubj:pass", "nsubj"]).concat(match.object ?? []);
  const owners = mentions.filter(
    ({ modifier, from, to }) => modifier && agreements.some((noun) => tree.left[noun]! <= from && to <= noun),
  );
  if (owners.length > 1) return [...new Set(owners.flatMap(({ ids }) => ids))];
  const between = agreements
    .concat(match.head)
    .map((noun) => oblique(tree, noun, "between"))
    .find((noun) => noun !== undefined);
  const noun =
    between ??
    mentions.find(({ from }) => from > match.head && tokenBefore(tree.tokens, from)?.lower === "between")?.head;
  return noun === undefined ? undefined : idsOfPhrase(tree, noun, mentions);
}
