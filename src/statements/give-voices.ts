/** Readings and the quotations around them -> each quoted sentence knows whose words it is, over sentences and paragraphs. */
import type { Quotation } from "../text/quotes.js";
import { dependents } from "../text/syntax/tree.js";
import type { Mention } from "./mention.js";
import { saidBy, speakerAt } from "./name-sources.js";
import { mentionsOfPhrase } from "./phrase-actors.js";
import type { Reading } from "./read-sentences.js";
import { canSpeak } from "./read-speaker.js";
import { subjectOf } from "./subject-of.js";

/** Sets `voice` of every sentence that is quotation for the most part. */
export function giveVoices(readings: readonly Reading[], quotations: readonly Quotation[], text: string): void {
  let last: Spoken | undefined;
  for (const quotation of quotations) {
    const speaker = speakerOf(readings, quotation, text, last);
    if (!speaker) continue;
    last = { speaker, end: quotation.end };
    for (const reading of readings) if (isMostly(reading, quotation)) reading.voice = speaker;
  }
}

/** The quotation before, and whose it was. */
interface Spoken {
  speaker: Mention;
  end: number;
}

/**
 * Who is named in the quotation's own sentences; else whoever spoke before, where the quotation fills its paragraph or
 * goes on in the same one; else whom the sentence right before it is about.
 */
function speakerOf(
  readings: readonly Reading[],
  quotation: Quotation,
  text: string,
  last: Spoken | undefined,
): Mention | undefined {
  const own = readings.flatMap(({ sentence }, i) =>
    sentence.start < quotation.end && sentence.end > quotation.start ? [i] : [],
  );
  const named = own.map((i) => namedBeside(readings[i]!, quotation)).find((speaker) => speaker !== undefined);
  if (named) return named;
  const first = own[0];
  if (first === undefined) return undefined;
  const before = readings[first - 1];
  const gap = before && text.slice(before.sentence.end, quotation.start);
  if (
    before &&
    /:["“”«»]?\s*["“«]?$/.test(text.slice(before.sentence.start, quotation.start)) &&
    /^\s*\S{0,2}\s*$/.test(gap!)
  )
    return namedBeside(before, quotation) ?? subjectMention(before);
  const opens = quotation.start - readings[first]!.sentence.start <= 2;
  if (quotation.alone) return (before && (before.voice ?? namedBeside(before, quotation))) ?? last?.speaker;
  if (last && opens && !/\n/.test(text.slice(last.end, quotation.start))) return last.speaker;
  if (!opens || !before || /\n/.test(gap ?? "\n")) return undefined;
  return before.voice ?? namedBeside(before, quotation) ?? personAbout(before);
}

/** The frame's speaker, else the subject of the verb of speech that stands outside of the quotation and nearest to it. */
function namedBeside(reading: Reading, quotation: Quotation): Mention | undefined {
  const outside = (token: number): boolean => {
    const { start, end } = reading.tree.tokens[token]!;
    return end <= quotation.start || start >= quotation.end;
  };
  const framed = reading.frames.find(
    ({ speaker, from, to, beneath }) => speaker && !beneath && outside(Math.min(from + 1, to - 1)),
  );
  if (framed) return framed.speaker;
  const root = reading.byToken.get(reading.tree.root);
  const main = root?.trigger.speech && outside(reading.tree.root) ? saidBy(reading, root) : undefined;
  const saying = reading.matches.findLast(
    ({ trigger, head }) => trigger.speech && outside(head) && reading.tree.tokens[head]!.end <= quotation.start,
  );
  const near =
    saying && !(main && reading.tree.tokens[saying.head]!.xpos === "VBG") ? saidBy(reading, saying) : undefined;
  return (
    (introduces(reading, quotation, saying?.head) ? near : undefined) ?? main ?? near ?? introduced(reading, quotation)
  );
}

/** The quotation opens right behind the verb, a mark between at most: "had told them: “…”". */
function introduces({ tree }: Reading, quotation: Quotation, verb: number | undefined): boolean {
  if (verb === undefined) return false;
  const open = tree.tokens.findIndex(({ start }) => start >= quotation.start);
  return open > verb && open - verb <= 4;
}

/** "The envoy was blunt: “…”": a colon right before the quotation. */
function introduced(reading: Reading, quotation: Quotation): Mention | undefined {
  const { tokens } = reading.tree;
  const open = tokens.findIndex(({ start }) => start >= quotation.start - 1);
  return open > 1 && tokens[open - 1]!.text === ":" ? subjectMention(reading) : undefined;
}

function subjectMention(reading: Reading): Mention | undefined {
  const { tree, mentions } = reading;
  const subject = subjectOf(tree, tree.root) ?? dependents(tree, tree.root, ["nsubj:pass"])[0];
  if (subject === undefined) return undefined;
  const named = mentionsOfPhrase(tree, subject, mentions)[0];
  return named ?? (canSpeak(tree.tokens[subject]!) ? speakerAt(reading, subject) : undefined);
}

/** The person whom a sentence without quotation marks is about. */
function personAbout(reading: Reading): Mention | undefined {
  const subject = subjectMention(reading);
  return subject && ["person", "office", "pronoun"].includes(subject.kind) ? subject : undefined;
}

function isMostly({ sentence: { start, end } }: Reading, quotation: Quotation): boolean {
  return 2 * (Math.min(end, quotation.end) - Math.max(start, quotation.start)) > end - start;
}
