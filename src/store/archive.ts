/** Documents of a dossier -> their archived texts, exactly as they were put there. */
import type { Queryable } from "./database.js";

/** Texts by "dossier document sha256". They never change, so that what was read once need not be read again. */
export type TextCache = Map<string, string>;

/** Enough for the documents that editors are at work on. */
const MOST_CACHED = 64;

interface Named {
  document: string;
  textSha256: string;
}

type TextRow = { id: string; text_sha256: string; archived: Buffer };

/** By "document sha256"; what the dossier does not hold is left out. */
export async function textsOf(
  database: Queryable,
  dossier: string,
  named: readonly Named[],
  cache?: TextCache,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const missing = new Set<string>();
  for (const { document, textSha256 } of named) {
    const text = cache?.get(`${dossier} ${document} ${textSha256}`);
    if (text === undefined) missing.add(textSha256);
    else texts.set(`${document} ${textSha256}`, text);
  }
  if (missing.size === 0) return texts;
  const rows = await database.query<TextRow>(
    "select id, text_sha256, archived from records where dossier = $1 and kind = 'document' and text_sha256 = any($2::text[])",
    [dossier, [...missing]],
  );
  if (cache && cache.size + rows.length > MOST_CACHED) cache.clear();
  for (const { id, text_sha256, archived } of rows) {
    const text = archived.toString("utf8");
    texts.set(`${id} ${text_sha256}`, text);
    cache?.set(`${dossier} ${id} ${text_sha256}`, text);
  }
  return texts;
}

/** The text of a document's latest version, and its SHA-256; null where the dossier has no such document. */
export async function latestText(database: Queryable, dossier: string, document: string) {
  const [row] = await database.query<TextRow>(
    "select id, text_sha256, archived from records where dossier = $1 and kind = 'document' and id = $2 order by seq desc limit 1",
    [dossier, document],
  );
  return row ? { text: row.archived.toString("utf8"), textSha256: row.text_sha256 } : null;
}

/** One version of a document as the dossier keeps it. */
export interface ArchivedVersion {
  id: string;
  /** UTC instant at which it was written down. */
  at: string;
  /** A document's record without its text. */
  body: unknown;
  text: string;
}

type VersionRow = { id: string; event: string; body: string; archived: Buffer };

/** All versions of the documents that have several, the oldest first. */
export async function changedTexts(database: Queryable, dossier: string): Promise<ArchivedVersion[]> {
  const rows = await database.query<VersionRow>(
    `select r.id, e.event, r.body, r.archived from records as r join events as e on e.dossier = r.dossier and e.seq = r.seq
     where r.dossier = $1 and r.kind = 'document' and r.id in (
       select id from records where dossier = $1 and kind = 'document' group by id having count(distinct text_sha256) > 1)
     order by r.seq`,
    [dossier],
  );
  return rows.map(({ id, event, body, archived }) => ({
    id,
    at: (JSON.parse(event) as { at: string }).at,
    body: JSON.parse(body) as unknown,
    text: archived.toString("utf8"),
  }));
}
