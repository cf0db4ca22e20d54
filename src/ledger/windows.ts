/** The dates of one reading -> from when to when it binds, or why that cannot be told. */
import { DateTime } from "luxon";
import type { When } from "../model/agreement.js";
import type { Commitment, CommitmentReading } from "../model/commitment.js";

/** Milliseconds since 1970 UTC; `ends` is exclusive. Null where the reading leaves it open. */
export interface Window {
  starts: number | null;
  ends: number | null;
  /** The first and last day on which it binds, in the reading's own zone. */
  firstDay: string | null;
  lastDay: string | null;
  zone: string;
  /** Why there is no end; null where there is one. */
  because: string | null;
}

/**
 * Contract: a date without a clock is a day in UTC unless `zone` is given; `ends` is exclusive for instants and
 * inclusive for days, and `durationDays` may stand for it, counted in days of the zone. What a reading says of its end
 * outranks what it takes from `common`. Nothing is guessed: a length without a start has no end.
 */
export function windowOf({ common }: Pick<Commitment, "common">, reading: CommitmentReading): Window {
  const terms = { ...common, ...reading };
  const zone = terms.zone ?? "UTC";
  const start = beginOf(reading.effective ?? terms.starts, zone);
  const own = reading.ends === undefined && reading.durationDays !== undefined ? null : endOf(terms.ends, zone);
  const counted = start && terms.durationDays !== undefined ? start.plus({ days: terms.durationDays }) : null;
  const end = own ?? counted;
  return {
    starts: start?.toMillis() ?? null,
    ends: end?.toMillis() ?? null,
    firstDay: start?.toISODate() ?? null,
    lastDay: end?.minus({ milliseconds: 1 }).toISODate() ?? null,
    zone,
    because: end ? null : whyOpen(terms, zone),
  };
}

function whyOpen(
  { durationDays, starts }: { durationDays?: number | undefined; starts?: When | undefined },
  zone: string,
): string {
  if (!DateTime.local({ zone }).isValid) return `"${zone}" is no time zone`;
  if (durationDays !== undefined && starts === undefined) return `${durationDays} days from a day that is not stated`;
  return "no end is stated";
}

function beginOf(when: When | undefined, zone: string): DateTime<true> | null {
  if (when === undefined) return null;
  const time = when.length > 10 ? DateTime.fromISO(when).setZone(zone) : DateTime.fromISO(when, { zone });
  return time.isValid ? time : null;
}

function endOf(when: When | undefined, zone: string): DateTime<true> | null {
  const begin = beginOf(when, zone);
  if (begin === null || when!.length > 10) return begin;
  return begin.plus(when!.length === 10 ? { days: 1 } : when!.length === 7 ? { months: 1 } : { years: 1 });
}
