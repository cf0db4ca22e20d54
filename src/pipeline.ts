/** Sources' bytes -> documents, acts and a comparison: the one place where the stages are joined. */
import { loadCatalog } from "./catalog/load-catalog.js";
import { compareActs } from "./comparison/compare-acts.js";
import { findDrift } from "./comparison/drift/find-drift.js";
import { PARAMETERS } from "./comparison/parameters.js";
import { partyOfId } from "./documents/party-of-id.js";
import { readDocument } from "./documents/read-document.js";
import type { Act } from "./model/act.js";
import type { Agreement } from "./model/agreement.js";
import type { Catalog } from "./model/catalog.js";
import type { Comparison } from "./model/comparison.js";
import type { Document } from "./model/document.js";
import type { DriftReport } from "./model/drift.js";
import { type Outcome, ReadoutError } from "./model/problem.js";
import type { Publisher } from "./model/publisher.js";
import { type Names, namesOf } from "./publish/names.js";
import { findActs } from "./statements/find-acts.js";
import { compileLexicon } from "./statements/lexicon.js";
import { isInHeadline } from "./voices/headlines.js";
import { leftUnsaid } from "./voices/left-unsaid.js";
import { sidesOfContact } from "./voices/sides-of-contact.js";
import { splitVoices, type Voice } from "./voices/split-voices.js";
import { withStandings } from "./voices/stand-of-item.js";
import { statedOmissions } from "./voices/stated-omissions.js";
import { speakerOf } from "./voices/voice-of-act.js";

export interface Source {
  id: string;
  /** A path, `-` or an address; told to the reader. */
  source: string;
  bytes: Uint8Array;
  /** The Content-Type field, where the bytes came from a server. */
  contentType?: string | undefined;
  /** The catalogue's entry of the publisher, where it is known and not to be found by the address. */
  publisher?: Publisher | undefined;
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

export { catalog as knownCatalog, lexicon as knownLexicon };

/** One document a source, in order. Rejects with ReadoutError at the first source that is no English text. */
export function readSources(
  sources: readonly Source[],
  { published }: ReadingOptions = {},
): Promise<Outcome<Document>[]> {
  const { publishers, pageFurniture: furniture } = catalog();
  return Promise.all(
    sources.map(({ bytes, ...source }) =>
      readDocument(bytes, { ...source, actors: catalog(), published, publishers, furniture }),
    ),
  );
}

/** The acts of one document, in order of the text. */
export function readActs(document: Document, { participants }: ReadingOptions = {}): Outcome<Act[]> {
  return findActs(document, lexicon(), participants);
}

/** A document with those of its acts that count. */
export interface ReadText {
  document: Document;
  acts: readonly Act[];
}

/** Acts that were found, or confirmed, before. */
export function compareRead(sources: readonly ReadText[], options: ComparingOptions = {}): Outcome<Comparison> {
  return compareActs(
    sources.map(({ document, acts }) => ({ document, acts: [...acts] })),
    catalog(),
    { watchlist: options.watchlist ?? null, names: displayNames(), participants: [...(options.participants ?? [])] },
  );
}

/** Acts of every document, compared; problems of reading and of comparing together. */
export function compareDocuments(documents: readonly Document[], options: ComparingOptions = {}): Outcome<Comparison> {
  const read = documents.map((document) => ({ document, outcome: readActs(document, options) }));
  const sources = read.map(({ document, outcome }) => ({ document, acts: outcome.value }));
  const { value, problems } = compareRead(sources, options);
  return { value, problems: [...read.flatMap(({ outcome }) => outcome.problems), ...problems] };
}

/**
 * One report against itself: each voice in it is a source, and every item tells how the sides of the contact stand.
 * Problems: those of reading; a text that lays nothing to anybody.
 */
export function compareVoices(document: Document, options: ReadingOptions = {}): Outcome<Comparison> {
  const { value: acts, problems } = readActs(document, options);
  const known = catalog();
  const silences = statedOmissions(document.text, known.omissions, known.issues);
  const sides = sidesOfContact(acts, options.participants ?? [], known);
  const split = splitVoices(document, acts, known, { sides, silences: silences.map(({ words }) => words) });
  const compared = compareInTurn(split.voices, known);
  return {
    value: {
      ...withStandings(compared.value, split.voices),
      unsaid: leftUnsaid(silences, acts, split.voices, known),
    },
    problems: [...problems, ...split.problems, ...compared.problems],
  };
}

/**
 * What a report makes of readouts. It is read as a text that speaks for itself: what a reporter says in his own voice is
 * what may drift. Problems: those of reading.
 */
export function driftOfReport(
  report: Document,
  readouts: readonly Document[],
  options: ReadingOptions = {},
): Outcome<DriftReport> {
  const known = catalog();
  const read = (document: Document, as: Document = document) => ({ document, outcome: readActs(as, options) });
  const mine = read(report, { ...report, genre: "statement" });
  const theirs = readouts.map((document) => read(document));
  const source = ({ document, outcome }: ReturnType<typeof read>) => ({ document, acts: outcome.value });
  const body = mine.outcome.value.filter((act) => report.genre !== "report" || !isInHeadline(report.text, act));
  const value = findDrift({ document: report, acts: body }, theirs.map(source), known, (act) =>
    speakerOf(act, report, known),
  );
  return { value, problems: [mine, ...theirs].flatMap(({ outcome }) => outcome.problems) };
}

/**
 * What a report quotes of a side it thought worth quoting, however short, so plain statements are compared too; and
 * since voices in one report speak to one another less than readouts do, they are put together only where it is surer.
 */
const VOICES = {
  ...PARAMETERS,
  worthFrom: 0.25,
  lengthCounts: 0,
  repeatIssuesFrom: 1,
  linkFrom: 0.45,
  furtherFrom: 0.5,
};

/** Those whom the matter concerns against each other; what others say stands alone, since it is no position of a party. */
function compareInTurn(voices: readonly Voice[], known: Catalog): Outcome<Comparison> {
  const concerned = voices.filter(({ kind }) => kind !== "other" && kind !== "person");
  const groups = [concerned, ...voices.filter((voice) => !concerned.includes(voice)).map((voice) => [voice])];
  const compared = groups.map((group) =>
    compareActs(group, { ...known, watchlists: [] }, { names: displayNames() }, VOICES),
  );
  const nobody = Object.fromEntries(voices.map(({ document }) => [document.id, null]));
  return {
    value: {
      sources: compared.flatMap(({ value }) => value.sources),
      items: compared.flatMap(({ value }) =>
        value.items.map((item) => ({ ...item, sources: { ...nobody, ...item.sources } })),
      ),
      unsaid: [],
    },
    problems: compared.flatMap(({ problems }) => problems),
  };
}

/** Display names of actors, issues and targets, for publishing. */
export const displayNames: () => Names = once(() => namesOf(catalog()));

/** "us", "RUS", "kremlin" -> ids of parties. Throws ReadoutError `participant-unknown` for a word that names none. */
export function participantIds(words: readonly string[]): string[] {
  return words.map((word) => {
    const hint = partyOfId(word.toLowerCase(), catalog());
    if (hint?.exact) return hint.party;
    const message = `--participants: "${word}" is no party that the catalogue knows. Give ISO country codes or names, as in us,ru.`;
    throw new ReadoutError("participant-unknown", message, 2);
  });
}

/** An agreement of the catalogue. Throws ReadoutError `agreement-unknown`, naming those there are. */
export function catalogAgreement(id: string): Agreement {
  const found = catalog().agreements.find((agreement) => agreement.id === id);
  if (found) return found;
  const known = catalog()
    .agreements.map((agreement) => agreement.id)
    .join(", ");
  throw new ReadoutError("agreement-unknown", `the catalogue has no agreement "${id}". Give one of: ${known}.`, 2);
}

/** The publishers that the catalogue knows. */
export function knownPublishers(): readonly Publisher[] {
  return catalog().publishers;
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
