/** A trigger in its tree -> who acts and towards whom, by the places its catalogue entry names. */
import type { Trigger } from "../model/catalog.js";
import { dependent, dependents, type Tree } from "../text/syntax/tree.js";
import { partiesOf, partnersIn } from "./agreement-parties.js";
import type { TriggerMatch } from "./match-triggers.js";
import type { Mention } from "./mention.js";
import { idsOfPhrase } from "./phrase-actors.js";
import type { Reading } from "./read-sentences.js";
import { subjectAcrossAside } from "./subject-across-aside.js";
import { isAccusedOf, oblique, possessorOf, subjectOf } from "./subject-of.js";
import { agentBehind, onlyOneBefore, rightBefore } from "./surface-subject.js";

type Place = Trigger["actor"];

/** Ids of the actor; empty where the words name nobody, `["?"]` where they name somebody unknown. */
export function actorsOf(reading: Reading, match: TriggerMatch): string[] {
  const { tree, mentions } = reading;
  if (match.trigger.actor === "subject" && match.trigger.frame === "verb") {
    const found =
      subjectAcrossAside(reading, match.head) ??
      agentBehind(tree, match.head, mentions) ??
      rightBefore(tree, match.head, mentions);
    if (found) return found;
  }
  const ids = idsAt(tree, match, match.trigger.actor, mentions);
  const unfound = match.trigger.actor === "subject" && (ids.length === 0 || ids[0] === "?");
  if (!unfound) return [...new Set([...ids, ...partnersIn(tree, match, mentions)])];
  const parties = match.trigger.act === "agreed" ? partiesOf(tree, match, mentions) : undefined;
  if (parties || hidesActor(tree, match)) return parties ?? ids;
  const only = onlyOneBefore(tree, match.from, mentions);
  return only && only.ids.length > 0 ? [...only.ids] : ids;
}

/** A passive that names no agent: "it was agreed", "an agreement was reached", "the talks were suspended". */
export function hidesActor(tree: Tree, { trigger, head }: TriggerMatch): boolean {
  if (trigger.actor === "none") return trigger.act === "agreed";
  return (
    trigger.actor === "subject" &&
    dependents(tree, head, ["nsubj:pass", "aux:pass"]).length > 0 &&
    subjectOf(tree, head) === undefined
  );
}

/** Ids of the recipient; empty where there is none. */
export function recipientsOf(tree: Tree, match: TriggerMatch, mentions: readonly Mention[]): string[] {
  return match.trigger.recipient === "none" ? [] : idsAt(tree, match, match.trigger.recipient, mentions);
}

function idsAt(tree: Tree, match: TriggerMatch, place: Place, mentions: readonly Mention[]): string[] {
  const noun = nounAt(tree, match, place);
  return noun === undefined ? [] : idsOfPhrase(tree, noun, mentions);
}

function nounAt(tree: Tree, match: TriggerMatch, place: Place): number | undefined {
  const { head, object } = match;
  switch (place) {
    case "none":
      return undefined;
    case "subject":
      if (match.trigger.act === "accused" && isAccusedOf(tree, head)) return subjectOf(tree, tree.tokens[head]!.head);
      return match.trigger.frame === "noun"
        ? (possessorOf(tree, head) ?? subjectOf(tree, head))
        : subjectOf(tree, head);
    case "object":
      return dependent(tree, head, ["obj", "iobj"]) ?? passiveSubject(tree, head);
    case "possessor":
      return possessorOf(tree, object ?? head) ?? subjectOf(tree, head);
    default:
      return oblique(tree, head, place) ?? (object === undefined ? undefined : oblique(tree, object, place));
  }
}

function passiveSubject(tree: Tree, head: number): number | undefined {
  return dependent(tree, head, ["nsubj:pass"]);
}
