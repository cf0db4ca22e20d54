/** An act in its sentence -> whose words it is told in, outermost first. */
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import { dependents, type Tree } from "../text/syntax/tree.js";
import type { Choice } from "./choose-act.js";
import type { TriggerMatch } from "./match-triggers.js";
import type { Mention } from "./mention.js";
import { mentionsOfPhrase } from "./phrase-actors.js";
import type { Reading } from "./read-sentences.js";
import { canSpeak, isFiniteVerb, isTime, phraseBefore, phraseEnd, phraseStart, speakerIn } from "./read-speaker.js";
import type { SpeechFrame } from "./speech-frame.js";
import { quotedPerson, subjectOf } from "./subject-of.js";
import { onlyOneBefore } from "./surface-subject.js";

/** Acts made by speaking: whoever makes them is also who says so. */
const UTTERED = new Set<Act["act"]>(["accused", "denied", "threatened"]);
/** The same where nobody else is said to tell of it. */
const UTTERED_FIRST_HAND = new Set<Act["act"]>(["demanded", "expressed", "informed", "pledged", "proposed"]);
const PRONOUN = /^(?:I|we|they|it|he|she)$/i;

/** Verbs whose subject speaks, whatever noun it is. */
const SAYING = new Set(["say", "tell", "add", "reply", "recall", "recount", "remark", "write", "quip", "continue"]);

/** Speakers outermost first: the frame or quotation around the sentence, then the speech verbs above the act, its own last. */
export function speakersOf(reading: Reading, choice: Choice, above: readonly TriggerMatch[]): Mention[] {
  const { tree, frames, voice } = reading;
  const firstHand = above.length === 0 && !voice && !frames.some(({ speaker, beneath }) => speaker && !beneath);
  const own =
    choice.match && utters(choice, firstHand) && !isSubordinate(tree, choice.match.head) ? [choice.match] : [];
  const chain = framedSpeakers(frames, choice.token);
  if (voice && !chain.some(({ name }) => name === voice.name)) chain.unshift(voice);
  const shared = above.length === 0 ? sharedReport(reading, choice.token) : undefined;
  for (const match of [...own, ...(shared ? [shared] : above)].toReversed()) {
    const named = frames.some(({ from, to }) => match.head >= from && match.head < to)
      ? undefined
      : saidBy(reading, match);
    const outer = quoting(reading, match);
    if (outer && chain.at(-1)?.name !== outer.name && outer.name !== named?.name) chain.push(outer);
    const unknown =
      named?.kind === "pronoun" && (named.ids.includes("?") || chain.length > 0) && PRONOUN.test(named.name);
    const thing = named?.ids.includes("?") && chain.length > 0 && !canSpeak(tree.tokens[named.head]!);
    if (named && !unknown && !thing && chain.at(-1)?.name !== named.name) chain.push(named);
  }
  for (const { speaker, beneath } of frames) if (speaker && beneath) chain.push(speaker);
  return chain;
}

/**
 * Whoever the frames around a token name, outermost first: a source that opens the sentence, then those right behind
 * the token, or before it where none follow; of frames next to each other the last is outermost.
 */
function framedSpeakers(frames: readonly SpeechFrame[], token: number): Mention[] {
  const named = frames.filter(({ speaker, beneath }) => speaker && !beneath);
  const opening = named.filter(({ from }) => from === 0);
  const runs: SpeechFrame[][] = [];
  for (const frame of named.filter(({ from }) => from > 0).sort((a, b) => a.from - b.from)) {
    const run = runs.at(-1);
    if (run && frame.from <= run.at(-1)!.to + 1) run.unshift(frame);
    else runs.push([frame]);
  }
  const run = runs.find((some) => some.every(({ from }) => from > token)) ?? runs.at(-1) ?? [];
  return [...opening, ...run].flatMap(({ through, speaker }) => (through ? [through, speaker!] : [speaker!]));
}

/**
 * "said that they had met, but agreed on nothing": the verb of speech above a second verb that may share "had" with the
 * first, where the tree joins it to the verb of speech itself.
 */
function sharedReport({ tree, byToken }: Reading, token: number): TriggerMatch | undefined {
  let verb = token;
  while (verb >= 0 && ["xcomp", "ccomp", "advcl", "obj", "obl"].includes(tree.tokens[verb]!.deprel))
    verb = tree.tokens[verb]!.head;
  if (verb < 0) return undefined;
  const { head, deprel, lower } = tree.tokens[verb]!;
  const speech = deprel === "conj" && head >= 0 ? byToken.get(head) : undefined;
  if (!speech?.trigger.speech || !lower.endsWith("ed") || dependents(tree, verb, ["nsubj", "aux"]).length > 0)
    return undefined;
  const between = tree.tokens.slice(head, verb).map((word) => word.lower);
  return between.includes("that") && between.includes("had") && !byToken.get(verb)?.trigger.speech ? speech : undefined;
}

/** Display names, the publisher first. */
export function chainOf(document: Document, speakers: readonly Mention[]): string[] {
  const names = speakers.map(({ name }) => name);
  return document.publisher === null
    ? names
    : [document.publisher, ...names.filter((name) => name !== document.publisher)];
}

/** Who is the subject of a verb that tells; a noun that no mention covers where it can speak ("the statement said"). */
export function saidBy(reading: Reading, match: TriggerMatch): Mention | undefined {
  const { tree, mentions } = reading;
  const further = saidFurther(reading, match.head);
  if (further) return further;
  const beside = subjectBeside(tree, match.head, mentions);
  if (beside) return beside;
  const subject = subjectOf(tree, match.head);
  if (subject === undefined && isPassive(tree, match.head)) return undefined;
  if (subject === undefined) return onlyOneBefore(tree, match.from, mentions);
  const token = tree.tokens[subject]!;
  const covering = mentions.find(({ from, to }) => subject >= from && subject < to);
  const anybody = SAYING.has(tree.tokens[match.head]!.lemma) && !isTime(token);
  if (covering || !["NOUN", "PROPN"].includes(token.upos) || !(anybody || canSpeak(token)))
    return mentionsOfPhrase(tree, subject, mentions)[0];
  return speakerAt(reading, subject) ?? mentionsOfPhrase(tree, subject, mentions)[0];
}

/** Who the phrase around a noun names, a stranger among them. */
export function speakerAt({ tree, mentions }: Reading, noun: number): Mention | undefined {
  const from = Math.min(phraseStart(tree.tokens, noun + 1), noun);
  const to = Math.max(phraseEnd(tree.tokens, noun), noun + 1);
  return speakerIn(tree.tokens, from, to, mentions);
}

/** ", adding that ...": a participle behind a comma goes on with the words of the frame, or of the main verb, before it. */
function saidFurther(reading: Reading, verb: number): Mention | undefined {
  const { tree, frames, byToken } = reading;
  if (tree.tokens[verb]!.xpos !== "VBG" || tree.tokens[verb - 1]?.text !== ",") return undefined;
  const frame = frames.findLast(({ to, speaker, beneath }) => speaker && !beneath && to <= verb);
  if (frame) return frame.speaker;
  const main = byToken.get(tree.root);
  return main?.trigger.speech && main.head < verb ? saidBy(reading, main) : undefined;
}

/** The phrase right before a finite verb, whatever the tree says: "Speaking beside the envoy, the minister said that". */
function subjectBeside({ tokens }: Tree, verb: number, mentions: readonly Mention[]): Mention | undefined {
  const phrase = isFiniteVerb(tokens, verb) ? phraseBefore(tokens, verb) : null;
  if (!phrase) return undefined;
  const speaker = speakerIn(tokens, phrase.from, phrase.to, mentions);
  return speaker && (mentions.includes(speaker) || canSpeak(tokens[speaker.head]!)) ? speaker : undefined;
}

function isPassive(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, ["aux:pass", "nsubj:pass"]).length > 0;
}

/** Who quotes somebody "as saying": outermost of the two. */
function quoting(reading: Reading, { head }: TriggerMatch): Mention | undefined {
  const person = quotedPerson(reading.tree, head);
  const above = reading.tree.tokens[head]!.head;
  const quote = person === undefined ? undefined : person === above ? reading.tree.tokens[above]!.head : above;
  const subject = quote === undefined ? undefined : subjectOf(reading.tree, quote);
  return subject === undefined ? undefined : mentionsOfPhrase(reading.tree, subject, reading.mentions)[0];
}

/** Conjunctions that tell when, and leave what is told at that time as it is; "to" tells what for. */
const TELLING_WHEN = new Set(["after", "as", "when", "while", "before", "to", "once"]);

/** "because they think that ...": a thought told in passing, not whose words the clause is. */
function isSubordinate(tree: Tree, i: number): boolean {
  return (
    ["advcl", "acl", "acl:relcl"].includes(tree.tokens[i]!.deprel) &&
    dependents(tree, i, ["mark"]).some((mark) => !TELLING_WHEN.has(tree.tokens[mark]!.lower))
  );
}

function utters({ act, match }: Choice, firstHand: boolean): boolean {
  if (match === undefined || match.trigger.frame === "noun" || match.trigger.conduct) return false;
  return match.trigger.speech || UTTERED.has(act) || (firstHand && UTTERED_FIRST_HAND.has(act));
}
