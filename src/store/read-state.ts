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

const BEGINNING: Place = { onAt: "-infinity", seq: 0 };
const LEDGER_ONLY = "type not in ('record-added', 'record-reviewed')";

/** The present state, or that at the end of `asOf`. Throws ReadoutError `dossier-unknown`. */
export async function readState(database: Database, dossier: string, asOf?: When | undefined): Promise<StateAt> {
  const before = asOf === undefined ? "infinity" : new Date(endOf(asOf)).toISOString();
  const milestones: Milestone[] = [];
  const read = await database.transaction(async (within) => {
    const version = await versionOf(within, dossier);
    const start = await nearestSnapshot(within, dossier, before);
    const state = await replayFrom(within, dossier, start, before, milestones);
    return { state, version };
  }, "reading");
  if (milestones.length > 0) await keepSnapshots(database, dossier, read.version, milestones);
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

async function versionOf(within: Queryable, dossier: string): Promise<number> {
  const [row] = await within.query<{ version: number }>("select version from dossiers where id = $1", [dossier]);
  if (!row) throw dossierUnknown(dossier);
  return row.version;
}

async function nearestSnapshot(within: Queryable, dossier: string, before: string): Promise<Milestone> {
  const [row] = await within.query<{ on_at: string; seq: number; state: string }>(
    `select on_at::text, seq, state from snapshots where dossier = $1 and on_at < $2::timestamptz
     order by on_at desc, seq desc limit 1`,
    [dossier, before],
  );
  return row
    ? { onAt: row.on_at, seq: row.seq, state: JSON.parse(row.state) }
    : { ...BEGINNING, state: emptyState(dossier) };
}

/** Leaves a milestone after each full page. */
async function replayFrom(
  within: Queryable,
  dossier: string,
  start: Milestone,
  before: string,
  milestones: Milestone[],
): Promise<DossierState> {
  let { state, ...place }: Milestone = start;
  for (;;) {
    const rows: { on_at: string; seq: number; event: string }[] = await within.query(
      `select on_at::text, seq, event from events where dossier = $1 and ${LEDGER_ONLY}
         and (on_at, seq) > ($2::timestamptz, $3::int) and on_at < $4::timestamptz order by on_at, seq limit ${PAGE}`,
      [dossier, place.onAt, place.seq, before],
    );
    state = replay(
      state,
      rows.map(({ event }) => JSON.parse(event) as LedgerEvent),
    );
    if (rows.length < PAGE) return state;
    place = { onAt: rows.at(-1)!.on_at, seq: rows.at(-1)!.seq };
    milestones.push({ ...place, state });
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
