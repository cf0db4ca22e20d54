/** A store -> the Site of what is published in it: only acts that an editor has read, unless a dossier says otherwise. */
import { loadCatalog } from "../catalog/load-catalog.js";
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { DossierRecord } from "../model/dossier.js";
import type { Edition } from "../model/explainer.js";
import { UNWRITTEN } from "../publish/explainer/publish-explainer.js";
import { latestText } from "../store/archive.js";
import type { Store } from "../store/open-store.js";
import { listDossiers, readRecords } from "../store/read-records.js";
import { readState } from "../store/read-state.js";
import { readVersions } from "../store/record-versions.js";
import type { Revision, Site, SiteDossier } from "../web/site.js";
import { type PageRecord, pageOfRecord } from "./page-of-record.js";

/** Ids of the two records of kind `edition` in a dossier: what is public, and what is being written. */
export const PAGE = "page";
export const DRAFT = "draft";

/** How long a look at what has changed holds: what is published shows within a second. */
const LOOK_AGAIN_MS = 1000;

export function siteOfStore(store: Store): Site {
  const pages = new Map<string, { events: number; page: SiteDossier | null }>();
  let looked = { at: Number.NEGATIVE_INFINITY, entries: Promise.resolve<Awaited<ReturnType<typeof listDossiers>>>([]) };
  const entries = () => {
    if (store.now() - looked.at >= LOOK_AGAIN_MS) looked = { at: store.now(), entries: listDossiers(store.database) };
    return looked.entries;
  };
  const dossier = async (id: string): Promise<SiteDossier | null> => {
    const entry = (await entries()).find((each) => each.id === id);
    if (!entry) return null;
    const known = pages.get(id);
    if (known?.events === entry.events) return known.page;
    const page = await publicPage(store, id);
    pages.set(id, { events: entry.events, page });
    return page;
  };
  return {
    dossier,
    dossiers: async () => {
      const found = await Promise.all((await entries()).map(({ id }) => dossier(id)));
      return found
        .filter((page) => page !== null)
        .map(({ id, explainer: { headline, standfirst, edition } }) => ({
          id,
          headline,
          standfirst,
          updatedAt: edition.updatedAt,
        }));
    },
    glossary: () => loadCatalog().glossary,
  };
}

async function publicPage(store: Store, id: string): Promise<SiteDossier | null> {
  const revisions = await revisionsOf(store, id);
  const edition = revisions[0]?.edition;
  if (!edition || edition.takenBack) return null;
  const record = await recordOf(store, id, { unpublished: false });
  return pageOfRecord({ ...record, edition, revisions, now: store.now() });
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
  { unpublished }: { unpublished: boolean },
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
  return { id, documents, acts, edition: draft ?? UNWRITTEN, commitments: Object.values(state.commitments) };
}

async function documentOf(store: Store, dossier: string, { id, body }: DossierRecord): Promise<Document> {
  const archived = await latestText(store.database, dossier, id);
  return { ...(body as Omit<Document, "text">), text: archived?.text ?? "" };
}
