/** A dossier and a date -> its state then: the nearest snapshot, and the events since. */
import { endOf, startOf } from "../ledger/instants.js";
import { emptyState, inOrder, replay } from "../ledger/replay.js";
import type { When } from "../model/agreement.js";
import type { DossierState } from "../model/dossier.js";
import type { LedgerEvent } from "../model/ledger-event.js";
import type { Database, Queryable } from "./database.js";
import { dossierUnknown } from "./known-facts.js";

/** Events between two snapshots, and of one page of a long replay. */
const PAGE = 1000;

export interface StateAt {
  state: DossierState;
  /** Number of events of the dossier when it was read. */
  version: number;
}

/** A place in the order of replay. */
interface Place {
  onAt: string;
  seq: number;
}

interface Milestone extends Place {
  state: DossierState;
}

const LEDGER_ONLY = "type not in ('record-added', 'record-reviewed')";

/** The present state, or that at the end of `asOf`. Throws ReadoutError `dossier-unknown`. */
export async function readState(database: Database, dossier: string, asOf?: When | undefined): Promise<StateAt> {
  const before = asOf === undefined ? "infinity" : new Date(endOf(asOf)).toISOString();
  const first = await readPage(database, dossier, before);
  if (first.events.length < PAGE) return { state: replay(first.start.state, first.events), version: first.version };
  const milestones: Milestone[] = [];
  const read = await database.transaction((within) => replayAll(within, dossier, before, milestones), "reading");
  await keepSnapshots(database, dossier, read.version, milestones);
  return read;
}

/** The state as it was known at an instant: what was written down later is left out, whenever it took effect. */
export async function readStateKnownAt(
  database: Database,
  dossier: string,
  knownAt: When,
  asOf?: When,
): Promise<StateAt> {
  const rows = await database.query<{ event: string }>(
    `select event from events where dossier = $1 and ${LEDGER_ONLY} order by seq`,
    [dossier],
  );
  const known = rows
    .map(({ event }) => JSON.parse(event) as LedgerEvent)
    .filter(({ at }) => startOf(at) < endOf(knownAt));
  if (known.length === 0) throw dossierUnknown(dossier);
  const told = asOf === undefined ? known : known.filter(({ on }) => startOf(on) < endOf(asOf));
  return { state: replay(emptyState(dossier), told.sort(inOrder)), version: known.at(-1)!.seq };
}

interface Page {
  version: number;
  start: Milestone;
  events: LedgerEvent[];
  /** Place of the last event. */
  end: Place | null;
}

interface PageRow {
  version: number;
  on_at: string | null;
  seq: number | null;
  state: string | null;
  events: string | null;
  end_at: string | null;
  end_seq: number | null;
}

/**
 * One statement, so that all of it is of one moment: the snapshot nearest before the date and the events since, at most
 * a page of them; or the page that follows `from`. Events come as one JSON array, which costs a tenth of as many rows.
 */
async function readPage(database: Queryable, dossier: string, before: string, from?: Milestone): Promise<Page> {
  const [row] = await database.query<PageRow & Record<string, unknown>>(
    `with snapshot as (
       select on_at, seq, state from snapshots where $3::timestamptz is null and dossier = $1 and on_at < $2::timestamptz
       order by on_at desc, seq desc limit 1
     ), place as (
       select coalesce($3, (select on_at from snapshot), '-infinity') as on_at, coalesce($4, (select seq from snapshot), 0) as seq
     ), page as (
       select events.on_at, events.seq, events.event from place, events where dossier = $1 and ${LEDGER_ONLY}
         and (events.on_at, events.seq) > (place.on_at, place.seq) and events.on_at < $2::timestamptz
       order by events.on_at, events.seq limit ${PAGE}
     )
     select version, place.on_at::text, place.seq, (select state from snapshot) as state,
       (select string_agg(event, ',' order by on_at, seq) from page) as events, last.on_at::text as end_at, last.seq as end_seq
     from dossiers cross join place
       left join lateral (select on_at, seq from page order by on_at desc, seq desc limit 1) as last on true
     where id = $1`,
    [dossier, before, from?.onAt ?? null, from?.seq ?? null],
  );
  if (!row) throw dossierUnknown(dossier);
  const state = from?.state ?? (row.state === null ? emptyState(dossier) : (JSON.parse(row.state) as DossierState));
  return {
    version: row.version,
    start: { onAt: row.on_at!, seq: row.seq!, state },
    events: row.events === null ? [] : (JSON.parse(`[${row.events}]`) as LedgerEvent[]),
    end: row.end_at === null ? null : { onAt: row.end_at, seq: row.end_seq! },
  };
}

/** Leaves a milestone after each full page. */
async function replayAll(
  within: Queryable,
  dossier: string,
  before: string,
  milestones: Milestone[],
): Promise<StateAt> {
  for (let from: Milestone | undefined; ; ) {
    const { version, start, events, end } = await readPage(within, dossier, before, from);
    const state = replay(start.state, events);
    if (end === null || events.length < PAGE) return { state, version };
    from = { ...end, state };
    milestones.push(from);
  }
}

/** Under the writers' lock, and only what no event written meanwhile comes before: a snapshot is never wrong. */
async function keepSnapshots(
  database: Database,
  dossier: string,
  version: number,
  milestones: readonly Milestone[],
): Promise<void> {
  await database.transaction(async (within) => {
    await within.query("select 1 from dossiers where id = $1 for update", [dossier]);
    for (const { onAt, seq, state } of milestones) {
      await within.query(
        `insert into snapshots (dossier, on_at, seq, state) select $1, $2::timestamptz, $3, $4
         where not exists (select 1 from events where dossier = $1 and seq > $5 and on_at < $2::timestamptz)
         on conflict do nothing`,
        [dossier, onAt, seq, JSON.stringify(state), version],
      );
    }
  });
}
