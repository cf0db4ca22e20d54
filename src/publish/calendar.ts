/** The dates of commitments under each reading -> an iCalendar file whose entries keep their ids. */
import { createHash } from "node:crypto";
import { createEvents, type EventAttributes } from "ics";
import type { DueCommitment, ReadingDates } from "../model/deadline.js";

/** RFC 5545. The same commitment, reading and kind of date have the same UID whatever the date, so that it moves. */
export function calendarOf(dossier: string, commitments: readonly DueCommitment[]): string {
  const events = commitments.flatMap((due) => due.readings.flatMap((reading) => entries(dossier, due, reading)));
  const { error, value } = createEvents(events, { productId: "readout/ledger", calName: `Readout: ${dossier}` });
  if (error || !value) throw error ?? new Error("no calendar was made");
  // The library stamps each entry with the present moment; the same ledger shall give the same file.
  return value.replace(/^DTSTAMP:.*$/gm, "DTSTAMP:19700101T000000Z");
}

function entries(dossier: string, due: DueCommitment, reading: ReadingDates): EventAttributes[] {
  const { firstDay, lastDay } = reading;
  return [
    ...(firstDay === null ? [] : [entry(dossier, due, reading, "starts", firstDay)]),
    ...(lastDay === null ? [] : [entry(dossier, due, reading, "lapses", lastDay)]),
  ];
}

function entry(
  dossier: string,
  due: DueCommitment,
  { reading, zone }: ReadingDates,
  what: "starts" | "lapses",
  day: string,
): EventAttributes {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const next = new Date(Date.UTC(year, month - 1, date + 1));
  const id = createHash("sha256")
    .update([dossier, due.commitment, reading, what].join("\n"))
    .digest("hex")
    .slice(0, 32);
  const disagree = due.disagree ? " The readings disagree on the dates." : "";
  return {
    uid: `${id}@readout`,
    title: `${what === "starts" ? "First day" : "Last day"} of “${due.title}” under ${reading}`,
    description: `Status: ${due.status}. Days of ${zone}.${disagree}`,
    start: [year, month, date],
    end: [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()],
    categories: [what],
    transp: "TRANSPARENT",
  };
}
