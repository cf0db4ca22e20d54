/** Patterns of the catalogue's small language (model/catalog.ts) + tokens -> where each entry's words stand. */
import { ReadoutError } from "../model/problem.js";

export interface PatternEntry {
  id: string;
  patterns: string[];
  /** Patterns in whose presence the entry does not hold. */
  unless?: string[];
  /** Ids of wider entries, kept for those who drop them where a narrower one stands on the same words. */
  broader?: string[];
}

/** What the matcher reads of a token; any Token will do. */
export interface PatternToken {
  lower: string;
  lemma: string;
}

/** Token indexes, `to` exclusive. */
export interface PatternMatch {
  id: string;
  from: number;
  to: number;
}

interface Atom {
  words: Set<string>;
  prefixes: string[];
  optional: boolean;
  /** Tokens that may be passed over before this atom. */
  gap: number;
}

interface Sequence {
  entry: number;
  unless: boolean;
  atoms: Atom[];
}

/** Sequences by the word that opens them, or by the first letters of a prefix that does. */
export interface PatternIndex {
  ids: string[];
  /** Entry id -> ids of its wider entries, for the entries that have any. */
  broader: Map<string, readonly string[]>;
  byWord: Map<string, Sequence[]>;
  byPrefix: Map<string, Sequence[]>;
}

const LONGEST_GAP = 4;
const PREFIX_KEY = 3;
const MOST_SEQUENCES = 64;
const SENTENCE_END = new Set([".", "!", "?"]);

/** Entries -> index, once; matching then costs a map look-up a token. Throws ReadoutError `pattern-invalid`. */
export function compilePatterns(entries: readonly PatternEntry[]): PatternIndex {
  const ids = entries.map((entry) => entry.id);
  const index: PatternIndex = { ids, broader: new Map(), byWord: new Map(), byPrefix: new Map() };
  const written: WrittenAtoms = new Map();
  entries.forEach((entry, at) => {
    if (entry.broader?.length) index.broader.set(entry.id, entry.broader);
    for (const pattern of entry.patterns) addPattern(index, written, at, pattern, false);
    for (const pattern of entry.unless ?? []) addPattern(index, written, at, pattern, true);
  });
  return index;
}

/**
 * Matches in `tokens[from, to)` in order of place: leftmost-longest an id, matches of different ids may overlap.
 * An entry with an `unless` pattern anywhere in the stretch gives none, so pass one clause at a time.
 */
export function matchPatterns(
  index: PatternIndex,
  tokens: readonly PatternToken[],
  from = 0,
  to = tokens.length,
): PatternMatch[] {
  const found: Found[] = [];
  const suppressed: number[] = [];
  const reader: Reader = { tokens, singulars: singularsOf(tokens, from, to), to };
  for (let at = from; at < to; at++) {
    for (const list of opening(index, reader, at)) {
      for (const sequence of list) {
        const end = meets(sequence.atoms[0]!, reader, at) ? endOf(sequence.atoms, 1, reader, at + 1) : -1;
        if (end < 0) continue;
        if (sequence.unless) suppressed.push(sequence.entry);
        else keepLongest(found, sequence.entry, at, end);
      }
    }
  }
  const kept = suppressed.length === 0 ? found : found.filter((match) => !suppressed.includes(match.entry));
  return kept.map((match) => ({ id: index.ids[match.entry]!, from: match.from, to: match.to }));
}

interface Found {
  entry: number;
  from: number;
  to: number;
}

/** The stretch that is searched, up to `to`, with the singular that each token's spelling suggests. */
interface Reader {
  tokens: readonly PatternToken[];
  singulars: readonly (string | undefined)[];
  to: number;
}

/** By spelling alone, so that a plural meets its entry even where the token's lemma kept it ("supplies"). */
function singularsOf(tokens: readonly PatternToken[], from: number, to: number): (string | undefined)[] {
  const singulars: (string | undefined)[] = new Array(to).fill(undefined);
  for (let at = from; at < to; at++) {
    const { lower, lemma } = tokens[at]!;
    if (lower === lemma && lower.length > 3 && lower.endsWith("s")) singulars[at] = singularOf(lower);
  }
  return singulars;
}

function singularOf(lower: string): string {
  if (lower.endsWith("ies")) return `${lower.slice(0, -3)}y`;
  return /(?:s|x|z|ch|sh)es$/.test(lower) ? lower.slice(0, -2) : lower.slice(0, -1);
}

function keepLongest(found: Found[], entry: number, from: number, to: number): void {
  for (let at = found.length - 1; at >= 0; at--) {
    const earlier = found[at]!;
    if (earlier.entry !== entry) continue;
    if (earlier.from === from) earlier.to = Math.max(earlier.to, to);
    else if (from >= earlier.to) break;
    return;
  }
  found.push({ entry, from, to });
}

const NONE: Sequence[][] = [];

function opening({ byWord, byPrefix }: PatternIndex, { tokens, singulars }: Reader, at: number): Sequence[][] {
  const { lower, lemma } = tokens[at]!;
  const word = byWord.get(lower);
  const other = lemma === lower ? singulars[at] : lemma;
  const otherWord = other === undefined ? undefined : byWord.get(other);
  const prefix = byPrefix.size === 0 ? undefined : byPrefix.get(lower.slice(0, PREFIX_KEY));
  const otherPrefix = byPrefix.size === 0 || lemma === lower ? undefined : otherPrefixOf(byPrefix, lower, lemma);
  if (!word && !otherWord && !prefix && !otherPrefix) return NONE;
  return [word, otherWord, prefix, otherPrefix].filter((list) => list !== undefined);
}

function otherPrefixOf(byPrefix: PatternIndex["byPrefix"], lower: string, lemma: string): Sequence[] | undefined {
  const key = lemma.slice(0, PREFIX_KEY);
  return lower.startsWith(key) ? undefined : byPrefix.get(key);
}

function meets({ words, prefixes }: Atom, { tokens, singulars }: Reader, at: number): boolean {
  const { lower, lemma } = tokens[at]!;
  if (words.has(lower) || (lemma !== lower && words.has(lemma))) return true;
  const singular = singulars[at];
  if (singular !== undefined && words.has(singular)) return true;
  for (const prefix of prefixes) if (lower.startsWith(prefix) || lemma.startsWith(prefix)) return true;
  return false;
}

/** Furthest end of the atoms from `step` on at tokens from `at` on; -1 where they do not meet. Hyphens are passed over. */
function endOf(atoms: Atom[], step: number, reader: Reader, at: number): number {
  const atom = atoms[step];
  if (!atom) return at;
  let best = atom.optional ? endOf(atoms, step + 1, reader, at) : -1;
  let left = atom.gap;
  for (let next = at; next < reader.to; next++) {
    const { lower } = reader.tokens[next]!;
    if (meets(atom, reader, next)) best = Math.max(best, endOf(atoms, step + 1, reader, next + 1));
    if (lower === "-") continue;
    if (left-- === 0 || SENTENCE_END.has(lower)) break;
  }
  return best;
}

/** Atoms as written, with the gap before them, and what they were read as: many patterns share them. */
type WrittenAtoms = Map<string, Atom[][]>;

function addPattern(index: PatternIndex, written: WrittenAtoms, entry: number, pattern: string, unless: boolean): void {
  for (const atoms of sequencesOf(pattern, written)) {
    const sequence = { entry, unless, atoms };
    for (const word of atoms[0]!.words) push(index.byWord, word, sequence);
    for (const prefix of atoms[0]!.prefixes) push(index.byPrefix, prefix.slice(0, PREFIX_KEY), sequence);
  }
}

function push(map: Map<string, Sequence[]>, key: string, sequence: Sequence): void {
  const list = map.get(key);
  if (list) list.push(sequence);
  else map.set(key, [sequence]);
}

/** A pattern -> its sequences: words with a hyphen or 's take their parts, missing opening atoms give shorter ones. */
function sequencesOf(pattern: string, written: WrittenAtoms): Atom[][] {
  let sequences: Atom[][] = [[]];
  let gap = 0;
  for (const word of pattern.toLowerCase().replaceAll("’", "'").trim().split(/\s+/)) {
    if (word === "…" || word === "...") {
      gap = LONGEST_GAP;
      continue;
    }
    const key = gap === 0 ? word : `… ${word}`;
    const choices = written.get(key) ?? choicesOf(word, gap, pattern);
    written.set(key, choices);
    sequences = sequences.flatMap((sequence) => continued(sequence, choices, word.endsWith("?")));
    gap = 0;
  }
  const whole = sequences.filter((sequence) => sequence.length > 0);
  if (
    gap > 0 ||
    whole.length === 0 ||
    whole.length > MOST_SEQUENCES ||
    whole.some((sequence) => sequence[0]!.gap > 0)
  ) {
    throw invalid(pattern, `it needs words at both ends and at most ${MOST_SEQUENCES} spellings`);
  }
  return whole;
}

function continued(sequence: Atom[], choices: Atom[][], optional: boolean): Atom[][] {
  const longer = choices.map((atoms) => [...sequence, ...atoms]);
  const skip = optional && (sequence.length === 0 || choices.some((atoms) => atoms.length > 1));
  return skip ? [sequence, ...longer] : longer;
}

/** One written atom -> alternatives of one token taken together, and one choice for each alternative of several. */
function choicesOf(written: string, gap: number, pattern: string): Atom[][] {
  const optional = written.endsWith("?");
  const alternatives = (optional ? written.slice(0, -1) : written).split("|");
  const single: Atom = { words: new Set(), prefixes: [], optional, gap };
  const choices: Atom[][] = [];
  for (const alternative of alternatives) {
    if (alternative === "") throw invalid(pattern, "an alternative is empty");
    addWord(single, alternative, pattern);
    if (!alternative.includes("-") && !alternative.endsWith("'s")) continue;
    const parts = alternative.split(/-|(?='s$)/).filter((part) => part !== "");
    if (parts.length > 1) choices.push(parts.map((part, at) => atomOf(part, at === 0 ? gap : 0, pattern)));
  }
  return [[single], ...choices];
}

function atomOf(word: string, gap: number, pattern: string): Atom {
  const atom: Atom = { words: new Set(), prefixes: [], optional: false, gap };
  addWord(atom, word, pattern);
  return atom;
}

function addWord(atom: Atom, word: string, pattern: string): void {
  if (!word.endsWith("*")) {
    atom.words.add(word);
    if (word.includes("'")) atom.words.add(word.replaceAll("'", "’"));
    return;
  }
  if (word.length <= PREFIX_KEY) throw invalid(pattern, `a prefix needs ${PREFIX_KEY} letters`);
  atom.prefixes.push(word.slice(0, -1));
}

function invalid(pattern: string, why: string): ReadoutError {
  return new ReadoutError("pattern-invalid", `pattern "${pattern}": ${why}. Correct the entry and build again.`);
}
