/** Dossiers -> the lines of a dump, one JSON value each: keys, events with their seals, and each record after its event. */
import { canonicalJson } from "../text/canonical-json.js";
import type { Queryable } from "./database.js";
import { headOf, keptEvents, keysOf } from "./read-events.js";

/** What a dump holds, and nothing of people, tokens and subscriptions. `version` is that of the form. */
export const DUMP_FORM = { readout: "dump", version: 1 };

/**
 * Within a transaction that reads. The same ledger gives the same bytes: dossiers in order of their ids, events of
 * `seq`, keys of canonical JSON sorted. The last line counts, so that a dump that was cut is seen to be cut.
 */
export async function* dumpLines(within: Queryable, dossiers: readonly string[]): AsyncGenerator<string> {
  yield canonicalJson(DUMP_FORM);
  const signers = await signersOf(within, dossiers);
  for (const [id, publicKey] of Object.entries(await keysOf(within)))
    if (signers.has(id)) yield canonicalJson({ key: { id, publicKey } });
  let events = 0;
  for (const dossier of [...dossiers].sort()) {
    await headOf(within, dossier);
    for await (const { text, seal, seq } of keptEvents(within, dossier)) {
      events++;
      // The event's own text stands in the line as it is: its bytes are what was hashed.
      yield `{"event":${text},"seal":${canonicalJson(seal)}}`;
      if (text.includes('"type":"record-added"')) yield await recordLine(within, dossier, seq);
    }
  }
  yield canonicalJson({ end: { dossiers: dossiers.length, events } });
}

async function recordLine(within: Queryable, dossier: string, seq: number): Promise<string> {
  const [row] = await within.query<{ body: string; archived: Buffer | null }>(
    "select body, archived from records where dossier = $1 and seq = $2",
    [dossier, seq],
  );
  const text = row?.archived?.toString("utf8") ?? null;
  return `{"record":{"body":${row?.body ?? "null"},"dossier":${JSON.stringify(dossier)},"seq":${seq},"text":${JSON.stringify(text)}}}`;
}

async function signersOf(within: Queryable, dossiers: readonly string[]): Promise<Set<string>> {
  const rows = await within.query<{ key: string }>("select distinct key from events where dossier = any($1::text[])", [
    dossiers,
  ]);
  return new Set(rows.map(({ key }) => key));
}
