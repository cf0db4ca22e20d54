/** Sources' bytes -> documents, acts and a comparison: the one place where the stages are joined. */
import { loadCatalog } from "./catalog/load-catalog.js";
import { compareActs } from "./comparison/compare-acts.js";
import { partyOfId } from "./documents/party-of-id.js";
import { readDocument } from "./documents/read-document.js";
import type { Act } from "./model/act.js";
import type { Comparison } from "./model/comparison.js";
import type { Document } from "./model/document.js";
import { type Outcome, ReadoutError } from "./model/problem.js";
import { type Names, namesOf } from "./publish/names.js";
import { findActs } from "./statements/find-acts.js";
import { compileLexicon } from "./statements/lexicon.js";

export interface Source {
  id: string;
  /** A path, `-` or an address; told to the reader. */
  source: string;
  bytes: Uint8Array;
}

export interface ReadingOptions {
  /** Partial date of publication of every source, where the user knows it. */
  published?: string | undefined;
  /** Ids of those who took part in the contact, where the user knows them. */
  participants?: readonly string[] | undefined;
}

export interface ComparingOptions extends ReadingOptions {
  /** Id of the watchlist; without it the lists whose parties match the sources. */
  watchlist?: string | undefined;
}

/** Made at the first use, and kept. */
const catalog = once(loadCatalog);
const lexicon = once(() => compileLexicon(catalog()));

/** One document a source, in order. Throws ReadoutError at the first source that is no English text. */
export function readSources(sources: readonly Source[], { published }: ReadingOptions = {}): Outcome<Document>[] {
  return sources.map(({ bytes, id, source }) => readDocument(bytes, { id, source, actors: catalog(), published }));
}

/** The acts of one document, in order of the text. */
export function readActs(document: Document, { participants }: ReadingOptions = {}): Outcome<Act[]> {
  return findActs(document, lexicon(), participants);
}

/** Acts of every document, compared; problems of reading and of comparing together. */
export function compareDocuments(documents: readonly Document[], options: ComparingOptions = {}): Outcome<Comparison> {
  const read = documents.map((document) => ({ document, outcome: readActs(document, options) }));
  const sources = read.map(({ document, outcome }) => ({ document, acts: outcome.value }));
  const { value, problems } = compareActs(sources, catalog(), {
    watchlist: options.watchlist ?? null,
    participants: [...(options.participants ?? [])],
  });
  return { value, problems: [...read.flatMap(({ outcome }) => outcome.problems), ...problems] };
}

/** Display names of actors and issues, for publishing. */
export function displayNames(): Names {
  return namesOf(catalog());
}

/** "us", "RUS", "kremlin" -> ids of parties. Throws ReadoutError `participant-unknown` for a word that names none. */
export function participantIds(words: readonly string[]): string[] {
  return words.map((word) => {
    const hint = partyOfId(word.toLowerCase(), catalog());
    if (hint?.exact) return hint.party;
    const message = `--participants: "${word}" is no party that the catalogue knows. Give ISO country codes or names, as in us,ru.`;
    throw new ReadoutError("participant-unknown", message, 2);
  });
}

/** Throws ReadoutError `watchlist-unknown`, naming those there are. */
export function requireWatchlist(id: string): void {
  const ids = catalog().watchlists.map((list) => list.id);
  if (ids.includes(id)) return;
  const known = ids.length > 0 ? `Give one of: ${ids.join(", ")}.` : "The catalogue has none yet.";
  throw new ReadoutError("watchlist-unknown", `--watchlist: there is no "${id}". ${known}`, 2);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
