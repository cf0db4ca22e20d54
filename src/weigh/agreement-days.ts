/** Starts of an agreement's readings and a day -> how long it has lasted under each, counted in days in UTC. */
import { type Agreement, termsOf } from "../model/agreement.js";

export interface Elapsed {
  /** Days under the reading that starts last: what all readings agree has lasted. */
  days: number;
  range: [number, number];
}

/** Null where no reading tells its start, or none has started by `asOf` (YYYY-MM-DD). */
export function elapsedBy(agreement: Agreement, asOf: string): Elapsed | null {
  const days = agreement.readings
    .map((reading) => termsOf(agreement, reading).starts)
    .filter((starts) => starts !== undefined)
    .map((starts) => Math.round((Date.parse(asOf) - Date.parse(firstDay(starts))) / 86_400_000))
    .filter((passed) => passed >= 0);
  if (days.length === 0) return null;
  const range: [number, number] = [Math.min(...days), Math.max(...days)];
  return { days: range[0], range };
}

/** True where every reading says when it ends, and all have by `asOf`. */
export function hasLapsed(agreement: Agreement, asOf: string): boolean {
  return agreement.readings.every((reading) => {
    const { starts, ends, durationDays } = termsOf(agreement, reading);
    if (ends !== undefined) return lastDay(ends) < asOf;
    if (starts === undefined || durationDays === undefined) return false;
    return Date.parse(firstDay(starts)) + durationDays * 86_400_000 <= Date.parse(asOf);
  });
}

/** The first day of a date as precise as it is written: 2025-03 -> 2025-03-01. */
export function firstDay(when: string): string {
  const [year = "", month = "01", day = "01"] = when.slice(0, 10).split("-");
  return `${year}-${month}-${day}`;
}

/** The last: 2025-03 -> 2025-03-31. */
export function lastDay(when: string): string {
  const [year = "", month = "12", day] = when.slice(0, 10).split("-");
  return day
    ? `${year}-${month}-${day}`
    : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}
