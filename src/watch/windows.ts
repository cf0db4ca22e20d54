/** A reading's terms -> its window in seconds since 1970 UTC, days counted in the zone that it names. */
import { DateTime } from "luxon";
import { type Agreement, type Reading, termsOf, type When } from "../model/agreement.js";
import { ReadoutError } from "../model/readout-error.js";

/** Seconds since 1970 UTC; `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

const DAY_SECONDS = 86_400;
const LONGEST_YEARS = 100;

/**
 * Contract: `ends` is exclusive for instants and inclusive for days, months and years; `durationDays` may stand for it
 * and counts days of the zone, so that a change of clocks does not move the end. What is open-ended runs to `known`, the
 * last second that any record tells of. Throws ReadoutError
 * `window-impossible`, exit code 2, for a window that has no start, no end, or ends before it starts.
 */
export function windowOf(agreement: Pick<Agreement, "id" | "common">, reading: Reading, known?: number): Span {
  const terms = termsOf(agreement, reading);
  const zone = terms.zone ?? "UTC";
  const fail = (what: string): never => {
    throw new ReadoutError("window-impossible", `${agreement.id}, reading "${reading.id}": ${what}`, 2);
  };
  if (terms.starts === undefined) return fail('"starts" is missing. Write a day or an instant.');
  const start = beginOf(terms.starts, zone);
  if (!start.isValid)
    return fail(`"starts: ${terms.starts}" in zone "${zone}" is no date. Write YYYY-MM-DD and an IANA zone.`);
  const ownEnd = terms.ends === undefined ? null : endOf(terms.ends, zone);
  const counted = terms.durationDays === undefined ? null : start.plus({ days: terms.durationDays });
  const openEnd =
    terms.openEnded === true ? DateTime.fromSeconds(Math.max(known ?? 0, start.toSeconds() + DAY_SECONDS)) : null;
  // What the reading itself says outranks what it takes from common.
  const end =
    reading.ends === undefined && reading.durationDays !== undefined ? counted : (ownEnd ?? counted ?? openEnd);
  if (end === null) return fail('neither "ends" nor "durationDays" is given. Write one of them, or "openEnded: true".');
  if (!end.isValid) return fail(`"ends: ${terms.ends}" is no date. Write YYYY-MM-DD or an instant with its zone.`);
  if (end <= start) return fail(`it ends (${told(end)}) before it starts (${told(start)}). Correct one of them.`);
  if (end.diff(start, "years").years > LONGEST_YEARS)
    return fail(`it lasts more than ${LONGEST_YEARS} years. Correct "ends".`);
  return { start: Math.round(start.toSeconds()), end: Math.round(end.toSeconds()) };
}

/** First second of a day, month or year in the zone; an instant is itself. */
export function beginOf(when: When, zone: string): DateTime {
  return isInstant(when) ? DateTime.fromISO(when, { zone: "UTC" }) : DateTime.fromISO(when, { zone });
}

function endOf(when: When, zone: string): DateTime {
  if (isInstant(when)) return beginOf(when, zone);
  const unit = ["years", "months", "days"][when.split("-").length - 1]!;
  return beginOf(when, zone).plus({ [unit]: 1 });
}

function isInstant(when: When): boolean {
  return when.includes("T");
}

function told(at: DateTime): string {
  return at.toUTC().toISO({ suppressMilliseconds: true })!;
}

/** "2025-03-18T00:00:00Z". */
export function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
