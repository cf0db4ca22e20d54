/** Figures and windows of a watch report -> the words of them in the reader's language. */
import type { HeldReading } from "../../model/holding.js";
import type { FindingStatus, MeasuredChange, Verdict, WatchReport, Window } from "../../model/watch-report.js";
import type { Names } from "../../publish/names.js";
import type { Standing } from "../../publish/place-map.js";
import type { Reader } from "../reader.js";
import { shown } from "./shown.js";

/** "3 to 11", "4". */
export function rangeWords([low, high]: readonly [number, number], { t, number }: Reader): string {
  return low === high ? number(low) : t("range-of", { low: number(low), high: number(high) });
}

/** Whole days by their dates; what begins or ends within a day by instants in UTC. */
export function windowWords({ start, end }: Window, reader: Reader): string {
  const wholeDays = start.endsWith("T00:00:00Z") && end.endsWith("T00:00:00Z");
  const last = new Date(Date.parse(end) - 86_400_000).toISOString();
  const told = wholeDays
    ? { first: reader.date(start), last: reader.date(last) }
    : { first: reader.instant(start, "UTC"), last: reader.instant(end, "UTC") };
  return reader.t("window-days", told);
}

type HoldingVerdict = Verdict | "mixed" | "by-reading";

/** What all measures say of the step from before to while the terms ran; those that cannot tell do not outvote others. */
function verdictOf(changes: readonly MeasuredChange[]): HoldingVerdict {
  const told = [...new Set(changes.map(({ verdict }) => verdict).filter((verdict) => verdict !== "cannot-tell"))];
  if (told.length > 1) return "mixed";
  if (told.length === 1) return told[0]!;
  return changes.some(readingsDiffer) ? "by-reading" : "cannot-tell";
}

/** One reading's window, or what it covers, gives another answer than another's. */
export function readingsDiffer({ byReading }: MeasuredChange): boolean {
  return new Set(Object.values(byReading).map(({ verdict }) => verdict)).size > 1;
}

/** One sentence: what the records say, under each reading where that makes the difference. */
export function verdictWords({ changes, readings }: WatchReport, names: Names, reader: Reader): string {
  const begun = changes.filter(({ from, to }) => from === "before" && to === "during");
  const verdict = verdictOf(begun);
  if (verdict !== "by-reading") return reader.t(`holding-${verdict}`);
  return reader.t("holding-by-reading", { told: byReadingWords(begun.find(readingsDiffer)!, readings, names, reader) });
}

/** "Russia: fell; Ukraine: no clear change". */
export function byReadingWords(
  { byReading }: MeasuredChange,
  readings: WatchReport["readings"],
  names: Names,
  reader: Reader,
): string {
  const { t } = reader;
  return readings
    .filter(({ id }) => byReading[id])
    .map((reading) =>
      t("reading-verdict", {
        reading: readingName(reading, names, reader),
        verdict: t(`verdict-${byReading[reading.id]!.verdict}`),
      }),
    )
    .join(reader.dir === "rtl" ? "؛ " : "; ");
}

/** A title of its own, else the party whose reading it is. */
export function readingName(
  { id, title, party }: Pick<HeldReading, "id" | "title" | "party">,
  names: Names,
  { named }: Reader,
): string {
  return shown(title ?? (party ? named(names.actor(party)) : id.replaceAll("-", " ")));
}

/** What a reading, or all of them, make of an incident: "covered under some readings", "not covered". */
export function foundWords(found: FindingStatus | Standing, { t }: Reader): string {
  return t(found === "notCovered" || found === "none" ? "found-not-covered" : `found-${found}`);
}
