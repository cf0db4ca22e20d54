/** A text's layout and where it was read from -> the day it was published, as precisely as they say. */
import type { Layout } from "./text-layout.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const MONTH = `(${MONTHS.map((month) => `${month}|${month.slice(0, 3)}\\.?`).join("|")}|Sept\\.?)`;

/** ISO and its kin, day first with stops, day first, month first, month alone; of a range of days the last counts. */
const FORMS: readonly [
  pattern: RegExp,
  parts: (match: RegExpMatchArray) => [year: string, month: string, day?: string],
][] = [
  [/\b(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/, (m) => [m[1]!, m[3]!, m[4]!]],
  [/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.]*\d)/, (m) => [m[3]!, m[2]!, m[1]!]],
  [
    new RegExp(`\\b(?:\\d{1,2}\\s*[-–]\\s*)?(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})\\b`, "i"),
    (m) => [m[3]!, m[2]!, m[1]!],
  ],
  [
    new RegExp(`\\b${MONTH}\\s+(?:\\d{1,2}\\s*[-–]\\s*)?(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, "i"),
    (m) => [m[3]!, m[1]!, m[2]!],
  ],
  [new RegExp(`\\b${MONTH}\\s+(\\d{4})\\b`, "i"), (m) => [m[2]!, m[1]!]],
];

const LONGEST_DATELINE = 80;

/** A partial date, or null when neither the text nor its address shows one. */
export function findDate(layout: Layout, source: string): string | null {
  for (const place of placesOfDates(layout)) {
    const date = parseDate(place);
    if (date) return date;
  }
  return dateInAddress(source);
}

/** `YYYY-MM-DD` or `YYYY-MM` of the first date in the words, null when there is none or no such day. */
export function parseDate(words: string): string | null {
  for (const [pattern, parts] of FORMS) {
    const match = words.match(pattern);
    if (!match) continue;
    const [year, month, day] = parts(match);
    return valid(year, monthNumber(month), day);
  }
  return null;
}

/** Where a text tells when it was published, the most telling place first. */
export function* placesOfDates({ fields, title, lines, body }: Layout): Generator<string> {
  for (const key of ["published", "posted", "date"]) if (fields.has(key)) yield fields.get(key)!;
  for (const line of lines) if (/^(published|posted)\b/i.test(line)) yield line.slice(0, LONGEST_DATELINE);
  for (const line of lines.slice(0, 5)) if (isDateline(line) && line !== title) yield line;
  if (title) yield title;
  const lead = body.trimStart().slice(0, 120);
  if (/^(on|today)\b/i.test(lead)) yield lead;
}

function isDateline(line: string): boolean {
  return line.length <= LONGEST_DATELINE && !/[.!?]$/.test(line);
}

/** Archives and folders carry the day: `…/2021/12/30/…`, `call-2021-12-30/us.txt`. */
function dateInAddress(source: string): string | null {
  const match = [...source.matchAll(/(?<!\d)((?:19|20)\d{2})([-_/.])(\d{2})\2(\d{2})(?!\d)/g)].at(-1);
  return match ? valid(match[1]!, Number(match[3]), match[4]) : null;
}

function monthNumber(month: string): number {
  if (/^\d+$/.test(month)) return Number(month);
  return MONTHS.findIndex((name) => name.toLowerCase().startsWith(month.slice(0, 3).toLowerCase())) + 1;
}

function valid(year: string, month: number, day?: string): string | null {
  if (month < 1 || month > 12) return null;
  const yearMonth = `${year}-${String(month).padStart(2, "0")}`;
  if (day === undefined) return yearMonth;
  const number = Number(day);
  const date = new Date(Date.UTC(Number(year), month - 1, number));
  return date.getUTCDate() === number && number > 0 ? `${yearMonth}-${String(number).padStart(2, "0")}` : null;
}
