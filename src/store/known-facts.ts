/** What is about to be written -> what the database knows of it: head of the chain, commitments, texts, records. */
import type { Facts } from "../ledger/check-event.js";
import { startOf } from "../ledger/instants.js";
import type { Evidence } from "../model/evidence.js";
import type { EventDraft, LedgerEvent, SealedEvent } from "../model/ledger-event.js";
import { ReadoutError } from "../model/readout-error.js";
import { type TextCache, textsOf } from "./archive.js";
import type { Queryable } from "./database.js";

/** An event to be written, and the record that comes with it. */
export interface Entry extends EventDraft {
  record?: RecordContent | undefined;
}

export interface RecordContent {
  /** Canonical JSON. */
  body: string;
  text: string | null;
}

/** The end of a dossier's chain. */
export interface Head {
  dossier: string;
  version: number;
  hash: string;
  /** When the last event was written down, ms. */
  at: number;
  publishesUnread: boolean;
}

/** Facts that grow with what is written; only `keep` makes the growth last. */
export interface Draft extends Omit<Facts, "now"> {
  /** The event that brought the latest version of a record. */
  recordSeq(kind: string, id: string): number | undefined;
  /** True where this very record is there already. */
  isKept(entry: Entry): boolean;
  learn(event: LedgerEvent, entry: Entry): void;
  keep(): void;
}

export interface Known {
  head: Head;
  draft(): Draft;
  /** Whether all that the requests speak of is among what is known. */
  covers(requests: readonly { entries: readonly Entry[] }[]): boolean;
  /** The same after one's own last event. */
  after(last: SealedEvent): Known;
}

interface CommitmentFact {
  recordedOn: number;
  lastSeq: number;
}

/**
 * Writers of one dossier queue here until the transaction ends, in the order in which they came. A statement of its own:
 * one that waits for a lock still sees other tables as they were before it waited.
 */
export async function lockHead(within: Queryable, dossier: string): Promise<void> {
  await within.query("select 1 from dossiers where id = $1 for update", [dossier]);
}

/** Throws ReadoutError `dossier-unknown`. */
export async function gatherKnown(
  database: Queryable,
  dossier: string,
  requests: readonly { entries: readonly Entry[] }[],
  cache?: TextCache,
): Promise<Known> {
  const entries = requests.flatMap((request) => request.entries);
  const { commitments, ...head } = await readHead(database, dossier, entries);
  const texts = await textsOf(database, dossier, entries.flatMap(evidenceIn), cache);
  const records = await latestRecords(database, dossier, entries);
  return knownOf(head, commitments, texts, records);
}

function knownOf(
  head: Head,
  commitments: Map<string, CommitmentFact>,
  texts: Map<string, string>,
  records: Map<string, RecordFact>,
): Known {
  const covered = (entry: Entry) =>
    commitments.has(commitmentOf(entry.what) ?? "") &&
    evidenceIn(entry).every(({ document, textSha256 }) => texts.has(`${document} ${textSha256}`));
  return {
    head,
    draft: () => draftOn(commitments, texts, records),
    covers: (requests) => requests.every(({ entries }) => entries.every(covered)),
    after: ({ event, seal }) => {
      const next = { ...head, version: event.seq, hash: seal.hash, at: Date.parse(event.at) };
      return knownOf(next, commitments, texts, records);
    },
  };
}

type HeadRow = {
  version: number;
  head: string;
  at: string;
  publishes_unread: boolean;
  commitments: [string, string, number][];
};

/** Head and commitments in one statement, so that both are of one moment. */
async function readHead(database: Queryable, dossier: string, entries: readonly Entry[]) {
  const [row] = await database.query<HeadRow>(
    `select version, head, floor(extract(epoch from changed_at) * 1000)::text as at, publishes_unread,
       (select coalesce(json_agg(json_build_array(c.id, floor(extract(epoch from first.on_at) * 1000)::text, last.seq)), '[]')
        from unnest($2::text[]) as c (id),
          lateral (select on_at from events where dossier = $1 and commitment = c.id order by seq limit 1) as first,
          lateral (select seq from events where dossier = $1 and commitment = c.id order by seq desc limit 1) as last
       ) as commitments
     from dossiers where id = $1`,
    [dossier, [...new Set(entries.flatMap(({ what }) => commitmentOf(what) ?? []))]],
  );
  if (!row) throw dossierUnknown(dossier);
  const commitments = new Map(
    row.commitments.map(([id, recordedOn, lastSeq]): [string, CommitmentFact] => [
      id,
      { recordedOn: Number(recordedOn), lastSeq },
    ]),
  );
  const { version, head: hash, at, publishes_unread: publishesUnread } = row;
  return { dossier, version, hash, at: version === 0 ? 0 : Number(at), publishesUnread, commitments };
}

export function dossierUnknown(dossier: string): ReadoutError {
  return new ReadoutError("dossier-unknown", `there is no dossier "${dossier}". See readout dossier list.`, 2);
}

/** Id of the commitment that an event is about; null where it is about none. */
export function commitmentOf(what: EventDraft["what"]): string | null {
  if (what.type === "commitment-recorded" || what.type === "commitment-amended") return what.commitment.id;
  return what.type === "status-changed" || what.type === "word-recorded" ? what.commitment : null;
}

/** What an event stands on. */
export function evidenceIn({ what }: Pick<EventDraft, "what">): Evidence[] {
  if (what.type === "status-changed" || what.type === "word-recorded") return [what.evidence];
  if (what.type !== "commitment-recorded" && what.type !== "commitment-amended") return [];
  return what.commitment.readings.flatMap(({ evidence }) => evidence ?? []);
}

interface RecordFact {
  /** Of body and text. */
  digest: string;
  seq: number;
}

type RecordRow = { kind: string; id: string; seq: number; sha256: string; text_sha256: string | null };

async function latestRecords(
  database: Queryable,
  dossier: string,
  entries: readonly Entry[],
): Promise<Map<string, RecordFact>> {
  const named = entries.flatMap(({ what }) =>
    what.type === "record-added" || what.type === "record-reviewed" ? [what] : [],
  );
  if (named.length === 0) return new Map();
  const rows = await database.query<RecordRow>(
    `select distinct on (kind, id) kind, id, seq, sha256, text_sha256 from records
     where dossier = $1 and (kind, id) in (select * from unnest($2::text[], $3::text[])) order by kind, id, seq desc`,
    [dossier, named.map(({ kind }) => kind), named.map(({ id }) => id)],
  );
  return new Map(
    rows.map(({ kind, id, seq, sha256, text_sha256 }) => [
      `${kind} ${id}`,
      { digest: `${sha256} ${text_sha256}`, seq },
    ]),
  );
}

function draftOn(
  commitments: Map<string, CommitmentFact>,
  texts: Map<string, string>,
  records: Map<string, RecordFact>,
): Draft {
  const [newCommitments, newRecords, newTexts] = [
    new Map<string, CommitmentFact>(),
    new Map<string, RecordFact>(),
    new Map<string, string>(),
  ];
  const record = (kind: string, id: string) => newRecords.get(`${kind} ${id}`) ?? records.get(`${kind} ${id}`);
  return {
    commitment: (id) => newCommitments.get(id) ?? commitments.get(id),
    text: (document, sha256) => newTexts.get(`${document} ${sha256}`) ?? texts.get(`${document} ${sha256}`),
    hasRecord: (kind, id) => record(kind, id) !== undefined,
    recordSeq: (kind, id) => record(kind, id)?.seq,
    isKept: ({ what }) =>
      what.type === "record-added" && record(what.kind, what.id)?.digest === `${what.sha256} ${what.textSha256}`,
    learn: ({ what, seq, on }, entry) => {
      const id = commitmentOf(what);
      const recordedOn = (id !== null && (newCommitments.get(id) ?? commitments.get(id))?.recordedOn) || startOf(on);
      if (id !== null) newCommitments.set(id, { recordedOn, lastSeq: seq });
      if (what.type !== "record-added") return;
      newRecords.set(`${what.kind} ${what.id}`, { digest: `${what.sha256} ${what.textSha256}`, seq });
      if (entry.record?.text != null) newTexts.set(`${what.id} ${what.textSha256}`, entry.record.text);
    },
    keep: () => {
      for (const [id, fact] of newCommitments) commitments.set(id, fact);
      for (const [id, fact] of newRecords) records.set(id, fact);
      for (const [id, text] of newTexts) texts.set(id, text);
    },
  };
}
