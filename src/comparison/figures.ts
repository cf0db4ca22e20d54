/** The words of a clause -> the figures in it: money, spans of time, counts, dates, and words of time. */

export interface Figure {
  kind: "money" | "duration" | "count" | "date" | "when";
  /** Comparable form: an amount, days, `--01-09` for a day without its year, or the words themselves. */
  value: string;
  words: string;
  /** Of a date that is written with its year. */
  year?: number | undefined;
  /** Offset of the words in the text read. */
  at: number;
}

const MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTH = `(${MONTHS.join("|")})`;
const SMALL = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const NUMBER = `(\\d[\\d,.]*|${SMALL.join("|")}|half a|a|thirty|sixty|ninety|hundred)`;
const SCALE: Record<string, number> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const DAYS: Record<string, number> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 };

const MONEY = new RegExp(
  `(?:[$€£]\\s?|(?:usd|eur)\\s)${NUMBER}\\s?(million|billion|trillion|thousand)?|\\b${NUMBER}\\s(million|billion|trillion|thousand)?\\s?(?:u\\.?s\\.? )?(?:dollars?|euros?|pounds?)\\b`,
  "giu",
);
const DURATION = new RegExp(`\\b${NUMBER}[\\s-](hour|day|week|month|year)s?\\b`, "giu");
const DATE = new RegExp(
  `\\b(?:${MONTH}\\s(\\d{1,2})(?!\\d)|(\\d{1,2})\\s(?:of\\s)?${MONTH})(?:(?=,?\\s((?:19|20)\\d\\d)\\b)|)`,
  "giu",
);
const WHEN =
  /\b(?:(?:by|at|until|before) the end of (?:the|this|next) \w+|(?:early|late|later|end of|beginning of) (?:next|this) \w+|(?:next|last|this|coming) (?:week|month|year|spring|summer|autumn|fall|winter|package)|in the (?:near|nearest|coming) (?:future|days|weeks|months)|tomorrow|upcoming)\b/giu;
const COUNT =
  /\b(\d[\d,]*)\s+(?!(?:million|billion|trillion|thousand|hours?|days?|weeks?|months?|years?)\b)(?:\p{L}+\s){0,2}?\p{L}{3,}s\b/giu;

/** Figures in order of kind, then of place. A count is a number before a plural noun that is no unit of time. */
export function findFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const m of text.matchAll(MONEY))
    figures.push({ kind: "money", value: String(amount(m[1] ?? m[3]!, m[2] ?? m[4])), words: m[0], at: m.index });
  for (const m of text.matchAll(DURATION))
    figures.push({
      kind: "duration",
      value: String(amount(m[1]!) * DAYS[m[2]!.toLowerCase()]!),
      words: m[0],
      at: m.index,
    });
  for (const m of text.matchAll(DATE))
    figures.push({
      kind: "date",
      value: dayOf(m[1] ?? m[4]!, m[2] ?? m[3]!),
      words: m[0],
      year: m[5] ? Number(m[5]) : undefined,
      at: m.index,
    });
  for (const m of text.matchAll(WHEN))
    figures.push({ kind: "when", value: m[0].toLowerCase(), words: m[0], at: m.index });
  const isDate = (at: number) => figures.some((figure) => at >= figure.at && at < figure.at + figure.words.length);
  for (const m of text.matchAll(COUNT))
    if (!isYear(m[1]!) && !isDate(m.index))
      figures.push({ kind: "count", value: String(amount(m[1]!)), words: m[0], at: m.index });
  return figures;
}

/** Below this a count is too common to tell which matter is meant. */
const TELLING_COUNT = 20;

/** Sums of money and counts that tell one matter from another, each as "money:1000000000". */
export function sumsIn(text: string): string[] {
  return findFigures(text)
    .filter(({ kind, value }) => kind === "money" || (kind === "count" && Number(value) >= TELLING_COUNT))
    .map(({ kind, value }) => `${kind}:${value}`);
}

function amount(words: string, scale?: string): number {
  const number = words.toLowerCase();
  const small = SMALL.indexOf(number) + 1;
  const named: Record<string, number> = { "half a": 0.5, a: 1, thirty: 30, sixty: 60, ninety: 90, hundred: 100 };
  const base = small || named[number] || Number.parseFloat(number.replaceAll(",", ""));
  return base * (scale ? SCALE[scale.toLowerCase()]! : 1);
}

function dayOf(month: string, day: string): string {
  const at = MONTHS.indexOf(month.toLowerCase()) + 1;
  return `--${String(at).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function isYear(words: string): boolean {
  return /^(19|20)\d\d$/.test(words);
}
