/** A record of a dossier -> all its versions as they were written, the oldest first. */
import type { RecordKind } from "../model/ledger-event.js";
import type { Queryable } from "./database.js";

export interface RecordVersion {
  seq: number;
  /** UTC instant at which it was written down. */
  at: string;
  author: string;
  /** The engine that found it; null for a person. */
  engine: string | null;
  body: unknown;
}

type VersionRow = { seq: number; event: string; engine: string | null; body: string };

/** Without an id, the versions of all records of the kind. */
export async function readVersions(
  database: Queryable,
  dossier: string,
  kind: RecordKind,
  id: string | null,
): Promise<(RecordVersion & { id: string })[]> {
  const rows = await database.query<VersionRow & { id: string }>(
    `select r.id, r.seq, e.event, r.engine, r.body from records as r join events as e on e.dossier = r.dossier and e.seq = r.seq
     where r.dossier = $1 and r.kind = $2 and ($3::text is null or r.id = $3) order by r.seq`,
    [dossier, kind, id],
  );
  return rows.map(({ event, body, ...row }) => {
    const { at, author } = JSON.parse(event) as { at: string; author: string };
    return { ...row, at, author, body: JSON.parse(body) as unknown };
  });
}
