/** A store -> the Site of what is published in it: only acts that an editor has read, unless a dossier says otherwise. */
import type { Archive } from "../archive/archive.js";
import { loadCatalog } from "../catalog/load-catalog.js";
import { PAGE } from "../ledger/alerts.js";
import type { Act } from "../model/act.js";
import type { Agreement } from "../model/agreement.js";
import type { Document } from "../model/document.js";
import type { DossierRecord } from "../model/dossier.js";
import type { Edition } from "../model/explainer.js";
import type { ForecastEvent } from "../model/forecast.js";
import type { LedgerEvent, RecordKind } from "../model/ledger-event.js";
import type { WatchReport } from "../model/watch-report.js";
import { today } from "../pipeline-dossiers.js";
import { UNWRITTEN } from "../publish/explainer/publish-explainer.js";
import { latestText } from "../store/archive.js";
import type { Store } from "../store/open-store.js";
import { readEvents } from "../store/read-events.js";
import { dossierVersions, listDossiers, readRecords } from "../store/read-records.js";
import { readState } from "../store/read-state.js";
import { readVersions } from "../store/record-versions.js";
import { boundedMap } from "../web/bounded-map.js";
import type { PictureFile, Revision, Site, SiteDossier, SiteEntry } from "../web/site.js";
import { askTogether } from "./ask-together.js";
import { editsOfDossier } from "./edits-of-dossier.js";
import { scoreEvents } from "./forecasts-of-dossier.js";
import { type PageRecord, pageOfRecord } from "./page-of-record.js";

/** Id of the record of kind `edition` that is being written. */
export const DRAFT = "draft";
/** Before the name of a picture, in the id of its record. */
export const PICTURE = "picture-";

/** A picture as its record holds it. */
export interface KeptPicture extends Omit<PictureFile, "bytes"> {
  base64: string;
}

/** Weight of the pages that are kept ready, in characters of what they show; what was not asked for longest goes first. */
const MOST_CHARACTERS = 40_000_000;
/** What a line weighs beside the texts: its quotes and names. */
const LINE_CHARACTERS = 1500;

interface Ready {
  /** Of what was read: the number of the dossier's events, and the day, since pages tell what is to come. */
  state: string;
  page: Promise<SiteDossier | null>;
}

/** Every read sees what was written before it, by whichever program: pages are kept, and their version is asked each time. */
export function siteOfStore(store: Store, archive: Archive | null = null): Site {
  const ready = boundedMap<Ready>(MOST_CHARACTERS);
  const listed = new Map<string, { state: string; entry: SiteEntry | null }>();
  const versionOf = askTogether((ids) => dossierVersions(store.database, ids));
  const stateOf = (events: number) => `${events} ${today(store)}`;
  const pageAt = (id: string, state: string): Promise<SiteDossier | null> => {
    const kept = ready.get(id);
    if (kept?.state === state) return kept.page;
    const page = publicPage(store, id, archive);
    ready.set(id, { state, page }, 1);
    page.then(
      (made) => ready.get(id)?.page === page && ready.set(id, { state, page }, weightOf(made)),
      () => ready.get(id)?.page === page && ready.delete(id),
    );
    return page;
  };
  const entryOf = async (id: string, state: string): Promise<SiteEntry | null> => {
    const known = listed.get(id);
    if (known?.state === state) return known.entry;
    const page = await pageAt(id, state);
    const entry = page && entryOfPage(page);
    listed.set(id, { state, entry });
    return entry;
  };
  return {
    dossier: async (id) => {
      const events = await versionOf(id);
      return events === undefined ? null : pageAt(id, stateOf(events));
    },
    dossiers: async () => {
      const entries = await listDossiers(store.database);
      const found = await Promise.all(entries.map(({ id, events }) => entryOf(id, stateOf(events))));
      return found.filter((entry) => entry !== null);
    },
    glossary: () => loadCatalog().glossary,
  };
}

function entryOfPage({ id, explainer: { headline, standfirst, edition } }: SiteDossier): SiteEntry {
  return { id, headline, standfirst, updatedAt: edition.updatedAt };
}

function weightOf(page: SiteDossier | null): number {
  if (!page) return 1;
  const texts = [...page.texts.values()].reduce((sum, text) => sum + text.length, 0);
  const pictures = [...page.pictures.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  const found = page.holdings.reduce((sum, { report }) => sum + (report?.findings.length ?? 0), 0);
  return texts + pictures + (page.explainer.lines.length + found) * LINE_CHARACTERS;
}

async function publicPage(store: Store, id: string, archive: Archive | null): Promise<SiteDossier | null> {
  const revisions = await revisionsOf(store, id);
  const edition = revisions[0]?.edition;
  if (!edition || edition.takenBack) return null;
  const record = await recordOf(store, id, { unpublished: false, archive });
  const shown = new Set(revisions.map((revision) => revision.edition.picture?.url));
  const pictures = new Map([...(record.pictures ?? [])].filter(([name]) => shown.has(name)));
  return pageOfRecord({ ...record, pictures, edition, revisions, now: store.now() });
}

/** Every edition that was public, the newest first. */
export async function revisionsOf(store: Store, id: string): Promise<Revision[]> {
  const versions = await readVersions(store.database, id, "edition", PAGE);
  return versions
    .map(({ at, author, body }, index) => ({ number: index + 1, at, author, edition: body as Edition }))
    .sort((a, b) => b.number - a.number);
}

/** What the page is made from; `unpublished` counts acts that wait for review too. */
export async function recordOf(
  store: Store,
  id: string,
  { unpublished, archive = null }: { unpublished: boolean; archive?: Archive | null },
): Promise<Omit<PageRecord, "revisions" | "now">> {
  const [{ state }, records] = await Promise.all([readState(store.database, id), readRecords(store.database, id)]);
  const counts = ({ review }: DossierRecord) =>
    review === "published" || (review === "waiting" && (unpublished || state.publishesUnread));
  const acts = records.filter((record) => record.kind === "act" && counts(record)).map(({ body }) => body as Act);
  const documents = await Promise.all(
    records
      .filter((record) => record.kind === "document" && counts(record))
      .map((record) => documentOf(store, id, record)),
  );
  const draft = records.find((record) => record.kind === "edition" && record.id === DRAFT)?.body as Edition | undefined;
  const edits = await editsOfDossier({ store, archive, dossier: id, documents });
  const showsUnread = unpublished || state.publishesUnread;
  const bodies = <T>(kind: RecordKind) =>
    records.filter((record) => record.kind === kind && counts(record)).map(({ body }) => body as T);
  return {
    id,
    documents,
    acts,
    edition: draft ?? UNWRITTEN,
    commitments: Object.values(state.commitments),
    agreements: bodies<Agreement>("agreement"),
    reports: bodies<WatchReport>("finding"),
    foretold: scoreEvents(bodies<ForecastEvent[]>("forecast").flat()),
    pictures: picturesIn(records),
    showsUnread,
    edits: showsUnread ? edits : edits.map((edit) => ({ ...edit, acts: null })),
    histories: await historiesOf(store, id, Object.keys(state.commitments)),
  };
}

/** Pictures are records of kind `edition` beside the page and its draft. */
function picturesIn(records: readonly DossierRecord[]): Map<string, PictureFile> {
  return new Map(
    records
      .filter(({ kind, id }) => kind === "edition" && id.startsWith(PICTURE))
      .map(({ id, body }) => {
        const { base64, ...picture } = body as KeptPicture;
        return [id.slice(PICTURE.length), { ...picture, bytes: new Uint8Array(Buffer.from(base64, "base64")) }];
      }),
  );
}

/** What happened to each commitment, in the order in which it was written down. */
async function historiesOf(store: Store, id: string, commitments: readonly string[]) {
  const events = await Promise.all(commitments.map((commitment) => readEvents(store.database, id, { commitment })));
  return new Map<string, LedgerEvent[]>(commitments.map((name, at) => [name, events[at]!.map(({ event }) => event)]));
}

async function documentOf(store: Store, dossier: string, { id, body }: DossierRecord): Promise<Document> {
  const archived = await latestText(store.database, dossier, id);
  return { ...(body as Omit<Document, "text">), text: archived?.text ?? "" };
}
