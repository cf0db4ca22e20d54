/** Commitments and a moment -> what lapses when under which reading, which readings disagree, and what is due soon. */

import type { Deadline, DueCommitment, ReadingDates } from "../model/deadline.js";
import type { CommitmentState } from "../model/dossier.js";
import { DAY_MS } from "./instants.js";
import { type Window, windowOf } from "./windows.js";

/** What a source may have said that leaves nothing to lapse. */
const OVER = new Set(["fulfilled", "withdrawn", "superseded", "lapsed"]);

/** Each reading's dates, and what they come to together. */
export function datesOf({ commitment, status }: CommitmentState, now: number): DueCommitment {
  const readings = commitment.readings.map((reading): ReadingDates => {
    const window = windowOf(commitment, reading);
    return {
      reading: reading.id,
      party: reading.party ?? null,
      firstDay: window.firstDay,
      lastDay: window.lastDay,
      lapsesAt: window.ends === null ? null : new Date(window.ends).toISOString(),
      zone: window.zone,
      phase: phaseOf(window, now),
      because: window.because,
    };
  });
  return {
    commitment: commitment.id,
    title: commitment.title,
    status,
    readings,
    starts: spread(readings.map(({ firstDay }) => firstDay)),
    lapses: spread(readings.map(({ lastDay }) => lastDay)),
    disagree: differ(readings.map(({ firstDay }) => firstDay)) || differ(readings.map(({ lastDay }) => lastDay)),
  };
}

/**
 * Starts and lapses from `now` on for `days`, in order of time; a commitment that is over under what all sources say
 * has none. A lapse is told at the moment at which the reading no longer binds.
 */
export function deadlinesOf(states: readonly CommitmentState[], now: number, days: number): Deadline[] {
  const until = now + days * DAY_MS;
  return states
    .filter(({ status }) => !OVER.has(status))
    .flatMap(allDeadlines)
    .filter(({ at }) => Date.parse(at) >= now && Date.parse(at) <= until)
    .sort(inTime);
}

/** Every start and lapse that the readings state, whatever became of the commitment. */
export function allDeadlines({ commitment }: CommitmentState): Deadline[] {
  return commitment.readings.flatMap((reading) => {
    const { starts, ends, firstDay, lastDay } = windowOf(commitment, reading);
    const shared = { commitment: commitment.id, title: commitment.title, reading: reading.id };
    return [
      ...(starts === null
        ? []
        : [{ ...shared, what: "starts" as const, at: new Date(starts).toISOString(), day: firstDay! }]),
      ...(ends === null
        ? []
        : [{ ...shared, what: "lapses" as const, at: new Date(ends).toISOString(), day: lastDay! }]),
    ];
  });
}

export function inTime(a: Deadline, b: Deadline): number {
  return (
    Date.parse(a.at) - Date.parse(b.at) || (a.commitment < b.commitment ? -1 : a.commitment > b.commitment ? 1 : 0)
  );
}

function phaseOf({ starts, ends }: Window, now: number): ReadingDates["phase"] {
  if (starts !== null && now < starts) return "to-come";
  if (ends !== null && now >= ends) return "over";
  return starts === null ? "unstated" : "running";
}

/** Earliest and latest of the days that are stated. */
function spread(days: readonly (string | null)[]): [string, string] | null {
  const stated = days.filter((day) => day !== null).sort();
  return stated.length === 0 ? null : [stated[0]!, stated.at(-1)!];
}

/** What is left unstated is no disagreement. */
function differ(days: readonly (string | null)[]): boolean {
  return new Set(days.filter((day) => day !== null)).size > 1;
}
