/** Sources and a store -> dossiers that hold documents, acts and comparisons, and what a person may see of them at a date. */

import { dayOf } from "./ledger/instants.js";
import { sha256 } from "./ledger/seal.js";
import type { When } from "./model/agreement.js";
import type { Document } from "./model/document.js";
import type { DossierEntry, DossierRecord, DossierState } from "./model/dossier.js";
import type { RecordKind, SealedEvent } from "./model/ledger-event.js";
import { type Outcome, ReadoutError } from "./model/problem.js";
import { mayDo, type Person, requireRight } from "./model/rights.js";
import {
  actsTogether,
  type ReadingOptions,
  type ReadTogether,
  readTogether,
  type Source,
} from "./pipeline/read-together.js";
import { wordsOf } from "./pipeline-review.js";
import { latestText } from "./store/archive.js";
import { recordRead } from "./store/audit.js";
import type { Entry } from "./store/known-facts.js";
import type { Store } from "./store/open-store.js";
import { listDossiers, readRecords } from "./store/read-records.js";
import { readState, readStateKnownAt } from "./store/read-state.js";
import { canonicalJson } from "./text/canonical-json.js";

export interface NewDossier {
  id: string;
  title: string;
  /** Id of the watchlist of the conflict. */
  conflict?: string | null | undefined;
  publishesUnread?: boolean | undefined;
}

/** A dossier as a person sees it at a date. */
export interface DossierView {
  entry: DossierEntry;
  state: DossierState;
  /** Number of its events: what an edit is based on. */
  version: number;
  records: DossierRecord[];
  asOf: When | null;
}

/** Engine by which the acts and comparisons of this program are found. */
const ENGINE = "rules";

/** Throws ReadoutError `right-missing`, `dossier-known` or `event-invalid`. */
export async function createDossier(
  store: Store,
  person: Person,
  { id, title, conflict, publishesUnread }: NewDossier,
): Promise<void> {
  requireRight(person, "edit");
  const what = {
    type: "dossier-opened" as const,
    title,
    conflict: conflict ?? null,
    publishesUnread: publishesUnread ?? false,
  };
  await store.openDossier(id, [{ on: today(store), author: person.name, what }]);
}

/** Dossiers, the last changed first. */
export async function dossiersFor(store: Store, person: Person): Promise<DossierEntry[]> {
  requireRight(person, "read");
  return listDossiers(store.database);
}

/**
 * Everything at the end of `asOf`, or now; `knownAt` leaves out what was written down later. A reader sees what is
 * published; who may see more leaves a line in the audit trail. Throws ReadoutError `dossier-unknown`.
 */
export async function readDossier(
  store: Store,
  person: Person,
  id: string,
  { asOf, knownAt }: { asOf?: When | undefined; knownAt?: When | undefined } = {},
): Promise<DossierView> {
  requireRight(person, "read");
  const unpublished = mayDo(person, "read-unpublished");
  const { state, version } = await (knownAt === undefined
    ? readState(store.database, id, asOf)
    : readStateKnownAt(store.database, id, knownAt, asOf));
  const review = unpublished ? undefined : (["published"] as const);
  const records = await readRecords(store.database, id, { asOf, review });
  if (records.some((record) => record.review === "waiting"))
    await recordRead(store, { name: person.name, action: "read", dossier: id, subject: null });
  const entry = (await listDossiers(store.database)).find((each) => each.id === id)!;
  return { entry, state, version, records, asOf: asOf ?? null };
}

/** A document with its archived text, in its latest version. Throws ReadoutError `document-unknown`. */
export async function readArchived(store: Store, person: Person, dossier: string, id: string): Promise<Document> {
  requireRight(person, "read");
  const [record] = await readRecords(store.database, dossier, { kinds: ["document"], id });
  const archived = record && (await latestText(store.database, dossier, id));
  if (!archived)
    throw new ReadoutError(
      "document-unknown",
      `the dossier "${dossier}" has no document "${id}". See readout dossier show.`,
      2,
    );
  if (record.review !== "published") {
    requireRight(person, "read-unpublished");
    await recordRead(store, { name: person.name, action: "read", dossier, subject: `document ${id}` });
  }
  return { ...(record.body as Omit<Document, "text">), text: archived.text };
}

/** `addDocuments` for sources that are still to be read. */
export async function addSources(
  store: Store,
  person: Person,
  dossier: string,
  sources: readonly Source[],
  options: ReadingOptions = {},
): Promise<Outcome<SealedEvent[]>> {
  return addRead(store, person, dossier, await readTogether(sources, options));
}

/**
 * Archives documents, finds their acts and what these say of commitments, and compares all that came together. What the
 * engine found waits for review unless the dossier publishes unread. What is there already is left as it is. Throws
 * `document-known` where another source has a document's id.
 */
export async function addDocuments(
  store: Store,
  person: Person,
  dossier: string,
  documents: readonly Document[],
  options: ReadingOptions = {},
): Promise<Outcome<SealedEvent[]>> {
  return addRead(store, person, dossier, actsTogether(documents, options));
}

/** The same for what was read elsewhere, since reading long texts takes its time. */
export async function addRead(
  store: Store,
  person: Person,
  dossier: string,
  { documents, acts, compared, problems }: ReadTogether,
): Promise<Outcome<SealedEvent[]>> {
  requireRight(person, "add");
  await refuseOtherSources(store, dossier, documents);
  const entries: Entry[] = [];
  for (const [at, document] of documents.entries()) {
    const found = acts[at]!;
    const words = await wordsOf(store, dossier, document, found);
    entries.push(
      documentEntry(store, person, document),
      ...found.map((act) => engineEntry(store, person, document, "act", act.id, act)),
      ...words.map((word) => engineEntry(store, person, document, "later-word", word.id, word)),
    );
  }
  if (compared) {
    const id = documents.map((document) => document.id).join("+");
    entries.push(engineEntry(store, person, documents[0]!, "comparison", id, compared));
  }
  return { value: await store.append(dossier, { entries }), problems };
}

/** Any other record that a person or another engine hands in: an agreement, incidents, findings, a forecast … */
export async function addRecord(
  store: Store,
  person: Person,
  dossier: string,
  {
    kind,
    id,
    body,
    engine = null,
    on,
  }: { kind: RecordKind; id: string; body: unknown; engine?: string | null; on?: When | undefined },
): Promise<SealedEvent[]> {
  requireRight(person, "add");
  return store.append(dossier, {
    entries: [recordEntry(kind, id, body, { on: on ?? today(store), author: person.name, engine })],
  });
}

export function recordEntry(
  kind: RecordKind,
  id: string,
  body: unknown,
  { on, author, engine, text = null }: { on: string; author: string; engine: string | null; text?: string | null },
): Entry {
  const json = canonicalJson(body);
  const textSha256 = text === null ? null : sha256(text);
  return {
    on,
    author,
    what: { type: "record-added", kind, id, sha256: sha256(json), textSha256, engine, revises: false },
    record: { body: json, text },
  };
}

export function today(store: Store): string {
  return dayOf(store.now());
}

function documentEntry(store: Store, { name }: Person, { text, ...body }: Document): Entry {
  return recordEntry("document", body.id, body, { on: dayFor(store, body), author: name, engine: null, text });
}

function engineEntry(
  store: Store,
  { name }: Person,
  document: Document,
  kind: RecordKind,
  id: string,
  body: unknown,
): Entry {
  return recordEntry(kind, id, body, { on: dayFor(store, document), author: name, engine: ENGINE });
}

/** What a text says took effect on the day of its publication; without one, today. */
function dayFor(store: Store, { published }: Pick<Document, "published">): string {
  return published !== null && published.length === 10 ? published : today(store);
}

/** A new text under the same id and source is a new version, a silent edit perhaps; from elsewhere it is a mistake. */
async function refuseOtherSources(store: Store, dossier: string, documents: readonly Document[]): Promise<void> {
  const known = await readRecords(store.database, dossier, { kinds: ["document"] });
  for (const { id, source, sha256: digest } of documents) {
    const body = known.find((record) => record.id === id)?.body as Document | undefined;
    if (!body || body.source === source || body.sha256 === digest) continue;
    const message = `"${id}" is the document from ${body.source} already. Give ${source} another id, as in ${id}-2=${source}.`;
    throw new ReadoutError("document-known", message, 2);
  }
}
