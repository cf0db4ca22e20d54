/** A text -> the language it is written in, by script and by its commonest words. */

export interface Language {
  /** BCP 47, `und` where nothing decides. */
  code: string;
  /** English display name. */
  name: string;
  /** Share of the letters that are Latin, 0 to 1. */
  latin: number;
}

const ENGLISH_NAMES = new Intl.DisplayNames(["en"], { type: "language" });

/** Enough to decide; a longer text is judged by its beginning. */
const SAMPLE_CHARACTERS = 20_000;

/** Under this many words without a sign of another language a Latin-script text is taken for English. */
const FEWEST_WORDS = 40;

const SCRIPTS: readonly [code: string, pattern: RegExp][] = [
  ["el", /\p{Script=Greek}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
];

/** Commonest short words, those that two of the languages share left out where that is possible. */
const WORDS: readonly [code: string, words: ReadonlySet<string>][] = Object.entries({
  en: "the of and to in that with on for by from was is at as this it has had will have be which their his",
  fr: "le la les des du et est une dans que qui pour sur avec au aux par été ses ce cette",
  de: "der die das und den von mit ist für auf dem ein eine im nicht zu des sich wurde auch",
  es: "el los las del y que en una por con para su sobre se fue ha como al más",
  pt: "o os as do da dos das que em um uma não com para por seu sobre foi ao mais",
  it: "il lo gli di che è della del con per una nel sono alla anche sul ha dei delle",
  nl: "de het een en van dat met voor op zijn niet aan ook wordt bij door heeft",
  pl: "i w na z że się do jest oraz nie przez dla po od przy był który",
  tr: "ve bir bu ile için olarak da de olan daha çok ise gibi kadar sonra ettiği",
  id: "yang dan di dari untuk dengan pada ini itu dalam oleh akan tidak telah juga",
}).map(([code, list]) => [code, new Set(list.split(" "))]);

/** Word -> the languages that count it among their own, by their place in `WORDS`. */
const LANGUAGES_OF = new Map<string, number[]>();
WORDS.forEach(([, words], at) => {
  for (const word of words) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), at]);
});

/** The likeliest language. Never fails; `und` for a text without letters. */
export function recogniseLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const letters = lengthOf(sample, /\p{L}+/gu);
  const latin = letters === 0 ? 0 : lengthOf(sample, /\p{Script=Latin}+/gu) / letters;
  if (letters === 0) return named("und", latin);
  return named(latin >= 0.5 ? latinLanguage(sample) : scriptLanguage(sample), latin);
}

function latinLanguage(sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = WORDS.map(() => 0);
  for (const word of words) for (const at of LANGUAGES_OF.get(word) ?? []) hits[at]! += 1;
  const best = hits.indexOf(Math.max(...hits));
  if (best === 0 && hits[0]! > 0) return "en";
  if (hits[best]! >= 2 && hits[best]! / words.length >= 0.05) return WORDS[best]![0];
  return words.length < FEWEST_WORDS ? "en" : "und";
}

function scriptLanguage(sample: string): string {
  if (/[\u3040-\u30ff]/.test(sample)) return "ja";
  const counts = SCRIPTS.map(([code, pattern]) => ({ code, hits: count(sample, pattern) }));
  const best = counts.reduce((a, b) => (b.hits > a.hits ? b : a));
  if (best.hits === 0) return "und";
  if (best.code === "ru" && /[іїєґ]/i.test(sample)) return "uk";
  if (best.code === "ar" && /[پچژگ]/.test(sample)) return "fa";
  return best.code;
}

function named(code: string, latin: number): Language {
  const name = code === "und" ? "an unknown language" : ENGLISH_NAMES.of(code)!;
  return { code, name, latin };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Characters in all that matches. */
function lengthOf(text: string, pattern: RegExp): number {
  return (text.match(pattern) ?? []).reduce((sum, { length }) => sum + length, 0);
}
