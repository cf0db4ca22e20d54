/** Tokens from where a personal name may start -> the name, whom the catalogue knows by it, or what it adds to memory. */
import type { Token } from "../text/syntax/sentence.js";
import { bearersOf, type Gazetteer } from "./gazetteer.js";
import { isCapital, type NameReader } from "./match-names.js";
import { slugOf } from "./name-pieces.js";
import { HONORIFICS, SEXED } from "./role-nouns.js";

/** A personal name in the text. `ids` are catalogued candidates; `whole` where more than the family name was written. */
export interface PersonName {
  from: number;
  to: number;
  text: string;
  ids: string[];
  whole: boolean;
  /** The catalogue lists these very words. */
  listed: boolean;
  sex: "f" | "m" | undefined;
}

/** Somebody named earlier in the document, by family name. */
export interface Known {
  id: string;
  name: string;
  role?: string;
  state?: string;
  sex?: "f" | "m";
}

export const PARTICLES = new Set("bin ibn al el von van der den de da di del la le ul abu ben bint du dos".split(" "));
export const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv"]);
const NOT_A_NAME = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august " +
    "september october november december mr mrs ms the he she they it i today yesterday"
  ).split(" "),
);
const LONGEST_NAME = 7;
/** Capitalised words of titles before which a name ends. */
const OCCASIONS = new Set(
  "call calls meeting visit trip travel remarks statement conversation readout participation".split(" "),
);
/** Capitalised words that make of a run the name of a body or an occasion. */
const NOT_PERSONAL = new Set(
  (
    "office summit council law act officer economist committee commission department corridor initiative moonshot association meeting day county services " +
    "electric delegate board bureau agency centre center university college group fund bank party house senate dialogue treaty agreement declaration forum " +
    "conference region province state plan program programme project administrator affairs security policy technology executive chief economic budget " +
    "consortium excellency highness majesty holiness organization organisation union alliance force forces army court sea strait peace human"
  ).split(" "),
);

/** The name at token `at`, courtesy words before it skipped; null where none starts there. */
export function nameAt(reader: NameReader, gazetteer: Gazetteer, at: number): PersonName | null {
  let from = at;
  let sex: "f" | "m" | undefined;
  while (isHonorific(reader, from)) {
    sex ??= SEXED.get(reader.keyAt(from));
    from += reader.tokens[from + 1]?.text === "." ? 2 : 1;
  }
  const listed = personAtom(reader, from) ?? personAtom(reader, at);
  if (listed) return { ...listed, from: Math.min(from, listed.from), sex };
  const to = runEnd(reader, from);
  if (to === from) return null;
  for (let i = from; i < to; i++) if (NOT_PERSONAL.has(reader.keyAt(i))) return null;
  const text = reader.tokens
    .slice(from, to)
    .map((token, i) => (i > 0 && reader.tokens[from + i - 1]!.end < token.start ? " " : "") + token.text)
    .join("");
  return {
    from,
    to: suffixEnd(reader, to),
    text,
    ids: bearers(reader, gazetteer, from, to),
    whole: to - from > 1,
    listed: false,
    sex,
  };
}

/** "Mr", "His Excellency", "Sheikh": only where a capital follows. */
function isHonorific(reader: NameReader, i: number): boolean {
  const token = reader.tokens[i];
  if (!token || !isCapital(token.text)) return false;
  if (["his", "her"].includes(token.lower))
    return ["excellency", "highness", "majesty", "holiness", "royal"].includes(reader.keyAt(i + 1));
  if (token.lower === "royal") return reader.keyAt(i + 1) === "highness";
  if (!HONORIFICS.has(reader.keyAt(i))) return false;
  const next = reader.tokens[i + 1]?.text === "." ? reader.tokens[i + 2] : reader.tokens[i + 1];
  return next !== undefined && (isCapital(next.text) || PARTICLES.has(next.lower));
}

/** A name that the catalogue lists as it stands. */
export function personAtom(reader: NameReader, from: number): Omit<PersonName, "sex"> | null {
  const atom = reader.atomAt(from);
  if (!atom) return null;
  const ids = atom.entries.flatMap((entry) => (entry.kind === "person" ? [entry.id] : []));
  if (ids.length === 0) return null;
  const text = reader.tokens
    .slice(from, atom.to)
    .map((token) => token.text)
    .join(" ");
  return {
    from,
    to: suffixEnd(reader, atom.to),
    text,
    ids: [...new Set(ids)],
    whole: atom.to - from > 1,
    listed: true,
  };
}

/** End of a run of capitalised words that no catalogued actor or title interrupts. */
function runEnd(reader: NameReader, from: number): number {
  const { tokens } = reader;
  let to = from;
  while (to < tokens.length && to - from < LONGEST_NAME) {
    const token = tokens[to]!;
    const inner = to > from && (PARTICLES.has(token.lower) || token.text === "-" || /^\p{Lu}\.?$/u.test(token.text));
    if (to > from && OCCASIONS.has(token.lower)) break;
    const joined = to > from && tokens[to - 1]!.text === "-" && isCapital(token.text);
    if (!inner && !joined && !isNameWord(token)) break;
    if (!inner && to > from && interrupts(reader, to)) break;
    if (!inner && to === from && interrupts(reader, to)) return from;
    to += 1;
  }
  while (to > from && (tokens[to - 1]!.text === "-" || PARTICLES.has(tokens[to - 1]!.text))) to -= 1;
  return to;
}

function isNameWord(token: Token): boolean {
  return (
    /^\p{Lu}[\p{L}\p{M}.'’]*$/u.test(token.text) &&
    !NOT_A_NAME.has(token.lower) &&
    token.upos !== "VERB" &&
    token.upos !== "ADP" &&
    token.upos !== "PRON"
  );
}

function interrupts(reader: NameReader, i: number): boolean {
  return reader.atomAt(i)?.entries.some((entry) => entry.kind !== "person" && entry.kind !== "place") ?? false;
}

/** ", Jr." and "III" belong to the name. */
function suffixEnd(reader: NameReader, to: number): number {
  if (SUFFIXES.has(reader.keyAt(to))) return to + 1;
  return reader.tokens[to]?.text === "," && ["jr", "sr"].includes(reader.keyAt(to + 1)) ? to + 2 : to;
}

/** Catalogued persons whose family name ends the run, by its longest tail; given names written must not contradict. */
function bearers(reader: NameReader, gazetteer: Gazetteer, from: number, to: number): string[] {
  for (let start = from; start < to; start++) {
    const tail = slugOf(
      reader.tokens
        .slice(start, to)
        .map((token) => token.text)
        .join(" "),
    );
    const ids = bearersOf(gazetteer, tail).filter(
      (id) => start === from || sameInitial(gazetteer, id, reader.tokens[from]!.text),
    );
    if (ids.length > 0) return [...ids];
  }
  return [];
}

function sameInitial(gazetteer: Gazetteer, id: string, given: string): boolean {
  const first = gazetteer.persons.get(id)?.name ?? "";
  const a = slugOf(given);
  const b = slugOf(first);
  return a.length <= 2 ? a.charAt(0) === b.charAt(0) : b.startsWith(a.slice(0, 3));
}
