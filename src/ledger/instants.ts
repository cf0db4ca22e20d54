/** Days and instants as texts write them -> milliseconds since 1970 in UTC, so that they can be set in order. */
import type { When } from "../model/agreement.js";
import { ReadoutError } from "../model/readout-error.js";

export const DAY_MS = 86_400_000;

/** A day, month or year counts from its first moment in UTC. Throws ReadoutError `date-invalid` for "2025-02-30". */
export function startOf(when: When): number {
  const [year, month = "01", day = "01"] = when.slice(0, 10).split("-");
  const time = Date.parse(when.length > 10 ? when : `${year}-${month}-${day}T00:00:00Z`);
  const calendar = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(time) || Number.isNaN(calendar.getTime()) || calendar.getUTCDate() !== Number(day)) {
    throw new ReadoutError("date-invalid", `"${when}" is no date. Write 2025-03-18 or 2025-03-18T15:00:00Z.`, 2);
  }
  return time;
}

/** The first moment after it: of the next day, month or year; an instant's own next millisecond. */
export function endOf(when: When): number {
  if (when.length > 10) return startOf(when) + 1;
  const start = new Date(startOf(when));
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  if (when.length === 10) return Date.UTC(year, month, day + 1);
  return when.length === 7 ? Date.UTC(year, month + 1, 1) : Date.UTC(year + 1, 0, 1);
}

/** The day in UTC that holds the moment. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
