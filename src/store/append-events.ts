/** Events that somebody wants to write -> the next links of a dossier's chain, sealed and on the disk, or none of them. */
import { checkEvent, type Facts } from "../ledger/check-event.js";
import { hashEvent } from "../ledger/seal.js";
import { EventDraft, type LedgerEvent, type SealedEvent } from "../model/ledger-event.js";
import { ReadoutError } from "../model/readout-error.js";
import type { TextCache } from "./archive.js";
import type { Database, Queryable } from "./database.js";
import { commitmentOf, type Draft, type Entry, gatherKnown, type Known, lockHead } from "./known-facts.js";
import type { SigningKey } from "./signing-key.js";
import { writeEvents, writeRecords, writeReviews } from "./write-events.js";

export interface Request {
  entries: readonly Entry[];
  /** The `seq` that the editor saw last of the commitments and records touched: somebody else's later change is a conflict. */
  basedOn?: number | undefined;
}

export interface Appending {
  database: Database;
  key: SigningKey;
  now: () => number;
  texts: TextCache;
  /** What was known of each dossier after our last commit; taken for true until a write finds the chain elsewhere. */
  known: Map<string, Known>;
}

export interface Sealed extends SealedEvent {
  entry: Entry;
}

/** What became of one request: its events, or why it was refused. */
export type Verdict = Sealed[] | ReadoutError;

const MOST_KNOWN = 100;

/** Clocks of several machines may differ by that much. */
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * One commit for all requests that are let through; each is let through or refused whole. Plain events take one
 * statement, which does nothing when the chain has moved on since it was read; then, and for records, under a lock.
 */
export async function appendBatch(
  appending: Appending,
  dossier: string,
  requests: readonly Request[],
): Promise<Verdict[]> {
  const plain = requests.every(({ entries }) => entries.every(({ what }) => !what.type.startsWith("record-")));
  if (plain) {
    const { database, known: cache, texts } = appending;
    const cached = cache.get(dossier);
    const known = cached?.covers(requests) ? cached : await gatherKnown(database, dossier, requests, texts);
    const verdicts = judge(appending, known, requests);
    const sealed = letThrough(verdicts);
    cache.delete(dossier);
    // A refusal by what was cached may be out of date, so that only an acceptance counts.
    const sure = known !== cached || verdicts.every((verdict) => !(verdict instanceof ReadoutError));
    if (sure && (sealed.length === 0 || (await writeEvents(database, known.head, sealed)))) {
      if (cache.size >= MOST_KNOWN) cache.clear();
      if (sealed.length > 0) cache.set(dossier, known.after(sealed.at(-1)!));
      return verdicts;
    }
  }
  return appending.database.transaction((within) => appendLocked(appending, within, dossier, requests));
}

/** Within a transaction of the caller's. */
export async function appendLocked(
  appending: Appending,
  within: Queryable,
  dossier: string,
  requests: readonly Request[],
): Promise<Verdict[]> {
  appending.known.delete(dossier);
  await lockHead(within, dossier);
  const known = await gatherKnown(within, dossier, requests);
  const verdicts = judge(appending, known, requests);
  const sealed = letThrough(verdicts);
  if (sealed.length > 0) {
    await writeEvents(within, known.head, sealed);
    await writeRecords(within, known.head, sealed);
    await writeReviews(within, sealed);
  }
  return verdicts;
}

function letThrough(verdicts: readonly Verdict[]): Sealed[] {
  return verdicts.flatMap((verdict) => (verdict instanceof ReadoutError ? [] : verdict));
}

/** Checks and seals request after request; what one writes the next one knows of. */
function judge({ key, now }: Appending, known: Known, requests: readonly Request[]): Verdict[] {
  const at = Math.max(now(), known.head.at);
  if (at - now() > CLOCK_TOLERANCE_MS) throw clockBehind(now(), known.head.at);
  const tip = { seq: known.head.version, hash: known.head.hash };
  return requests.map((request) => {
    try {
      const draft = { known: known.draft(), tip: { ...tip } };
      const facts: Facts = { now: at, ...draft.known };
      const sealed = request.entries.flatMap((entry) => {
        if (draft.known.isKept(entry)) return [];
        refuseConflict(request, entry, draft.known);
        const { on, author, what } = entry;
        checkEvent(parsed({ on, author, what }), facts);
        const event = chain(entry, known.head.dossier, draft, at);
        const hash = hashEvent(event);
        draft.tip = { seq: event.seq, hash };
        draft.known.learn(event, entry);
        return { entry, event, seal: { hash, key: key.id, signature: key.signEvent(hash) } };
      });
      Object.assign(tip, draft.tip);
      draft.known.keep();
      return sealed;
    } catch (error) {
      if (error instanceof ReadoutError) return error;
      throw error;
    }
  });
}

function chain(
  { on, author, what }: Entry,
  dossier: string,
  { known, tip }: { known: ReturnType<Known["draft"]>; tip: { seq: number; hash: string } },
  at: number,
): LedgerEvent {
  const told = what.type === "record-added" ? { ...what, revises: known.hasRecord(what.kind, what.id) } : what;
  return { on, author, what: told, dossier, seq: tip.seq + 1, at: new Date(at).toISOString(), previous: tip.hash };
}

function parsed(draft: EventDraft): EventDraft {
  const result = EventDraft.safeParse(draft);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw new ReadoutError("event-invalid", `${draft.what.type}: ${path.join(".")}: ${message}. Correct it.`, 2);
}

function refuseConflict({ basedOn }: Request, { what }: Entry, known: Draft): void {
  if (basedOn === undefined) return;
  const seq = what.type === "record-added" ? known.recordSeq(what.kind, what.id) : undefined;
  if (seq !== undefined && seq > basedOn)
    throw new ReadoutError(
      "edit-conflict",
      `somebody else has changed this meanwhile (event ${seq}, and you read ${basedOn}). Nothing of yours is written.`,
    );
  const id = commitmentOf(what);
  const last = id === null ? undefined : known.commitment(id);
  if (last && last.lastSeq > basedOn) {
    const message = `"${id}" was changed by somebody else (event ${last.lastSeq}) since you read it (event ${basedOn}). Nothing of yours is lost or written: look with readout ledger history, then send it again.`;
    throw new ReadoutError("edit-conflict", message);
  }
}

function clockBehind(now: number, last: number): ReadoutError {
  const [ours, theirs] = [now, last].map((time) => new Date(time).toISOString());
  const message = `this machine's clock says ${ours}, but the last event was written down at ${theirs}. Set the clock.`;
  return new ReadoutError("clock-behind", message);
}
