/** Sealed events and their records -> rows; the chain's head moves with them in one statement, or nothing is written. */
import { startOf } from "../ledger/instants.js";
import type { ReviewState } from "../model/dossier.js";
import type { RecordKind } from "../model/ledger-event.js";
import { canonicalJson } from "../text/canonical-json.js";
import type { Sealed } from "./append-events.js";
import type { Queryable } from "./database.js";
import { commitmentOf, type Head } from "./known-facts.js";

/** False, with nothing written, when the head is no longer the one that the events were sealed onto. */
export async function writeEvents(database: Queryable, head: Head, sealed: readonly Sealed[]): Promise<boolean> {
  const last = sealed.at(-1)!;
  const [title, conflict, publishesUnread] = settingsIn(sealed);
  const columns = [
    sealed.map(({ event }) => event.seq),
    sealed.map(({ event }) => timestamp(event.on)),
    sealed.map(({ event }) => event.what.type),
    sealed.map(({ event }) => commitmentOf(event.what)),
    sealed.map(({ event }) => canonicalJson(event)),
    sealed.map(({ seal }) => seal.hash),
    sealed.map(({ seal }) => seal.key),
    sealed.map(({ seal }) => seal.signature),
  ];
  const [row] = await database.query<{ written: number }>(
    `with head as (
       update dossiers set version = $4, head = $5, changed_at = $6,
         opened_at = case version when 0 then $18 else opened_at end, title = coalesce($7, title),
         conflict = coalesce($8, conflict), publishes_unread = coalesce($9, publishes_unread)
       where id = $1 and version = $2 and head = $3 returning id
     ), outdated as (
       delete from snapshots where dossier = (select id from head)
         and on_at > (select min(t) from unnest($11::timestamptz[]) as t)
     ), written as (
       insert into events (dossier, seq, on_at, type, commitment, event, hash, key, signature)
       select head.id, e.* from head, unnest($10::int[], $11::timestamptz[], $12::text[], $13::text[], $14::text[],
         $15::text[], $16::text[], $17::text[]) as e
       returning 1
     )
     select count(*)::int as written from written`,
    [
      head.dossier,
      head.version,
      head.hash,
      last.event.seq,
      last.seal.hash,
      last.event.at,
      title,
      conflict,
      publishesUnread,
      ...columns,
      sealed[0]!.event.at,
    ],
  );
  return row!.written > 0;
}

/** What the last of the events that change the dossier's settings leave of them; null where they say nothing. */
function settingsIn(sealed: readonly Sealed[]): [string | null, string | null, boolean | null] {
  const changes = sealed.flatMap(({ event: { what } }) =>
    what.type === "dossier-opened" || what.type === "dossier-changed" ? [what] : [],
  );
  const {
    title = null,
    conflict = null,
    publishesUnread = null,
  } = Object.assign({}, ...changes) as Partial<(typeof changes)[0]>;
  return [title, conflict, publishesUnread];
}

/** The dossier's setting when these events are written. */
export function publishesUnreadAfter(head: Pick<Head, "publishesUnread">, sealed: readonly Sealed[]): boolean {
  return settingsIn(sealed)[2] ?? head.publishesUnread;
}

export async function writeRecords(
  within: Queryable,
  { dossier, publishesUnread }: Head,
  sealed: readonly Sealed[],
): Promise<void> {
  let unread = publishesUnread;
  for (const { event, entry } of sealed) {
    const { what } = event;
    if (what.type === "dossier-opened" || what.type === "dossier-changed") unread = what.publishesUnread ?? unread;
    if (what.type !== "record-added") continue;
    const { body, text } = entry.record!;
    const review = reviewAtFirst(what, unread);
    await within.query(
      `insert into records (dossier, kind, id, seq, on_at, engine, review, body, sha256, archived, text_sha256)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        dossier,
        what.kind,
        what.id,
        event.seq,
        timestamp(event.on),
        what.engine,
        review,
        body,
        what.sha256,
        text === null ? null : Buffer.from(text),
        what.textSha256,
      ],
    );
  }
}

/**
 * What an engine found waits for an editor unless the dossier publishes unread; what a later word does to a commitment
 * is for an editor to say in every dossier.
 */
export function reviewAtFirst(
  { engine, kind }: { engine: string | null; kind: RecordKind },
  publishesUnread: boolean,
): ReviewState {
  return engine !== null && (kind === "later-word" || !publishesUnread) ? "waiting" : "published";
}

/** The decision holds for the version that is there when it is made. */
export async function writeReviews(within: Queryable, sealed: readonly Sealed[]): Promise<void> {
  for (const { event } of sealed) {
    const { what, dossier, seq } = event;
    if (what.type !== "record-reviewed") continue;
    await within.query(
      `update records set review = $4 where (dossier, kind, id, seq) =
         (select dossier, kind, id, max(seq) from records where dossier = $1 and kind = $2 and id = $3 and seq < $5 group by 1, 2, 3)`,
      [dossier, what.kind, what.id, what.decision, seq],
    );
  }
}

function timestamp(on: string): string {
  return new Date(startOf(on)).toISOString();
}
