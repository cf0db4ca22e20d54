/** A dossier -> its events as they are kept, page after page, and the keys that sealed them. */
import type { KeptEvent } from "../ledger/verify-chain.js";
import type { SealedEvent } from "../model/ledger-event.js";
import type { Queryable } from "./database.js";
import { dossierUnknown } from "./known-facts.js";

const PAGE = 1000;

export interface EventFilter {
  /** Only those that touch the commitment. */
  commitment?: string | undefined;
  /** Only those after this one. */
  after?: number | undefined;
  /** Only up to this one. */
  upTo?: number | undefined;
}

type EventRow = { seq: number; event: string; hash: string; key: string; signature: string };

/** In order of `seq`. */
export async function* keptEvents(
  database: Queryable,
  dossier: string,
  filter: EventFilter = {},
): AsyncGenerator<KeptEvent> {
  for (let after = filter.after ?? 0; ; ) {
    const rows = await database.query<EventRow>(
      `select seq, event, hash, key, signature from events where dossier = $1 and seq > $2 and seq <= $3
         and ($4::text is null or commitment = $4) order by seq limit ${PAGE}`,
      [dossier, after, filter.upTo ?? 2_147_483_647, filter.commitment ?? null],
    );
    for (const { seq, event, ...seal } of rows) yield { seq, text: event, seal };
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.seq;
  }
}

export async function readEvents(
  database: Queryable,
  dossier: string,
  filter: EventFilter = {},
): Promise<SealedEvent[]> {
  const events: SealedEvent[] = [];
  for await (const { text, seal } of keptEvents(database, dossier, filter))
    events.push({ event: JSON.parse(text), seal });
  return events;
}

/** Hashes of the first `upTo` events, or of all. Throws ReadoutError `dossier-unknown`. */
export async function hashesOf(database: Queryable, dossier: string, upTo = 2_147_483_647): Promise<string[]> {
  const rows = await database.query<{ hash: string }>(
    "select hash from events where dossier = $1 and seq <= $2 order by seq",
    [dossier, upTo],
  );
  if (rows.length === 0) throw dossierUnknown(dossier);
  return rows.map(({ hash }) => hash);
}

/** Public keys by id. */
export async function keysOf(database: Queryable): Promise<Record<string, string>> {
  const rows = await database.query<{ id: string; public_key: string }>("select id, public_key from keys order by id");
  return Object.fromEntries(rows.map(({ id, public_key }) => [id, public_key]));
}

/** The end of a chain as the dossier's row has it. Throws ReadoutError `dossier-unknown`. */
export async function headOf(database: Queryable, dossier: string): Promise<{ version: number; hash: string }> {
  const [row] = await database.query<{ version: number; hash: string }>(
    "select version, head as hash from dossiers where id = $1",
    [dossier],
  );
  if (!row) throw dossierUnknown(dossier);
  return row;
}
