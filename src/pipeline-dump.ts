/** A store -> its dossiers as lines that can be carried away, and such lines -> dossiers in another store. */
import { type Person, requireRight } from "./model/rights.js";
import { dumpLines } from "./store/dump.js";
import type { Store } from "./store/open-store.js";
import { listDossiers } from "./store/read-records.js";
import { type Restored, restoreLines } from "./store/restore.js";

/** What a dump holds. */
export interface Dumped {
  dossiers: string[];
  events: number;
}

/** Hands every line to `write`; dossiers that are named, or all. Throws ReadoutError `dossier-unknown`. */
export async function exportDump(
  store: Store,
  person: Person,
  dossiers: readonly string[],
  write: (line: string) => Promise<void>,
): Promise<Dumped> {
  requireRight(person, "read-unpublished");
  const ids = dossiers.length > 0 ? [...new Set(dossiers)] : (await listDossiers(store.database)).map(({ id }) => id);
  return store.database.transaction(async (within) => {
    let events = 0;
    for await (const line of dumpLines(within, ids)) {
      await write(`${line}\n`);
      if (line.startsWith('{"event":')) events++;
    }
    return { dossiers: [...ids].sort(), events };
  }, "reading");
}

/** All dossiers of the dump, or none. Throws ReadoutError `dump-*` or `dossier-known`. */
export async function importDump(store: Store, person: Person, lines: AsyncIterable<string>): Promise<Restored> {
  requireRight(person, "administer");
  return store.database.transaction((within) => restoreLines(within, lines));
}
