/** A noun phrase beside a verb of speech -> who speaks: a mention, or a stranger under the text's own words. */

import { stateOf } from "../model/states-of.js";
import type { Token } from "../text/syntax/sentence.js";
import { wordsOf } from "./build-mention.js";
import type { Mention } from "./mention.js";
import { INSTITUTIONS, SIDE_NOUNS } from "./role-nouns.js";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Common nouns that speak: persons by what they do, bodies, and what is written or broadcast. */
const SPEAKING = words(
  "official spokesman spokeswoman spokesperson spokespeople diplomat minister envoy ambassador aide adviser advisor " +
    "analyst expert observer source commander general negotiator mediator lawmaker activist resident witness critic " +
    "leader politician member representative delegate reporter journalist correspondent economist historian researcher " +
    "professor lawyer captain mayor governor chief head president premier chancellor speaker senator rebel fighter survivor relative mother father brother sister friend wife husband " +
    "government ministry office department administration agency authority army military police court council " +
    "parliament party group movement alliance bloc embassy mission panel commission committee organisation " +
    "organization regime leadership side delegation company union charity statement communique communiqué readout " +
    "release report letter note memo document declaration announcement message post tweet transcript editorial " +
    "commentary article newspaper daily paper magazine broadcaster network station channel television tv radio media " +
    "outlet website newswire service",
);

/** Strangers with these heads speak for the state that owns them; an analyst speaks for himself. */
const OWNED = words(
  "official spokesman spokeswoman spokesperson diplomat minister envoy ambassador negotiator government ministry " +
    "office department administration agency authority army military embassy mission statement communique readout " +
    "release regime leadership side delegation commander general",
);

const LONGEST_PHRASE = 14;
const LONGEST_NAME = 8;
/** Parts of speech of which a noun phrase is made. */
const NOMINAL = words("DET ADJ NOUN PROPN NUM PART SYM");
const INSIDE = words("of for from at to in on and & - – '");

const TIMES = words(
  "second minute hour day night morning evening week month year decade time monday tuesday wednesday thursday friday saturday sunday",
);

/** True for a noun of time, which says nothing. */
export function isTime({ lemma }: Token): boolean {
  return TIMES.has(lemma.toLowerCase());
}

/** True for a noun that can be said to say something. */
export function canSpeak({ lemma, upos, lower }: Token): boolean {
  return (
    upos === "PROPN" ||
    SPEAKING.has(lemma) ||
    SPEAKING.has(lower) ||
    SIDE_NOUNS.has(lower) ||
    INSTITUTIONS.some(({ nouns }) => nouns.split("|").includes(lemma))
  );
}

/** First token of the noun phrase that ends before token `end`; `end` itself where there is none. */
export function phraseStart(tokens: readonly Token[], end: number): number {
  let at = end;
  while (at > 0 && end - at < LONGEST_PHRASE && isInside(tokens, at - 1) && !opens(tokens, at)) at -= 1;
  while (at < end && INSIDE.has(tokens[at]!.lower)) at += 1;
  return at;
}

/** First token behind the noun phrase that starts at `start`. */
export function phraseEnd(tokens: readonly Token[], start: number): number {
  let at = start;
  while (at < tokens.length && at - start < LONGEST_PHRASE && isInside(tokens, at)) at += 1;
  while (at > start && INSIDE.has(tokens[at - 1]!.lower)) at -= 1;
  return at;
}

/** An article or a possessive opens the phrase, unless it stands in a complement ("an official | of the ministry"). */
function opens(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || (token.upos !== "DET" && token.xpos !== "PRP$")) return false;
  return !INSIDE.has(tokens[at - 1]!.lower);
}

function isInside(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (NOMINAL.has(token.upos) || token.xpos === "PRP$") return !/^["“”«»]$/.test(token.text);
  if (INSIDE.has(token.lower)) return true;
  return token.upos === "VERB" && ["amod", "compound"].includes(token.deprel) && token.xpos !== "VBD";
}

/** The head of the noun phrase: its last noun before a complement ("a spokesman | for the army"); -1 where it has none. */
export function headOfPhrase(tokens: readonly Token[], from: number, to: number): number {
  let head = -1;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (
      head >= 0 &&
      (token.upos === "ADP" || token.upos === "PUNCT" || token.lower === "to") &&
      !/^[-–]$/.test(token.text)
    )
      break;
    if (token.upos === "NOUN" || token.upos === "PROPN" || (token.upos === "NUM" && i === to - 1)) head = i;
  }
  return head;
}

/** "said", "says", "has said"; not "has been said". */
export function isFiniteVerb(tokens: readonly Token[], i: number): boolean {
  if (["VBD", "VBZ", "VBP"].includes(tokens[i]!.xpos)) return true;
  if (tokens[i]!.xpos !== "VBN" || tokens[i - 1]?.lemma === "be") return false;
  return tokens[i - 1]?.lemma === "have" || tokens[i - 2]?.lemma === "have";
}

const LONGEST_APPOSITION = 25;
const MARK = /^(?:["“”«»:,;!?]|[-–—]{1,3})$/;
const FIRST = words("i we you");

/**
 * The subject's phrase before a verb, over adverbs and an apposition between commas ("X, the mediator, later said");
 * null where something else than a mark, a conjunction or the sentence's start stands before it.
 */
export function phraseBefore(tokens: readonly Token[], verb: number): { from: number; to: number } | null {
  let to = verb;
  while (to > 0 && (["ADV", "AUX"].includes(tokens[to - 1]!.upos) || isDay(tokens, to - 1))) to -= 1;
  if (to < verb && ["on", "late", "early"].includes(tokens[to - 1]?.lower ?? "")) to -= 1;
  const own = phraseStart(tokens, to);
  if (own < to) return opensClause(tokens, own) ? { from: own, to } : null;
  const last = tokens[to - 1];
  if (last?.xpos === "PRP") return FIRST.has(last.lower) ? null : { from: to - 1, to };
  return last?.text === "," || last?.text === ")" ? beforeApposition(tokens, to - 1) : null;
}

/** "a spokesman yesterday said": a day between the subject and its verb. */
function isDay(tokens: readonly Token[], i: number): boolean {
  return /^(?:yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/.test(tokens[i]!.lower) && i > 1;
}

function beforeApposition(tokens: readonly Token[], close: number): { from: number; to: number } | null {
  const opening = tokens[close]!.text === ")" ? "(" : ",";
  for (let at = close - 2; at > 0 && close - at <= LONGEST_APPOSITION; at--) {
    if (/^["“”«»;:]$/.test(tokens[at]!.text)) return null;
    if (tokens[at]!.text !== opening) continue;
    const from = phraseStart(tokens, at);
    if (from < at && opensClause(tokens, from) && headOfPhrase(tokens, from, at) >= 0) return { from, to: at };
  }
  return null;
}

/** The phrase opens its clause: right behind a mark, a conjunction or the sentence's start. */
function opensClause(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  return (
    before === undefined ||
    MARK.test(before.text) ||
    ["CCONJ", "SCONJ"].includes(before.upos) ||
    ["after", "before", "since", "until", "that", "so"].includes(before.lower)
  );
}

/** Who the noun phrase names: the mention that covers its head, else somebody whom only its words name. */
export function speakerIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  mentions: readonly Mention[],
): Mention | undefined {
  const pronoun = mentions.find(
    (mention) => mention.kind === "pronoun" && mention.from === to - 1 && !mention.possessive,
  );
  if (pronoun) return pronoun;
  const head = headOfPhrase(tokens, from, to);
  if (head < 0 || isTime(tokens[head]!)) return undefined;
  const named = mentions.find((mention) => mention.from <= head && head < mention.to && mention.to > from);
  if (named && named.kind !== "office") return named;
  return inApposition(tokens, to, mentions) ?? named ?? strangerIn(tokens, from, to, head, mentions);
}

/** "the head of the mission, X, said": the name between the commas. */
function inApposition(tokens: readonly Token[], comma: number, mentions: readonly Mention[]): Mention | undefined {
  if (tokens[comma]?.text !== ",") return undefined;
  let to = comma + 1;
  while (to < tokens.length && to - comma <= 5 && isNamePart(tokens[to]!)) to += 1;
  if (to - comma < 3 || !/^[,.]$/.test(tokens[to]?.text ?? ".")) return undefined;
  const named = mentions.find((mention) => mention.kind === "person" && mention.from === comma + 1 && mention.to <= to);
  return named ?? strangerIn(tokens, comma + 1, to, to - 1, []);
}

function isNamePart({ upos, text }: Token): boolean {
  return (upos === "PROPN" && /^\p{Lu}/u.test(text)) || /^(?:-|al|el|bin|de|van|von)$/.test(text);
}

/** Somebody whom no mention names: the words of the phrase without its article ("a senior official"). */
export function strangerIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  head: number,
  mentions: readonly Mention[],
): Mention {
  let start = from;
  while (start < head && ["DET", "CCONJ", "ADP"].includes(tokens[start]!.upos)) start += 1;
  start = Math.max(start, head - LONGEST_NAME + 1);
  const end = Math.min(Math.max(to, head + 1), start + LONGEST_NAME);
  const owner = OWNED.has(tokens[head]!.lemma)
    ? mentions.find(
        ({ from: at, to: last, kind, ids }) =>
          at >= from && last <= end && ["state", "organisation", "person", "office"].includes(kind) && ids[0] !== "?",
      )
    : undefined;
  return {
    sentence: mentions[0]?.sentence ?? -1,
    from: start,
    to: end,
    head,
    start: tokens[start]!.start,
    end: tokens[end - 1]!.end,
    kind: "person",
    ids: owner ? [stateOf(owner.ids[0]!)] : ["?"],
    name: wordsOf(tokens, start, end),
    possessive: false,
    modifier: false,
  };
}
