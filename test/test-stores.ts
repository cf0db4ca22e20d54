/** What the tests of the store run on: an embedded server of their own, and the PostgreSQL that READOUT_TEST_DATABASE_URL names. */
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "../src/ledger/seal.js";
import type { Evidence } from "../src/model/evidence.js";
import type { Happening, RecordKind } from "../src/model/ledger-event.js";
import { type RunningServer, startServer } from "../src/store/embedded-server.js";
import type { Entry } from "../src/store/known-facts.js";
import { openStore, type Store, type StoreOptions } from "../src/store/open-store.js";
import { canonicalJson } from "../src/text/canonical-json.js";

export const TEST_DATABASE_URL = process.env.READOUT_TEST_DATABASE_URL;

/** A title for each kind of database, and whether it can be reached here. */
export const DATABASES = [
  { title: "the embedded PostgreSQL", url: undefined, missing: false },
  {
    title: "the PostgreSQL of READOUT_TEST_DATABASE_URL",
    url: TEST_DATABASE_URL,
    missing: TEST_DATABASE_URL === undefined,
  },
] as const;

export interface TestHome {
  /** Environment of an installation that lives in a folder of its own. */
  env: Record<string, string | undefined>;
  schema: string;
  open(options?: Partial<StoreOptions>): Promise<Store>;
  /** Removes the folder and the schema. */
  remove(): Promise<void>;
}

/** The server that all tests share, as long as this process lives. */
let shared: Promise<RunningServer> | undefined;

async function sharedUrl(): Promise<string> {
  shared ??= startServer(process.env.READOUT_TEST_HOME!);
  return (await shared).url;
}

/** Without an address on the embedded server, which all tests share; each home has a schema and a key of its own. */
export function testHome(url: string | undefined): TestHome {
  const home = mkdtempSync(join(tmpdir(), "readout-home-"));
  chmodSync(home, 0o755);
  const env: TestHome["env"] = { READOUT_HOME: home };
  const schema = `test_${randomBytes(6).toString("hex")}`;
  const open = async (options: Partial<StoreOptions> = {}) => {
    env.DATABASE_URL = url ?? (await sharedUrl());
    return openStore({ env, schema, ...options });
  };
  const remove = async () => {
    const store = await open();
    await store.database.query(`drop schema ${schema} cascade`);
    await store.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { env, schema, open, remove };
}

const TEXT =
  "The two sides agreed to halt strikes on energy for thirty days. Later one side said that it was no longer bound.";

/** A document whose words every made-up event can quote. */
export function madeUpDocument(id = "memo", text = TEXT): Entry {
  return recordEntry("document", id, { id, title: "A made-up memo" }, text);
}

export function recordEntry(
  kind: RecordKind,
  id: string,
  body: unknown,
  text: string | null = null,
  engine: string | null = null,
): Entry {
  const json = canonicalJson(body);
  const what: Happening = {
    type: "record-added",
    kind,
    id,
    sha256: sha256(json),
    textSha256: text === null ? null : sha256(text),
    engine,
    revises: false,
  };
  return { on: "2025-03-18", author: "editor", what, record: { body: json, text } };
}

export function evidence(quote = "agreed to halt strikes on energy", document = "memo", text = TEXT): Evidence {
  const start = text.indexOf(quote);
  return { document, textSha256: sha256(text), quote, start, end: start + quote.length };
}

export function opened(title = "A made-up dossier", publishesUnread = false): Entry {
  return {
    on: "2025-03-18",
    author: "editor",
    what: { type: "dossier-opened", title, conflict: null, publishesUnread },
  };
}

export function commitment(id = "halt", more: object = {}): Entry {
  const made = {
    id,
    title: "Halt to strikes on energy",
    debtors: ["RUS", "UKR"],
    creditors: [],
    antecedent: null,
    consequent: "halt strikes on energy",
    quantity: null,
    issues: [],
    origin: { agreement: "energy-strikes-halt-2025" },
    declared: "2025-03-18",
    fixedTerm: true,
    consent: { RUS: "agreed" as const },
    common: { durationDays: 30 },
    readings: [{ id: "kremlin", starts: "2025-03-18", evidence: evidence() }],
    ...more,
  };
  return { on: "2025-03-18", author: "editor", what: { type: "commitment-recorded", commitment: made } };
}

export function status(source: string, said: string, more: object = {}, id = "halt"): Entry {
  const what = {
    type: "status-changed",
    commitment: id,
    source,
    status: said,
    implementation: null,
    count: null,
    evidence: evidence(),
    note: null,
  } as Happening;
  return { on: "2025-03-19", author: "editor", what, ...more };
}

/** A dump's lines as something that reads a file gives them, and the other way round. */
export async function* streamed(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

export async function collected(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
