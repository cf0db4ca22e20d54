/** A text's layout -> counts that tell genres apart: speakers, questions, first person, marks of the news trade. */
import type { Layout } from "./text-layout.js";

export interface Shape {
  words: number;
  /** Different names that open a turn ("Aide to the President:"). */
  speakers: number;
  turns: number;
  /** Turns of an unnamed journalist ("Question:", "Q"). */
  questions: number;
  /** "I", "my" and the like, a word. */
  firstPersonRate: number;
  /** Forms of address and thanks to whoever listens: "Mr President,", "ladies and gentlemen", "thank you". */
  addresses: number;
  /** Share of sentences that open with or contain "we". */
  weRate: number;
  /** Bylines, captions, agency marks, reading times. */
  newsMarks: number;
  /** "told reporters", "according to", "said on Tuesday". */
  outsideAttributions: number;
  /** Different words that stand as the subject of "said", "told" and the like, pronouns left out. */
  voices: number;
  /** @handles, hashtags and picture links. */
  handles: number;
  /** Lines that open with "1." or "2)". */
  points: number;
  /** True where title and lead name two states or more. */
  severalParties: boolean;
}

const ADDRESS =
  /\b(?:mr|mrs|ms|madam)\.? (?:(?:vice |deputy )?(?:president|premier|chancellor|secretary|speaker|chair(?:man|woman)?)|(?:prime |foreign )?minister|ambassador)[,.!]|\byour (?:excellenc(?:y|ies)|majest(?:y|ies)|highness(?:es)?)\b|\bladies and gentlemen\b|\bdear (?:friends?|colleagues?|guests?)\b|(?:^|[.!?]\s)(?:colleagues|friends),|\bthank you\b|\bgood (?:morning|afternoon|evening)[,.!]/gim;
const QUESTION = /^(?:question|q|reporter|journalist|media|press)$/i;
const SPEAKER =
  /(?:^|[.!?*”"]\s+)(?:\*\*)?((?:Q|(?:\p{Lu}[\p{L}.'’-]*)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|of|the|to|and|for|de|bin|von)){0,9})(?:\s*\([^)\n]{1,60}\))?)(?:\*\*)?:(?:\*\*)?\s/gmu;
const LINE_QUESTION = /^Q\s{1,6}(?=\p{Lu})/gmu;
const NO_SPEAKER =
  /^(?:note|source|photo|image|picture|caption|published|updated|posted|date|title|headline|by|from|url|link|original|type|genre|translation|publisher|update|read more|related|subject|contact|tel|re|ps)$/i;

const NEWS_MARKS: readonly RegExp[] = [
  /^by \p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+/imu,
  /\((?:reuters|afp|ap|dpa|tass|xinhua|bloomberg)\)\s*[-–—]|\b(?:reuters|afp|ap|agence france-presse|getty images?|sipa|epa)\b\s*(?:$|\/|[.,])/im,
  /^source:.*\b(?:news|times|post|ap|afp|reuters|getty|sipa|epa)\b/im,
  /\b\d{1,3} min(?:ute)?s? read\b/i,
  /^(?:published|updated)\b.*\d{4}/im,
  /^share\b|\bread more\b|\bsubscribe\b|\bsign up\b/im,
  /\bwith additional reporting\b|\breporting by\b|\bediting by\b|\bcontributed to this report\b/i,
];

const OUTSIDE =
  /\b(?:told (?:reporters|journalists|the (?:bbc|ap|agency|newspaper|media))|according to|(?:said|says|added|wrote) (?:on|in) (?:a|an|monday|tuesday|wednesday|thursday|friday|saturday|sunday|social)|[,”"] (?:said|says) \p{Lu}|analysts?|reportedly|sources? (?:say|said|close))/giu;

const SAYING =
  /\b(?:said|says) (?:the |an? )?((?:\p{Lu}[\p{L}.'’-]{1,40} ?){1,5})|(?<![\p{L}.'’-])(\p{L}[\p{L}.'’-]{0,40}),?\s{1,4}(?:(?:also|later|has|have|had) )?(?:said|says|added|told|wrote|warned|noted)\b/gu;
const NOBODY = /^(?:s?he|they|it|i|we|you|and|or|but|who|which|that|to|be|as|not|what)$/;

/** A longer text is judged by its beginning. */
const SAMPLE_CHARACTERS = 100_000;

/** Counts over the text; rates are 0 for an empty one. */
export function readShape({ lines, body }: Layout, severalParties: boolean): Shape {
  const text = lines.join("\n").slice(0, SAMPLE_CHARACTERS);
  const words = count(text, /\p{L}+/gu);
  const turns = [...text.matchAll(SPEAKER)]
    .map((match) => match[1]!.replace(/\s*\(.*/, ""))
    .filter((name) => !NO_SPEAKER.test(name));
  const named = turns.filter((name) => !QUESTION.test(name));
  const questions = turns.length - named.length + count(text, LINE_QUESTION);
  const own = withoutQuotes(text);
  return {
    words,
    speakers: new Set(named.map((name) => name.split(" ").at(-1))).size + (questions > 0 ? 1 : 0),
    turns: turns.length + count(text, LINE_QUESTION),
    questions,
    firstPersonRate: count(own, /\b(?:I|I['’](?:m|ve|ll|d)|my|me|myself)\b/g) / Math.max(words, 1),
    addresses: count(own, ADDRESS),
    weRate: weRate(body.slice(0, SAMPLE_CHARACTERS)),
    newsMarks: NEWS_MARKS.filter((mark) => mark.test(text)).length,
    outsideAttributions: count(text, OUTSIDE),
    voices: voicesIn(text),
    handles: count(text, /(?:^|\s)@\w{2,}|(?:^|\s)#\p{L}{2,}|\bpic\.twitter\.com\b/gu),
    points: count(text, /^\d{1,2}[.)]\s/gm),
    severalParties,
  };
}

function weRate(body: string): number {
  return count(body, /(?:^|[.!?]\s+)(?:[^.!?]{0,60}\s)?we\b/gim) / Math.max(count(body, /[.!?](?:\s|$)/g), 1);
}

/** The first person inside a quotation is somebody else's. */
function withoutQuotes(text: string): string {
  return text.replace(/[“"][^“”"\n]{0,600}[”"]/g, " ");
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** A side's own text lets few speak; a report lets many. */
function voicesIn(text: string): number {
  const voices = new Set<string>();
  for (const [, after, before] of text.matchAll(SAYING)) {
    const name = (after ?? before)!
      .trim()
      .replace(/[,'’]s?$/, "")
      .split(/\s+/)
      .at(-1)!
      .toLowerCase();
    if (!NOBODY.test(name)) voices.add(name);
  }
  return voices.size;
}
