/** Tokens -> the states or organisations that own what follows: "Russian", "Iran's", "US and Ukrainian", "of Armenia". */

import { isGenitive, type MentionReader } from "./build-mention.js";
import type { Entry } from "./name-trie.js";

export interface Owner {
  id: string;
  /** Tokens of the name; `to` is exclusive and leaves out the genitive ending, `after` follows it. */
  from: number;
  to: number;
  after: number;
  adjective: boolean;
  possessive: boolean;
}

export type OwnerEntry = Extract<Entry, { kind: "state" | "organisation" }>;

/** The owner named at token `i`, a place or a people being none. */
export function ownerAt(reader: MentionReader, i: number): Owner | null {
  const atom = reader.atomAt(i);
  if (!atom) return null;
  const entry = pickEntry(
    reader,
    atom.entries.filter(
      (e): e is OwnerEntry => (e.kind === "state" && e.form !== "people") || e.kind === "organisation",
    ),
  );
  if (!entry) return null;
  const possessive = isGenitive(reader.tokens[atom.to]);
  return {
    id: entry.id,
    from: i,
    to: atom.to,
    after: atom.to + (possessive ? 1 : 0),
    adjective: entry.form === "adjective",
    possessive,
  };
}

/** Of states that share a name ("Congo") the one already seen in the document, else the first listed. */
export function pickEntry<T extends { id: string }>(reader: MentionReader, entries: readonly T[]): T | undefined {
  return entries.find(({ id }) => reader.seen.has(id)) ?? entries[0];
}

const JOINTS = new Set(["and", "&", ",", "-", "–", "/"]);

/** Owners in a row: "Russian and American", "the United States, Russia and Ukraine"; empty where none starts at `i`. */
export function ownersAt(reader: MentionReader, i: number): Owner[] {
  const owners: Owner[] = [];
  for (let at = i; ; ) {
    const owner = ownerAt(reader, at);
    if (!owner) return owners;
    owners.push(owner);
    let next = owner.after;
    if (!JOINTS.has(reader.keyAt(next))) return owners;
    if (reader.keyAt(next) === "," && reader.keyAt(next + 1) === "and") next += 1;
    at = next + 1;
    if (reader.keyAt(at) === "the") at += 1;
  }
}

/** Owners after a preposition at `i`: "of the United States", "of Russia and Ukraine"; adjectives do not follow "of". */
export function ownersAfter(reader: MentionReader, i: number, prepositions: readonly string[]): Owner[] {
  if (!prepositions.includes(reader.keyAt(i))) return [];
  let at = i + 1;
  if (["the", "both"].includes(reader.keyAt(at))) at += 1;
  const owners = ownersAt(reader, longForm(reader, at));
  const adjective = owners.findIndex((owner) => owner.adjective && !nameToo(reader, owner.from));
  return adjective < 0 ? owners : owners.slice(0, adjective);
}

/** "of the Federal Republic of Ruritania": skips to the name where capitalised words and "of" lead up to it. */
function longForm(reader: MentionReader, at: number): number {
  for (let i = at; i < at + 5 && !reader.atomAt(i); i++) {
    const next = reader.tokens[i];
    if (!next || !(/^\p{Lu}/u.test(next.text) || (i > at && next.lower === "of"))) return at;
    if (next.lower === "of") return i + 1;
  }
  return at;
}

function nameToo(reader: MentionReader, i: number): boolean {
  return (
    reader
      .atomAt(i)
      ?.entries.some(
        (entry) => (entry.kind === "state" || entry.kind === "organisation") && entry.form !== "adjective",
      ) ?? false
  );
}
