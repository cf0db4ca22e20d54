/** What a history file holds -> lines of a terminal. */
import type { HistorySummary } from "../model/weighing.js";
import { safeLine } from "../text/terminal-text.js";
import { wrapIndented } from "./columns.js";
import { backtestInWords, fatesInWords, range } from "./weighing-words.js";

export function historyLines(
  { title, records, followed, classes, backtest }: HistorySummary,
  columns: number,
): string[] {
  const bullets = (items: readonly string[]) => items.flatMap((item) => wrapIndented(safeLine(item), columns, 2, "- "));
  return [
    `${title}: ${records.toLocaleString("en")} agreements, ${followed.toLocaleString("en")} of known length and fate.`,
    "",
    "By class",
    ...bullets(
      classes.map(({ title: name, n, fates, fateBounds }) => {
        const what =
          n === 0
            ? "none"
            : `${n.toLocaleString("en")}: ${fatesInWords(fates)}; broke down in all ${range(...fateBounds)}`;
        return `${name}: ${what}.`;
      }),
    ),
    "",
    "Does it predict? Fitted on the past, scored on the future",
    ...bullets(backtest.results.length > 0 ? backtest.results.map(backtestInWords) : ["Too little is known to try."]),
  ];
}
