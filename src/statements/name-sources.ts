/** An act in its sentence -> whose words it is told in, outermost first. */
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import { dependents, type Tree } from "../text/syntax/tree.js";
import type { Choice } from "./choose-act.js";
import type { TriggerMatch } from "./match-triggers.js";
import type { Mention } from "./mention.js";
import { mentionsOfPhrase, onlyOneBefore, subjectOf } from "./name-actors.js";
import type { Reading } from "./read-sentences.js";

/** Acts made by speaking: whoever makes them is also who says so. */
const UTTERED = new Set<Act["act"]>(["accused", "expressed", "informed", "denied", "threatened"]);
/** The same where nobody else is said to tell of it. */
const UTTERED_FIRST_HAND = new Set<Act["act"]>(["demanded", "pledged", "proposed"]);
const PRONOUN = /^(?:I|we|they|it|he|she)$/i;

/** Speakers outermost first: the frame or quotation around the sentence, then the speech verbs above the act, its own last. */
export function speakersOf(reading: Reading, choice: Choice, above: readonly TriggerMatch[]): Mention[] {
  const { tree, frames, voice } = reading;
  const firstHand = above.length === 0 && frames.length === 0 && !voice;
  const own =
    choice.match && utters(choice, firstHand) && !isSubordinate(tree, choice.match.head) ? [choice.match] : [];
  const chain = frames.flatMap(({ speaker }) => (speaker ? [speaker] : []));
  if (voice && !chain.some(({ name }) => name === voice.name)) chain.unshift(voice);
  for (const match of [...own, ...above].toReversed()) {
    const named = frames.some(({ from, to }) => match.head >= from && match.head < to)
      ? undefined
      : speakerOf(reading, match);
    const unknown =
      named?.kind === "pronoun" && (named.ids.includes("?") || chain.length > 0) && PRONOUN.test(named.name);
    if (named && !unknown && chain.at(-1)?.name !== named.name) chain.push(named);
  }
  return chain;
}

/** Display names, the publisher first. */
export function chainOf(document: Document, speakers: readonly Mention[]): string[] {
  const names = speakers.map(({ name }) => name);
  return document.publisher === null
    ? names
    : [document.publisher, ...names.filter((name) => name !== document.publisher)];
}

function speakerOf({ tree, mentions }: Reading, match: TriggerMatch): Mention | undefined {
  const subject = subjectOf(tree, match.head);
  return subject === undefined
    ? onlyOneBefore(tree, match.from, mentions)
    : mentionsOfPhrase(tree, subject, mentions)[0];
}

/** "because they think that ...": a thought told in passing, not whose words the clause is. */
function isSubordinate(tree: Tree, i: number): boolean {
  return ["advcl", "acl", "acl:relcl"].includes(tree.tokens[i]!.deprel) && dependents(tree, i, ["mark"]).length > 0;
}

function utters({ act, match }: Choice, firstHand: boolean): boolean {
  if (match === undefined || match.trigger.frame === "noun") return false;
  return match.trigger.speech || UTTERED.has(act) || (firstHand && UTTERED_FIRST_HAND.has(act));
}
