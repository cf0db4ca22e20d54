/** A dossier and a date -> what it keeps beside its ledger: documents, acts, comparisons, agreements, incidents … */
import { endOf } from "../ledger/instants.js";
import type { When } from "../model/agreement.js";
import type { DossierEntry, DossierRecord, ReviewState } from "../model/dossier.js";
import type { RecordKind } from "../model/ledger-event.js";
import type { Queryable } from "./database.js";

export interface RecordFilter {
  kinds?: readonly RecordKind[] | undefined;
  id?: string | undefined;
  /** Only what took effect by the end of it. */
  asOf?: When | undefined;
  /** Without it, all. */
  review?: readonly ReviewState[] | undefined;
}

type RecordRow = {
  kind: RecordKind;
  id: string;
  seq: number;
  on: string;
  engine: string | null;
  review: ReviewState;
  sha256: string;
  text_sha256: string | null;
  body: string;
};

/** The latest version of each record, in the order in which they were first written down. */
export async function readRecords(
  database: Queryable,
  dossier: string,
  filter: RecordFilter = {},
): Promise<DossierRecord[]> {
  const before = filter.asOf === undefined ? "infinity" : new Date(endOf(filter.asOf)).toISOString();
  const rows = await database.query<RecordRow>(
    `select r.kind, r.id, r.seq, e.event::json ->> 'on' as on, r.engine, r.review, r.sha256, r.text_sha256, r.body
     from (select distinct on (kind, id) *, min(seq) over (partition by kind, id) as first from records
       where dossier = $1 and ($2::text[] is null or kind = any($2)) and ($3::text is null or id = $3) and on_at < $4::timestamptz
       order by kind, id, seq desc) as r
     join events as e on e.dossier = r.dossier and e.seq = r.seq
     where $5::text[] is null or review = any($5) order by r.first`,
    [dossier, filter.kinds ?? null, filter.id ?? null, before, filter.review ?? null],
  );
  return rows.map(({ text_sha256: textSha256, body, ...row }) => ({
    ...row,
    textSha256,
    body: JSON.parse(body) as unknown,
  }));
}

type EntryRow = { id: string; title: string; conflict: string | null; events: number; opened: Date; changed: Date };

/** Every dossier, the one that changed last first. */
export async function listDossiers(database: Queryable): Promise<DossierEntry[]> {
  const rows = await database.query<EntryRow>(
    "select id, title, conflict, version as events, opened_at as opened, changed_at as changed from dossiers order by changed_at desc, id",
  );
  return rows.map((row) => ({ ...row, opened: row.opened.toISOString(), changed: row.changed.toISOString() }));
}

/** The number of events of each of these dossiers that there is: another number, another state. */
export async function dossierVersions(database: Queryable, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await database.query<{ id: string; version: number }>(
    "select id, version from dossiers where id = any($1)",
    [ids],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

export interface DeskStanding {
  /** Acts that wait for an editor. */
  waiting: number;
  /** Body of the edition under the id that was asked for; null where there is none. */
  page: unknown;
}

/** Where each dossier stands with its editors, in one query for all. */
export async function deskStandings(database: Queryable, page: string): Promise<Map<string, DeskStanding>> {
  const rows = await database.query<{ dossier: string; waiting: number; page: string | null }>(
    `with latest as (
       select distinct on (dossier, kind, id) dossier, kind, review, case kind when 'edition' then body end as body
       from records where kind = 'act' or (kind = 'edition' and id = $1) order by dossier, kind, id, seq desc
     )
     select dossier, (count(*) filter (where kind = 'act' and review = 'waiting'))::int as waiting, max(body) as page
     from latest group by dossier`,
    [page],
  );
  return new Map(
    rows.map(({ dossier, waiting, page: body }) => [
      dossier,
      { waiting, page: body === null ? null : JSON.parse(body) },
    ]),
  );
}
