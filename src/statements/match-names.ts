/** A sentence's tokens and the gazetteer -> the longest catalogued name at any token. */
import type { Sentence, Token } from "../text/syntax/sentence.js";
import type { Gazetteer } from "./gazetteer.js";
import { foldPiece, piecesOf } from "./name-pieces.js";
import type { Entry, Node } from "./name-trie.js";

/** A catalogued name in the text: tokens from where it was asked for to `to` (exclusive). */
export interface Atom {
  to: number;
  entries: readonly Entry[];
}

/** The sentence's tokens as the trie sees them; atoms are found once. */
export interface NameReader {
  tokens: readonly Token[];
  atomAt(i: number): Atom | null;
  /** Folded form of token `i`; empty past the end. */
  keyAt(i: number): string;
}

const PLAIN = /^[a-z]+$/;

/** No regular expression runs for a name: one look-up a token where nothing matches. */
export function readNames({ tokens }: Sentence, gazetteer: Gazetteer): NameReader {
  const keys = tokens.map((token) =>
    PLAIN.test(token.text)
      ? [token.text]
      : token.text.length > 1 && /[-/+]/.test(token.text)
        ? piecesOf(token.text)
        : [foldPiece(token.text)],
  );
  const atoms: (Atom | null | undefined)[] = Array.from({ length: tokens.length });
  return {
    tokens,
    keyAt: (i) => keys[i]?.[0] ?? "",
    atomAt(i) {
      if (i < 0 || i >= tokens.length) return null;
      const known = atoms[i];
      if (known !== undefined) return known;
      const found = longestAt(tokens, keys, i, gazetteer.root);
      atoms[i] = found;
      return found;
    },
  };
}

function longestAt(
  tokens: readonly Token[],
  keys: readonly string[][],
  from: number,
  root: ReadonlyMap<string, Node>,
): Atom | null {
  let level = root;
  let best: Atom | null = null;
  for (let i = from; i < tokens.length; i++) {
    let node: Node | undefined;
    for (const piece of keys[i]!) {
      node = level.get(piece);
      if (!node) return best;
      level = node.next;
    }
    if (!node || node.entries.length === 0) continue;
    const entries = node.entries
      .filter((named) => isWritten(named, tokens[from]!.text, tokens[i]!.text))
      .map(({ entry }) => entry);
    if (entries.length > 0) best = { to: i + 1, entries };
  }
  return best;
}

function isWritten({ case: written, lastCapital }: Node["entries"][number], first: string, last: string): boolean {
  if (written === "upper") return first === first.toUpperCase();
  if (written === "capital" && !isCapital(first)) return false;
  return !lastCapital || isCapital(last) || /^['’]s$/.test(last);
}

/** True for a word that begins with a capital letter (or a digit). */
export function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase() || (first >= "0" && first <= "9");
}
