/** Tokens -> the number that begins at one of them, in figures, in words or in both ("30", "twenty-five", "$1.5 billion"). */

/** A number and the index behind its last token. */
export interface NumberReading {
  value: number;
  to: number;
}

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const WORDS = new Map<string, number>([
  ...SMALL.split(" ").map((word, value) => [word, value] as const),
  ...TENS.split(" ").map((word, at) => [word, 20 + 10 * at] as const),
]);
const SCALES = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["mln", 1e6],
  ["mn", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["bln", 1e9],
  ["bn", 1e9],
  ["trillion", 1e12],
  ["dozen", 12],
]);
const FIGURES = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** Null where no number begins at `at`. "A hundred" counts, "a" alone does not; "hundreds of" is no number. */
export function readNumber(tokens: readonly { lower: string }[], at: number, to = tokens.length): NumberReading | null {
  const lower = tokens[at]?.lower ?? "";
  const figures = isDigit(lower) && FIGURES.test(lower);
  if (lower === "half") return readHalf(tokens, at, to);
  if (!figures && !WORDS.has(lower) && !(lower === "a" && SCALES.has(tokens[at + 1]?.lower ?? ""))) return null;
  const first = figures ? readFigures(tokens, at, to) : readWords(tokens, at, to);
  let { value, to: end } = first;
  for (let scale = scaleAt(tokens, end, to); scale !== undefined; scale = scaleAt(tokens, end, to)) {
    value *= scale;
    end += 1;
  }
  return { value, to: end };
}

/** "half a million". */
function readHalf(tokens: readonly { lower: string }[], at: number, to: number): NumberReading | null {
  const scale = tokens[at + 1]?.lower === "a" ? scaleAt(tokens, at + 2, to) : undefined;
  return scale === undefined ? null : { value: scale / 2, to: at + 3 };
}

function scaleAt(tokens: readonly { lower: string }[], at: number, to: number): number | undefined {
  return at < to ? SCALES.get(tokens[at]!.lower) : undefined;
}

function isDigit(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** Figures, with further groups of three after a space ("10 000"). */
function readFigures(tokens: readonly { lower: string }[], at: number, to: number): NumberReading {
  let digits = tokens[at]!.lower.replaceAll(",", "");
  let end = at + 1;
  while (end < to && /^\d{1,6}$/.test(digits) && digits.length < 7 && /^\d{3}$/.test(tokens[end]!.lower)) {
    digits += tokens[end]!.lower;
    end += 1;
  }
  return { value: Number(digits), to: end };
}

/** "twenty-five", "two hundred and fifty"; stops before a scale that multiplies the whole. */
function readWords(tokens: readonly { lower: string }[], at: number, to: number): NumberReading {
  if (tokens[at]!.lower === "a") return { value: 1, to: at + 1 };
  let value = WORDS.get(tokens[at]!.lower)!;
  let end = at + 1;
  const units = unitsAfter(tokens, value, end, to);
  if (units) [value, end] = [value + units.value, units.to];
  if (value < 100 && tokens[end]?.lower === "hundred" && end < to) {
    value *= 100;
    end += 1;
    const rest = tokens[end]?.lower === "and" ? end + 1 : end;
    const more = rest < to ? WORDS.get(tokens[rest]!.lower) : undefined;
    if (more !== undefined) {
      const tail = unitsAfter(tokens, more, rest + 1, to);
      [value, end] = [value + more + (tail?.value ?? 0), tail?.to ?? rest + 1];
    }
  }
  return { value, to: end };
}

function unitsAfter(tokens: readonly { lower: string }[], tens: number, at: number, to: number): NumberReading | null {
  if (tens < 20 || tens % 10 !== 0) return null;
  const next = tokens[at]?.lower === "-" ? at + 1 : at;
  const units = next < to ? WORDS.get(tokens[next]!.lower) : undefined;
  return units !== undefined && units > 0 && units < 10 ? { value: units, to: next + 1 } : null;
}
