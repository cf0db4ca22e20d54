/** Figures and codes of a WatchReport -> plain words and bars of block characters, for every view alike. */
import type { Baseline, ReportingBias, Substitution, Verdict, WatchReport, Window } from "../model/watch-report.js";

export const VERDICT_WORDS: Record<Verdict, string> = {
  fell: "fell",
  rose: "rose",
  "no-clear-change": "no clear change",
  "cannot-tell": "cannot tell",
};

export const SUBSTITUTION_WORDS: Record<Substitution["verdict"], string> = {
  moved: "It may have.",
  "no-sign": "No sign of it.",
  "cannot-tell": "Cannot tell.",
};

/** One answer without a reading where all readings give the same, else one for each that raises the question. */
export function substitutionsToShow({
  readings,
  substitution,
  substitutionByReading = {},
}: WatchReport): { reading: string | null; found: Substitution }[] {
  if (substitution === null) return [];
  const each = readings.flatMap(({ id }) => {
    const found = substitutionByReading[id];
    return found ? [{ reading: id, found }] : [];
  });
  const parts = each.some(({ found }) => found.verdict !== substitution.verdict);
  return parts ? each : [{ reading: null, found: substitution }];
}

/** With the readings under which it shows, where it does not show under all. */
export function biasWords({ feed, because, readings }: ReportingBias, report: WatchReport): string {
  const isPart = readings !== undefined && readings.length < report.readings.length;
  return `${feed}: ${because}${isPart ? ` (under ${readings.join(", ")})` : ""}`;
}

const BASELINE_WORDS: Record<string, string> = {
  "week-before": "the week before",
  "same-hours-week-earlier": "same hours a week earlier",
  "thirty-days": "thirty days before",
  during: "during the truce",
};

export function baselineWords(id: string): string {
  return BASELINE_WORDS[id] ?? id.replaceAll("-", " ");
}

/** "1 day", "1.25 days", "5 hours". */
export function exposureWords(days: number): string {
  if (days < 1) return `${Number((days * 24).toPrecision(3))} hours`;
  return days === 1 ? "1 day" : `${days} days`;
}

/** "2025-04-19 15:00 to 2025-04-20 21:00 UTC"; whole days are told as the days they hold. */
export function spanWords({ start, end }: Window): string {
  if (start.endsWith("T00:00:00Z") && end.endsWith("T00:00:00Z")) {
    const last = new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 10);
    return `${start.slice(0, 10)} to ${last}, whole days in UTC`;
  }
  return `${start.slice(0, 16).replace("T", " ")} to ${end.slice(0, 16).replace("T", " ")} UTC`;
}

const WIDEST_BAR = 30;
const LABEL_COLUMNS = 26;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** One bar a baseline and one for the window, as long as their rates a day. */
export function chartOf(baselines: readonly Baseline[], columns: number): string[] {
  const [first] = baselines;
  if (!first || first.days <= 0 || first.duringDays <= 0) return [];
  const rows = [
    ...baselines
      .filter(({ days }) => days > 0)
      .map(({ id, count, days }) => ({ label: baselineWords(id), count, days })),
    { label: "the window", count: first.during, days: first.duringDays },
  ];
  const most = Math.max(...rows.map(({ count, days }) => count / days));
  if (most === 0) return [];
  const room = Math.max(8, Math.min(WIDEST_BAR, columns - LABEL_COLUMNS - 30));
  return rows.map(({ label, count, days }) => {
    const rate = count / days;
    return `${label.padEnd(LABEL_COLUMNS)}${bar(rate / most, room)} ${rate.toPrecision(3)} a day (${count} in ${exposureWords(days)})`;
  });
}

/** Blocks in eighths of a column. */
function bar(share: number, columns: number): string {
  const eighths = Math.round(share * columns * 8);
  return (`█`.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]).padEnd(columns);
}
