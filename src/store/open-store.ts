/** The environment -> an open store: the embedded PostgreSQL or the one that DATABASE_URL names, on this program's schema. */
import { setTimeout as sleep } from "node:timers/promises";
import { NO_HASH } from "../ledger/seal.js";
import { LedgerId } from "../model/commitment.js";
import type { SealedEvent } from "../model/ledger-event.js";
import { ReadoutError } from "../model/readout-error.js";
import { type Appending, appendLocked } from "./append-events.js";
import { type Append, appendQueue } from "./append-queue.js";
import { type Database, type DatabaseOptions, openDatabase } from "./database.js";
import { startServer } from "./embedded-server.js";
import { homeOf } from "./home.js";
import type { Entry } from "./known-facts.js";
import { migrate } from "./migrate.js";
import { type SigningKey, signingKey } from "./signing-key.js";

export interface Store {
  database: Database;
  key: SigningKey;
  now: () => number;
  /** Writes events on an open dossier; resolves when they are on the disk. */
  append: Append;
  /** Opens a dossier with its first events. Throws ReadoutError `dossier-id` or `dossier-known`. */
  openDossier(dossier: string, entries: readonly Entry[]): Promise<SealedEvent[]>;
  /** Ends connections, and the embedded server when nobody else uses it. */
  close(): Promise<void>;
}

export interface StoreOptions {
  env: Record<string, string | undefined>;
  now?: () => number;
  /** For installations that share a database. */
  schema?: string;
  connections?: number;
}

/** Throws ReadoutError: `database-*`, `server-*`, `schema-*`, `home-unusable`. */
export async function openStore({
  env,
  now = Date.now,
  schema = "readout",
  connections = 10,
}: StoreOptions): Promise<Store> {
  if (!/^[a-z][a-z0-9_]*$/.test(schema)) throw new Error(`no name for a schema: ${schema}`);
  const home = homeOf(env);
  const key = signingKey(home);
  const { database, release } = env.DATABASE_URL
    ? { database: await reach(env.DATABASE_URL, { schema, connections }), release: async () => {} }
    : await embedded(home, schema, connections);
  await database.query("insert into keys (id, public_key) values ($1, $2) on conflict do nothing", [
    key.id,
    key.publicKey,
  ]);
  const appending: Appending = { database, key, now, texts: new Map(), known: new Map() };
  return {
    database,
    key,
    now,
    append: appendQueue(appending),
    openDossier: (dossier, entries) => openWith(appending, dossier, entries),
    close: async () => {
      await database.close();
      await release();
    },
  };
}

const TRIES = 5;

/** Another program may be stopping the server at the moment at which we find it running: then it is started again. */
async function embedded(home: string, schema: string, connections: number) {
  for (let tries = 1; ; tries++) {
    const server = await startServer(home);
    try {
      return { database: await reach(server.url, { schema, connections, data: server.data }), release: server.release };
    } catch (error) {
      await server.release();
      if (tries === TRIES || !(error instanceof ReadoutError && error.code === "database-gone")) throw error;
      await sleep(50 * tries);
    }
  }
}

async function reach(url: string, options: DatabaseOptions): Promise<Database> {
  const database = openDatabase(url, options);
  try {
    await migrate(database, options.schema);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openWith(appending: Appending, dossier: string, entries: readonly Entry[]): Promise<SealedEvent[]> {
  if (!LedgerId.safeParse(dossier).success)
    throw new ReadoutError(
      "dossier-id",
      `"${dossier.slice(0, 80)}" cannot be the id of a dossier. Use small letters, figures and -, at most 80, as in call-2025.`,
      2,
    );
  return appending.database.transaction(async (within) => {
    const rows = await within.query(
      `insert into dossiers (id, version, head, opened_at, changed_at, title, publishes_unread)
       values ($1, 0, $2, to_timestamp($3), to_timestamp($3), '', false) on conflict do nothing returning 1`,
      [dossier, NO_HASH, appending.now() / 1000],
    );
    if (rows.length === 0)
      throw new ReadoutError("dossier-known", `there is a dossier "${dossier}" already. Give another id.`, 2);
    const [verdict] = await appendLocked(appending, within, dossier, [{ entries }]);
    if (verdict instanceof ReadoutError) throw verdict;
    return verdict!.map(({ event, seal }) => ({ event, seal }));
  });
}
