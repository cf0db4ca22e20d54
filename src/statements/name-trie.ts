/** Folded names -> a trie for look-up by first token; each name knows how the text must write it. */
import { piecesOf } from "./name-pieces.js";

/** What a name in the trie stands for. */
export type Entry =
  | { kind: "state"; form: "name" | "adjective" | "people" | "metonym"; id: string; name: string }
  | { kind: "place"; id: string; name: string }
  | { kind: "organisation"; form: "name" | "adjective"; id: string; name: string }
  | { kind: "person"; id: string }
  | { kind: "title"; role: string; plural: boolean; weak: boolean; office: string | null }
  | { kind: "institution"; suffix: string }
  | { kind: "none" };

/** How the text must write the name: as an acronym, with a capital at its first (and last) word, or anyhow. */
type Case = "upper" | "capital" | "any";

/** What follows a piece, and what the pieces so far name. */
export interface Node {
  next: Map<string, Node>;
  entries: { entry: Entry; case: Case; lastCapital: boolean }[];
}

/** Adds a name; titles and institutions are met in any case, names with their capitals, acronyms as such. */
export function addName(root: Map<string, Node>, name: string, entry: Entry): void {
  const node = nodeOf(root, piecesOf(name));
  if (!node || node.entries.some(({ entry: other }) => sameEntry(other, entry))) return;
  const anyCase = entry.kind === "institution" || entry.kind === "title";
  const acronym = /^[\p{Lu}\d.+/]+$|^\p{Lu}[\p{Lu}\d]+\b/u.test(name);
  const last = name.slice(Math.max(name.lastIndexOf(" "), name.lastIndexOf("-")) + 1);
  node.entries.push({
    entry,
    case: acronym ? "upper" : !anyCase && /^\p{Lu}/u.test(name) ? "capital" : "any",
    lastCapital: !anyCase && /^\p{Lu}/u.test(last),
  });
}

function nodeOf(root: Map<string, Node>, pieces: readonly string[]): Node | undefined {
  let level = root;
  let node: Node | undefined;
  for (const piece of pieces) {
    node = level.get(piece);
    if (!node) {
      node = { next: new Map(), entries: [] };
      level.set(piece, node);
    }
    level = node.next;
  }
  return node;
}

function sameEntry(a: Entry, b: Entry): boolean {
  return a.kind === b.kind && JSON.stringify(a) === JSON.stringify(b);
}
