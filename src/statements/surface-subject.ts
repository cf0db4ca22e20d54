/** A verb and the names around it -> who acts, by place alone, where the parser is weakest. */
import { dependent, dependents, type Tree } from "../text/syntax/tree.js";
import type { Mention } from "./mention.js";
import { idsOfPhrase } from "./phrase-actors.js";

/** "accepted with reservations by Chad": the agent of a participle, however the parser hung it; unknown where no mention is one ("ordered by the court"). */
export function agentBehind(tree: Tree, head: number, mentions: readonly Mention[]): string[] | undefined {
  const { xpos } = tree.tokens[head]!;
  if (!/^VB[ND]$/.test(xpos) || tree.tokens[head - 1]?.lemma === "have") return undefined;
  if (xpos === "VBD" && dependents(tree, head, ["nsubj", "obj"]).length > 0) return undefined;
  const end = tree.tokens.findIndex(({ upos, text }, i) => i > head && (upos === "VERB" || /^[,;.]$/.test(text)));
  const agent = mentions.find(
    ({ from, modifier }) =>
      !modifier &&
      from > head &&
      (end < 0 || from < end) &&
      [tree.tokens[from - 1], tree.tokens[from - 2]].some((token) => token?.lower === "by"),
  );
  if (agent) return idsOfPhrase(tree, agent.head, mentions);
  const stranger =
    dependent(tree, head, ["aux:pass"]) !== undefined && dependent(tree, head, ["obl:agent"]) !== undefined;
  return stranger ? ["?"] : undefined;
}

/** Where the tree shows no subject: the one actor named before the trigger, if there is just one. */
export function onlyOneBefore(tree: Tree, trigger: number, mentions: readonly Mention[]): Mention | undefined {
  const before = mentions.filter(
    ({ from, to, kind, possessive, modifier }) =>
      to <= trigger && !possessive && !modifier && kind !== "place" && !isUnderPreposition(tree, from),
  );
  return before.length === 1 ? before[0] : undefined;
}

/** "…, and Yerevan has agreed", "…, Hanoi and Manila have agreed": who is named right before a finite verb, alone or in a list, is its subject, whatever the tree says. */
export function rightBefore(tree: Tree, verb: number, mentions: readonly Mention[]): string[] | undefined {
  let at = verb;
  while (at > 0 && ["AUX", "ADV", "PART"].includes(tree.tokens[at - 1]!.upos) && tree.tokens[at - 1]!.lower !== "to")
    at -= 1;
  const passive = dependents(tree, verb, ["aux:pass", "nsubj:pass"]).length > 0;
  if (
    passive ||
    !["VBD", "VBZ", "VBP", "VBN"].includes(tree.tokens[verb]!.xpos) ||
    (tree.tokens[verb]!.xpos === "VBN" && at === verb)
  )
    return undefined;
  const named = mentions.filter(
    ({ possessive, modifier, kind }) => !possessive && !modifier && kind !== "place" && kind !== "pronoun",
  );
  const last = named.find(({ to }) => to === at);
  if (!last || isUnderPreposition(tree, last.from)) return undefined;
  const before = tree.tokens[last.from - 1];
  if (before === undefined) return [...last.ids];
  const first = tree.tokens[last.from - 1]!.lower === "and" && named.find(({ to }) => to === last.from - 1);
  if (first && !isUnderPreposition(tree, first.from) && tree.tokens[first.from - 1]?.upos === "PUNCT")
    return [...first.ids, ...last.ids];
  const listed = tree.tokens[last.from - 2]?.upos === "PROPN";
  const anew =
    before.upos === "PUNCT" ||
    (before.upos === "CCONJ" && tree.tokens.slice(0, last.from).some(({ upos }) => upos === "VERB"));
  return anew && !listed ? [...last.ids] : undefined;
}

/** "except Hungary", "but Eritrea", "in Moscow", "between Kenya and Uganda". */
function isUnderPreposition(tree: Tree, from: number): boolean {
  const before = [from - 1, from - 2].map((i) => tree.tokens[i]).filter((token) => token !== undefined);
  const [near, far] = before;
  return (
    near !== undefined &&
    (["ADP", "SCONJ"].includes(near.upos) ||
      ["but", "except", "save"].includes(near.lower) ||
      (near.upos === "DET" && far !== undefined && ["ADP", "SCONJ"].includes(far.upos)) ||
      (near.lower === "and" && tree.tokens.slice(Math.max(0, from - 5), from).some(({ lower }) => lower === "between")))
  );
}
