/** A clause and the triggers met in its sentence -> the act that the clause makes, and the acts inside of it. */
import type { ActType } from "../model/act.js";
import { dependent, dependents, headsClause, type Tree } from "../text/syntax/tree.js";
import { modalsOf } from "./judge-veridicality.js";
import type { TriggerMatch } from "./match-triggers.js";
import type { Mention } from "./mention.js";
import type { Clause } from "./split-clauses.js";

/** What a clause does: through a trigger, or by default through the mood of its verb. */
export interface Choice {
  act: ActType;
  /** Id of the trigger entry, or `default:...` (docs/decisions: defaults by mood). */
  rule: string;
  strength: number;
  /** The token whose veridicality counts. */
  token: number;
  match: TriggerMatch | undefined;
}

/** Strength where an entry states none; the scale is docs/decisions "strength". */
export const STRENGTH: Record<ActType, number> = {
  discussed: 0.2, informed: 0.25, expressed: 0.3, proposed: 0.4, supported: 0.5, demanded: 0.6, conditioned: 0.6,
  accused: 0.6, pledged: 0.65, threatened: 0.7, agreed: 0.85, accepted: 0.85, rejected: 0.9, denied: 0.9, ordered: 0.95,
};

const SIDE_PATHS = new Set(["nsubj", "nsubj:pass", "csubj", "acl:relcl", "vocative", "discourse", "appos", "dislocated"]);

/** The main act first, then the acts in its complement, outermost first. */
export function chooseActs(tree: Tree, clause: Clause, matches: readonly TriggerMatch[], byToken: ReadonlyMap<number, TriggerMatch>, mentions: readonly Mention[]): Choice[] {
  const inside = matches.filter((match) => match.trigger.act !== null && match.head >= clause.from && match.head < clause.to);
  const reached = inside.filter((match) => !isAside(tree, match.head, clause, byToken)).sort((a, b) => depth(tree, a.head) - depth(tree, b.head) || a.head - b.head);
  const strong = reached.filter((match) => !match.trigger.speech && match.trigger.frame !== "noun");
  const main = strong[0] ?? reached.find((match) => match.trigger.frame === "noun" && !match.trigger.speech);
  if (main) return [moodOver(tree, choice(main), mentions), ...strong.filter((match) => match !== main).map(choice)];
  const governing = reached.find((match) => match.trigger.speech) ?? governorOf(tree, clause.head, byToken);
  return [defaultAct(tree, clause, governing, mentions)];
}

function choice(match: TriggerMatch): Choice {
  const act = match.trigger.act!;
  return { act, rule: match.trigger.id, strength: match.trigger.strength ?? STRENGTH[act], token: match.head, match };
}

/** Steps from the root: conjuncts stand as high as what they are joined to. */
function depth(tree: Tree, i: number): number {
  let steps = 0;
  for (let at = i; tree.tokens[at]!.head >= 0 && steps < 60; at = tree.tokens[at]!.head) if (tree.tokens[at]!.deprel !== "conj") steps += 1;
  return steps;
}

/** True where a trigger stands in the clause's subject, in a relative clause, or in what qualifies a noun that is no trigger. */
function isAside(tree: Tree, i: number, clause: Clause, objects: ReadonlyMap<number, TriggerMatch>): boolean {
  for (let at = i, steps = 0; at !== clause.head && at >= clause.from && at < clause.to && steps < 60; steps++) {
    const { head, deprel } = tree.tokens[at]!;
    if (head < clause.from || head >= clause.to) return false;
    if (SIDE_PATHS.has(deprel) || (deprel === "acl" && !objects.has(head))) return true;
    at = head;
  }
  return false;
}

/** The trigger in whose complement a clause stands. */
function governorOf(tree: Tree, head: number, byToken: ReadonlyMap<number, TriggerMatch>): TriggerMatch | undefined {
  for (let at = head, steps = 0; tree.tokens[at]!.head >= 0 && steps < 12; steps++) {
    const { head: parent, deprel } = tree.tokens[at]!;
    if (SIDE_PATHS.has(deprel)) return undefined;
    const match = byToken.get(parent);
    if (match?.trigger.act && (deprel !== "conj" || !headsClause(tree, at)) && deprel !== "advcl") return match;
    at = parent;
  }
  return undefined;
}

/** "will discuss" undertakes and "must discuss" demands: the mood of the main verb outranks a weak trigger. */
function moodOver(tree: Tree, chosen: Choice, mentions: readonly Mention[]): Choice {
  if (!["discussed", "informed", "expressed", "supported", "agreed", "accepted"].includes(chosen.act)) return chosen;
  return moodOf(tree, chosen.token, mentions) ?? chosen;
}

function defaultAct(tree: Tree, clause: Clause, governing: TriggerMatch | undefined, mentions: readonly Mention[]): Choice {
  const governs = governing && (governing.head < clause.from || governing.head >= clause.to);
  const content = governs || !governing ? clause.head : (dependent(tree, governing.head, ["ccomp"]) ?? governing.head);
  const mood = moodOf(tree, content, mentions);
  if (mood && (!governing || governing.trigger.speech)) return mood;
  if (governing) return { ...choice(governing), token: governs ? clause.head : governing.head };
  return { act: "expressed", rule: "default:statement", strength: STRENGTH.expressed, token: clause.head, match: undefined };
}

/** The act that a verb's auxiliaries make, where its subject is somebody who can undertake or owe. */
function moodOf(tree: Tree, verb: number, mentions: readonly Mention[]): Choice | undefined {
  const { future, necessity } = modalsOf(tree, verb);
  const make = (act: ActType, rule: string): Choice => ({ act, rule, strength: STRENGTH[act], token: verb, match: undefined });
  if (necessity) return make("demanded", "default:necessity");
  if (!future) return undefined;
  const conditional = dependents(tree, verb, ["advcl"]).some((clause) => ["if", "unless"].includes(tree.tokens[dependent(tree, clause, ["mark"]) ?? clause]!.lower));
  if (conditional) return make("conditioned", "default:condition");
  const subject = dependent(tree, verb, ["nsubj"]);
  const agent = subject !== undefined && mentions.some((mention) => subject >= mention.from && subject < mention.to && mention.kind !== "place");
  return agent ? make("pledged", "default:future") : undefined;
}
