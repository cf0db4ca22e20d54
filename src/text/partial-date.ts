/** Tokens -> the calendar date that begins at one of them, with the precision that its words have. */

export interface DateReading {
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`; where the year is unknown `--MM` or `--MM-DD` (XML Schema gMonth, gMonthDay). */
  date: string;
  /** Index behind the last token. */
  to: number;
}

interface DateToken {
  text: string;
  lower: string;
}

const MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTH_OF = new Map<string, number>(
  MONTHS.flatMap((name, at) => [name, name.slice(0, 3), `${name.slice(0, 3)}.`].map((word) => [word, at + 1] as const)),
);
MONTH_OF.set("sept", 9);
MONTH_OF.set("sept.", 9);
const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

/**
 * Null where no date begins at `at`. A date without a year takes the year that brings it nearest to `near` (a partial
 * date, at least to the month); without `near` it stays without a year. A bare year counts only as four figures 1900-2099.
 */
export function readDate(tokens: readonly DateToken[], at: number, near: string | null = null): DateReading | null {
  const word = tokens[at]?.lower ?? "";
  const found =
    word.charCodeAt(0) <= 57
      ? (numeric(word, at) ?? dayFirst(tokens, at) ?? bareYear(word, at))
      : monthFirst(tokens, at);
  return found?.date.startsWith("--") ? { ...found, date: nearestTo(found.date, near) } : found;
}

/** The day that "today", "tomorrow" or a weekday means in a text published on `near`; null for other words or without a day. */
export function readRelativeDay(word: string, near: string | null): string | null {
  const ahead = word === "today" || word === "tonight" ? 0 : word === "tomorrow" ? 1 : undefined;
  const weekday = WEEKDAYS.indexOf(word);
  if ((ahead === undefined && weekday < 0) || near === null || near.length < 10) return null;
  const day = new Date(`${near}T00:00:00Z`);
  const steps = ahead ?? ((weekday - day.getUTCDay() + 6) % 7) + 1;
  day.setUTCDate(day.getUTCDate() + steps);
  return day.toISOString().slice(0, 10);
}

/** True for "today", "tonight", "tomorrow" and the days of the week. */
export function isRelativeDay(word: string): boolean {
  return word === "today" || word === "tonight" || word === "tomorrow" || WEEKDAYS.includes(word);
}

/** The month that a token names, 1 to 12; "may" and "march" count only with a capital. */
export function monthOf({ text, lower }: DateToken): number | undefined {
  const month = MONTH_OF.get(lower);
  return month !== undefined && text.charCodeAt(0) < 91 ? month : undefined;
}

function dayOf(word: string | undefined): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? "");
  const day = match ? Number(match[1]) : 0;
  return day >= 1 && day <= 31 ? day : undefined;
}

function yearOf(word: string | undefined): string | undefined {
  return word !== undefined && /^(?:19|20)\d\d$/.test(word) ? word : undefined;
}

/** "2025-03-18", "18.03.2025", "18/03/2025". */
function numeric(word: string, at: number): DateReading | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return { date: word, to: at + 1 };
  const parts = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(word);
  return parts && asDate(parts[3]!, Number(parts[2]), Number(parts[1]), at + 1);
}

/** "18 March 2025", "18th of March". */
function dayFirst(tokens: readonly DateToken[], at: number): DateReading | null {
  const day = dayOf(tokens[at]!.lower);
  if (day === undefined) return null;
  const next = tokens[at + 1]?.lower === "of" ? at + 2 : at + 1;
  const month = tokens[next] && monthOf(tokens[next]);
  return month === undefined ? null : withYear(tokens, month, day, next + 1);
}

/** "March 18, 2025", "March 2025", "March". */
function monthFirst(tokens: readonly DateToken[], at: number): DateReading | null {
  const month = tokens[at] && monthOf(tokens[at]);
  if (month === undefined) return null;
  const day = dayOf(tokens[at + 1]?.lower);
  return withYear(tokens, month, day, at + (day === undefined ? 1 : 2));
}

function withYear(tokens: readonly DateToken[], month: number, day: number | undefined, at: number): DateReading {
  const next = tokens[at]?.lower === "," ? at + 1 : at;
  const year = yearOf(tokens[next]?.lower);
  return asDate(year ?? "-", month, day, year === undefined ? at : next + 1);
}

function bareYear(word: string, at: number): DateReading | null {
  const year = yearOf(word);
  return year === undefined ? null : { date: year, to: at + 1 };
}

function asDate(year: string, month: number, day: number | undefined, to: number): DateReading {
  const two = (value: number) => String(value).padStart(2, "0");
  return { date: `${year}-${two(month)}${day === undefined ? "" : `-${two(day)}`}`, to };
}

function nearestTo(yearless: string, near: string | null): string {
  if (near === null || near.length < 7) return yearless;
  const year = Number(near.slice(0, 4));
  const apart = Number(yearless.slice(2, 4)) - Number(near.slice(5, 7));
  return `${apart > 6 ? year - 1 : apart < -6 ? year + 1 : year}-${yearless.slice(2)}`;
}
