/** The lines of a dump -> its dossiers in the database, exactly as they were, or nothing and the line that is wrong. */
import { z } from "zod";
import { NO_HASH, sha256 } from "../ledger/seal.js";
import { SealedEvent } from "../model/ledger-event.js";
import { ReadoutError } from "../model/readout-error.js";
import { canonicalJson } from "../text/canonical-json.js";
import type { Sealed } from "./append-events.js";
import type { Queryable } from "./database.js";
import { DUMP_FORM } from "./dump.js";
import type { Head } from "./known-facts.js";
import { verifyDossier } from "./verify-dossier.js";
import { publishesUnreadAfter, writeEvents, writeRecords, writeReviews } from "./write-events.js";

const Line = z.union([
  z.object({ readout: z.literal("dump"), version: z.int() }).strict(),
  z.object({ key: z.object({ id: z.string().max(80), publicKey: z.string().max(200) }).strict() }).strict(),
  SealedEvent,
  z
    .object({
      record: z.object({ dossier: z.string(), seq: z.int(), body: z.unknown(), text: z.string().nullable() }).strict(),
    })
    .strict(),
  z.object({ end: z.object({ dossiers: z.int(), events: z.int() }).strict() }).strict(),
]);

type Line = z.infer<typeof Line>;

export interface Restored {
  dossiers: string[];
  events: number;
}

const TOGETHER = 500;

interface Restoring {
  restored: Restored;
  /** Of the dossier that is being read. */
  head: Head | null;
  /** Events that are read and not yet written. */
  waiting: Sealed[];
  ended: boolean;
}

/**
 * Within a transaction, which the caller's error undoes: every dossier is verified, quotes and signatures too, before
 * it is kept. Throws ReadoutError `dump-invalid` with the number of the line, `dump-broken`, or `dossier-known`.
 */
export async function restoreLines(within: Queryable, lines: AsyncIterable<string>): Promise<Restored> {
  const restoring: Restoring = { restored: { dossiers: [], events: 0 }, head: null, waiting: [], ended: false };
  let number = 0;
  for await (const text of lines) await takeLine(within, restoring, parseLine(text, ++number), number);
  if (!restoring.ended) throw invalid(number + 1, "is missing: the dump ends before its end");
  await writeWaiting(within, restoring, number);
  for (const dossier of restoring.restored.dossiers) await refuseBroken(within, dossier);
  return restoring.restored;
}

async function takeLine(within: Queryable, restoring: Restoring, line: Line, number: number): Promise<void> {
  const { restored, waiting } = restoring;
  if (restoring.ended) throw invalid(number, "stands after the end");
  if ((number === 1) !== "readout" in line) throw invalid(number, "is out of place: a dump begins with its form");
  if ("readout" in line && line.version !== DUMP_FORM.version)
    throw invalid(number, `has the unknown form ${line.version}`);
  if ("key" in line) await keepKey(within, line.key, number);
  if ("event" in line) await takeEvent(within, restoring, line, number);
  if ("record" in line) attach(line.record, waiting.at(-1), number);
  if ("end" in line)
    restoring.ended = line.end.events === restored.events && line.end.dossiers === restored.dossiers.length;
}

async function takeEvent(
  within: Queryable,
  restoring: Restoring,
  { event, seal }: SealedEvent,
  number: number,
): Promise<void> {
  const { dossier, on, author, what, at } = event;
  const isNext = restoring.head?.dossier === dossier;
  if (!isNext || restoring.waiting.length >= TOGETHER) await writeWaiting(within, restoring, number);
  if (!isNext) {
    restoring.head = await openChain(within, dossier, at);
    restoring.restored.dossiers.push(dossier);
  }
  restoring.waiting.push({ event, seal, entry: { on, author, what } });
  restoring.restored.events++;
}

async function writeWaiting(within: Queryable, restoring: Restoring, number: number): Promise<void> {
  const { head, waiting } = restoring;
  const last = waiting.at(-1);
  if (head === null || !last) return;
  const missing = waiting.find(({ event, entry }) => event.what.type === "record-added" && !entry.record);
  if (missing) throw invalid(number, `comes too early: the record of event ${missing.event.seq} is missing`);
  if (!(await writeEvents(within, head, waiting))) throw invalid(number, "does not follow the events before");
  await writeRecords(within, head, waiting);
  await writeReviews(within, waiting);
  const publishesUnread = publishesUnreadAfter(head, waiting);
  restoring.head = { ...head, version: last.event.seq, hash: last.seal.hash, publishesUnread };
  waiting.length = 0;
}

function parseLine(text: string, number: number): Line {
  try {
    return Line.parse(JSON.parse(text));
  } catch (error) {
    throw new ReadoutError(
      "dump-invalid",
      `line ${number} of the dump is no line of a dump. Export it again.`,
      1,
      error,
    );
  }
}

async function keepKey(
  within: Queryable,
  { id, publicKey }: { id: string; publicKey: string },
  number: number,
): Promise<void> {
  if (sha256(Buffer.from(publicKey, "base64")).slice(0, 16) !== id)
    throw invalid(number, `holds a key that is not "${id}"`);
  await within.query("insert into keys (id, public_key) values ($1, $2) on conflict do nothing", [id, publicKey]);
}

async function openChain(within: Queryable, dossier: string, at: string): Promise<Head> {
  const rows = await within.query(
    `insert into dossiers (id, version, head, opened_at, changed_at, title, publishes_unread)
     values ($1, 0, $2, $3, $3, '', false) on conflict do nothing returning 1`,
    [dossier, NO_HASH, at],
  );
  if (rows.length === 0)
    throw new ReadoutError(
      "dossier-known",
      `there is a dossier "${dossier}" already, and a dump overwrites none. Import it elsewhere.`,
    );
  return { dossier, version: 0, hash: NO_HASH, at: 0, publishesUnread: false };
}

function attach(
  record: { dossier: string; seq: number; body?: unknown; text: string | null },
  last: Sealed | undefined,
  number: number,
): void {
  if (
    !last ||
    last.event.dossier !== record.dossier ||
    last.event.seq !== record.seq ||
    last.event.what.type !== "record-added"
  )
    throw invalid(number, "holds a record that no event added");
  last.entry.record = { body: canonicalJson(record.body), text: record.text };
}

async function refuseBroken(within: Queryable, dossier: string): Promise<void> {
  const { firstBreak } = await verifyDossier(within, dossier);
  if (firstBreak === null) return;
  const message = `the dump's "${dossier}" does not hold: event ${firstBreak.seq}: ${firstBreak.why}. Nothing was imported.`;
  throw new ReadoutError("dump-broken", message);
}

function invalid(number: number, what: string): ReadoutError {
  return new ReadoutError("dump-invalid", `line ${number} of the dump ${what}. Nothing was imported.`);
}
