/** Thanks to "you" and who took part in the contact -> ids of whom the speaker means: the other side, where there is just one. */

import { stateOf } from "../model/states-of.js";
import type { Token } from "../text/syntax/sentence.js";
import { dependents, type Tree } from "../text/syntax/tree.js";
import type { TriggerMatch } from "./match-triggers.js";
import type { Reading } from "./read-sentences.js";

/** Who has a hall before him thanks all of it for these. */
const OF_THE_HALL = new Set(["attention", "question", "patience", "interest"]);
const HALL = new Set(["all", "both", "everyone", "everybody", "colleague", "lady", "gentleman"]);

/** Undefined where the words thank nobody called "you", or where it may be anybody in the room. */
export function listenersOf(
  { tree, participants, mentions }: Reading,
  match: TriggerMatch,
  speakers: readonly string[],
): string[] | undefined {
  const noun = match.trigger.acknowledges ? addressed(tree, match) : undefined;
  if (noun === undefined || !speakers.every((id) => participates(id, participants))) return undefined;
  const own = speakers.map(stateOf);
  const others = participants.filter((id) => !own.includes(stateOf(id)));
  if (new Set(others.map(stateOf)).size !== 1) return undefined;
  const named = mentions.some(({ ids }) => ids.some((id) => others.includes(id)));
  return named || namesWhatFor(tree.tokens, Math.max(match.head, noun)) ? others : undefined;
}

/** The "you" of "thank you", "grateful to you", "my gratitude to you". */
function addressed(tree: Tree, { trigger, head, object }: TriggerMatch): number | undefined {
  const relations = trigger.recipient === "object" ? ["obj", "iobj"] : ["obl", "nmod"];
  return [head, object ?? head]
    .flatMap((host) => dependents(tree, host, relations))
    .find((i) => tree.tokens[i]!.lower === "you");
}

function participates(id: string, participants: readonly string[]): boolean {
  return id !== "?" && participants.some((one) => stateOf(one) === stateOf(id));
}

/** "thank you for your visit"; a bare "thank you" closes a speech, and "thank you all for your attention" is for the hall. */
function namesWhatFor(tokens: readonly Token[], from: number): boolean {
  const rest = tokens.slice(from + 1);
  const at = rest.findIndex(({ lower }) => lower === "for");
  if (at < 0 || rest.slice(0, at).some(({ lemma }) => HALL.has(lemma))) return false;
  return !rest.slice(at, at + 4).some(({ lemma }) => OF_THE_HALL.has(lemma));
}
