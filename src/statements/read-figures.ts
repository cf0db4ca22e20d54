/** A clause's tokens -> how long what it speaks of lasts and how many it concerns; dates, years and labels are neither. */
import { type NumberReading, readNumber } from "../text/number-words.js";
import { readDate } from "../text/partial-date.js";
import type { Token } from "../text/syntax/sentence.js";

export interface Figures {
  /** Days; 30 a month, 365 a year, parts of a day for hours. */
  durationDays: number | null;
  quantity: number | null;
}

const DAYS = new Map<string, number>([
  ["hour", 1 / 24],
  ["day", 1],
  ["week", 7],
  ["month", 30],
  ["year", 365],
]);
const TIMES = new Set([
  "minute",
  "second",
  "hour",
  "day",
  "week",
  "month",
  "year",
  "decade",
  "century",
  "o'clock",
  "a.m.",
  "p.m.",
  "gmt",
]);
/** Words between the number's preposition and the number. */
const PASSED = new Set(
  "a an the about nearly almost some around approximately roughly at least up to more than further additional another next coming following subsequent initial first full period of term these those only maximum minimum".split(
    " ",
  ),
);
const PAST = new Set("past last previous preceding recent prior latest".split(" "));
const NO_TERM = new Set("in within after before by since every each per until under than ago".split(" "));
const LENGTHENED = new Set(["extend", "prolong", "renew", "lengthen"]);
const AFTER_NO_TERM = new Set("ago later earlier after before old left remaining away".split(" "));
/** What may follow "30 days of", and what a compound such as "30-year" must not modify. */
const CALM = new Set("calm silence ceasefire truce peace quiet".split(" "));
const HISTORY = new Set(
  "old anniversary war conflict history career friendship relationship call conversation talk talks meeting discussion trip".split(
    " ",
  ),
);
/** A number behind one of these is a label: "Resolution 1701", "points 1 and 2". */
const LABELS = new Set(
  "resolution article paragraph point chapter annex phase no no. number protocol section clause flight page track option part stage round level decree order law bill item group item pillar category version".split(
    " ",
  ),
);
const PEOPLE = new Set(
  "leader president side country nation party state minister head people delegation government chief official sides foreign countries".split(
    " ",
  ),
);

/** The first duration and the first quantity of the clause. */
export function readFigures(tokens: readonly Token[], from: number, to: number): Figures {
  const figures: Figures = { durationDays: null, quantity: null };
  let labelledTo = -1;
  for (let at = from; at < to; at++) {
    const duration = figures.durationDays === null ? unnumbered(tokens, at, from) : null;
    if (duration !== null) figures.durationDays = duration;
    const date = mayOpenDate(tokens[at]!) ? readDate(tokens, at) : null;
    const number = date && !isCount(tokens, at, date.to) ? null : readNumber(tokens, at, to);
    if (date && number === null) at = behindRange(tokens, date.to) - 1;
    if (number === null) continue;
    const unit = unitAt(tokens, number.to, to);
    if (unit !== null) figures.durationDays ??= durationOf(tokens, at, number, unit, from, to);
    else if (isLabel(tokens, at, labelledTo)) labelledTo = number.to;
    else if (!isTime(tokens, number.to) && isQuantity(tokens, at, number)) figures.quantity ??= number.value;
    at = Math.max(at, unit ?? number.to - 1);
  }
  return figures;
}

function mayOpenDate({ text }: Token): boolean {
  const code = text.charCodeAt(0);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
}

/** "9–10 January", "March 23-25": the second day of a date. */
function behindRange(tokens: readonly Token[], at: number): number {
  const joins = ["-", "–", "—", "to", "and"].includes(tokens[at]?.lower ?? "");
  return joins && /^\d{1,2}$/.test(tokens[at + 1]?.lower ?? "") && tokens[at + 2]?.upos !== "NOUN" ? at + 2 : at;
}

/** "2000 prisoners" is a count although 2000 may be a year. */
function isCount(tokens: readonly Token[], at: number, end: number): boolean {
  const next = tokens[end];
  const before = tokens[at - 1]?.lower ?? "";
  return (
    end === at + 1 &&
    /^\d{4}$/.test(tokens[at]!.lower) &&
    next?.xpos === "NNS" &&
    before !== "the" &&
    before !== "in" &&
    before !== "since"
  );
}

/** Index of the unit of time behind a number, over a hyphen or "calendar"; null where there is none. */
function unitAt(tokens: readonly Token[], at: number, to: number): number | null {
  let next = tokens[at]?.lower === "-" ? at + 1 : at;
  if (["calendar", "working", "consecutive", "full", "more"].includes(tokens[next]?.lower ?? "")) next += 1;
  return next < to && daysOf(tokens[next]!) !== undefined ? next : null;
}

function daysOf({ lower }: Token): number | undefined {
  return DAYS.get(lower) ?? (lower.endsWith("s") ? DAYS.get(lower.slice(0, -1)) : undefined);
}

/** "for a month", "a week-long truce": one unit without a number. */
function unnumbered(tokens: readonly Token[], at: number, from: number): number | null {
  const days = daysOf(tokens[at]!);
  if (days === undefined || days < 1) return null;
  const next = tokens[at + 1]?.lower ?? "";
  if (next === "-" && tokens[at + 2]?.lower === "long") return tokens[at - 1]?.lower === "-" ? null : days;
  const article = at - 1 > from && tokens[at - 1]!.lower === "a";
  const before = article ? tokens[at - 2]!.lower : "";
  const isTerm = before === "for" || (before === "of" && tokens[at - 3]?.lower === "period");
  return isTerm && !AFTER_NO_TERM.has(next) && (next !== "of" || CALM.has(tokens[at + 2]?.lower ?? "")) ? days : null;
}

/** Days of a number with its unit, or null where the words look back, set a deadline or count an age. */
function durationOf(
  tokens: readonly Token[],
  at: number,
  number: NumberReading,
  unit: number,
  from: number,
  to: number,
): number | null {
  const days = number.value * daysOf(tokens[unit]!)!;
  const isCompound = tokens[number.to]?.lower === "-";
  if (!isTermBefore(tokens, at, from, isCompound) || !isTermAfter(tokens, unit, to)) return null;
  if (days < 1 && at > from && ["last", "take", "speak", "talk", "continue"].includes(verbBefore(tokens, at, from)))
    return null;
  return Math.round(days * 1e4) / 1e4;
}

function verbBefore(tokens: readonly Token[], at: number, from: number): string {
  for (let back = at - 1; back >= from && back >= at - 4; back--)
    if (tokens[back]!.upos === "VERB") return tokens[back]!.lemma;
  return "";
}

function isTermBefore(tokens: readonly Token[], at: number, from: number, isCompound: boolean): boolean {
  let ahead = false;
  let back = at - 1;
  for (; back >= from; back--) {
    const { lower, upos } = tokens[back]!;
    if (PAST.has(lower) && upos !== "VERB") return false;
    if (!PASSED.has(lower)) break;
    ahead ||=
      lower === "next" || lower === "coming" || lower === "following" || lower === "initial" || lower === "first";
  }
  const before = back >= from ? tokens[back]!.lower : "";
  if (isCompound || before === "for") return true;
  if (before === "over" || before === "during" || before === "throughout") return ahead;
  if (before === "by" && back > from) return LENGTHENED.has(tokens[back - 1]!.lemma);
  return !NO_TERM.has(before) || (before === "in" && ahead && tokens[back + 1]?.lower === "an");
}

function isTermAfter(tokens: readonly Token[], unit: number, to: number): boolean {
  const next = tokens[unit + 1]?.lower === "-" ? tokens[unit + 2] : tokens[unit + 1];
  if (!next || unit + 1 >= to) return true;
  if (AFTER_NO_TERM.has(next.lower) || HISTORY.has(next.lemma) || HISTORY.has(next.lower)) return false;
  return next.lower !== "of" || CALM.has(tokens[unit + 2]?.lower ?? "");
}

/** "Resolution 1701", "points 1 and 2". */
function isLabel(tokens: readonly Token[], at: number, labelledTo: number): boolean {
  const before = tokens[at - 1];
  if (!before) return false;
  if (LABELS.has(before.lemma) || LABELS.has(before.lower)) return true;
  if (isNameLike(before) && !/^(?:NOUN|ADJ|PROPN|NUM|SYM)$/.test(tokens[at + 1]?.upos ?? "")) return true;
  return (
    labelledTo === at - 1 &&
    (before.lower === "and" || before.lower === "," || before.lower === "to" || before.lower === "-")
  );
}

/** "Nord Stream 2", "the Bucharest Nine"; a currency ("EUR 50") is no name. */
function isNameLike({ text, upos }: Token): boolean {
  return upos === "PROPN" && /^[A-Z][a-z]/.test(text);
}

function isTime(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]?.lower === "-" ? tokens[at + 1] : tokens[at];
  return next !== undefined && (TIMES.has(next.lemma) || TIMES.has(next.lower));
}

/** No ordinal, no "one of them", no "the two leaders", no part of a name or compound ("two-state", "2+2"). */
function isQuantity(tokens: readonly Token[], at: number, { value, to: end }: NumberReading): boolean {
  const [before, next] = [tokens[at - 1]?.lower ?? "", tokens[end]];
  const inWords = !/^\d/.test(tokens[at]!.lower);
  if (/^[-+/:“"]/.test(next?.lower ?? "") || /[-+/:“"]$/.test(before) || next?.lower === "”") return false;
  if (inWords && end === at + 1 && value === 1) return false;
  if (
    inWords &&
    value <= 10 &&
    (["the", "these", "those", "our", "both", "all", "their", "its"].includes(before) || PEOPLE.has(next?.lemma ?? ""))
  )
    return false;
  return !(PEOPLE.has(next?.lemma ?? "") && before === "the" && value <= 10);
}
