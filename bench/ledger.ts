/** `npm run bench`: the ledger on the embedded PostgreSQL, and on READOUT_TEST_DATABASE_URL where it is set -> bench/ledger.md. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { dayOf, startOf } from "../src/ledger/instants.js";
import { openStore, type Store } from "../src/store/open-store.js";
import { readState } from "../src/store/read-state.js";
import { commitment, madeUpDocument, opened, status } from "../test/test-stores.js";
import { median } from "./speed/median.js";
import { ROOT } from "./speed/texts.js";

const WRITERS = 8;
const SECONDS = 5;
const EVENTS = 100_000;
const COMMITMENTS = 200;
const DAYS = 1000;
const READS = 30;

interface Figures {
  title: string;
  startMs: number | null;
  together: number;
  apart: number;
  presentMs: [middle: number, worst: number];
  asOfMs: [middle: number, worst: number];
}

const day = (count: number) => dayOf(startOf("2023-01-01") + count * 86_400_000);

/** Events a second of writers that each wait for their last event to be on the disk before they write the next. */
async function appendRate(writers: readonly Store[], dossier: string): Promise<number> {
  const until = Date.now() + SECONDS * 1000;
  const began = performance.now();
  const counts = await Promise.all(
    Array.from({ length: WRITERS }, async (_, at) => {
      const writer = writers[at % writers.length]!;
      let count = 0;
      for (; Date.now() < until; count++) await writer.append(dossier, { entries: [status(`S${at}`, "accepted")] });
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - began) / 1000);
}

async function fillLong(store: Store): Promise<void> {
  const ids = Array.from({ length: COMMITMENTS }, (_, at) => `c${at}`);
  const made = ids.map((id) => ({ ...commitment(id), on: day(0) }));
  await store.openDossier("long", [{ ...opened(), on: day(0) }, { ...madeUpDocument(), on: day(0) }, ...made]);
  for (let from = COMMITMENTS + 2; from < EVENTS; from += 1000) {
    const entries = Array.from({ length: Math.min(1000, EVENTS - from) }, (_, at) => {
      const number = from + at;
      return status(
        `S${number % 4}`,
        number % 3 ? "accepted" : "suspended",
        { on: day(Math.floor((number * DAYS) / EVENTS)) },
        ids[number % COMMITMENTS],
      );
    });
    await store.append("long", { entries });
  }
}

async function milliseconds(store: Store, asOf: (read: number) => string | undefined): Promise<[number, number]> {
  const times: number[] = [];
  for (let read = 0; read < READS; read++) {
    const began = performance.now();
    await readState(store.database, "long", asOf(read));
    times.push(performance.now() - began);
  }
  return [median(times), Math.max(...times)];
}

async function measure(title: string, url: string | undefined): Promise<Figures> {
  const home = mkdtempSync(join(tmpdir(), "readout-bench-"));
  chmodSync(home, 0o755);
  const env = { READOUT_HOME: home, ...(url === undefined ? {} : { DATABASE_URL: url }) };
  const schema = `bench_${process.pid}`;
  const open = () => openStore({ env, schema, connections: 4 });
  await (await open()).close();
  const began = performance.now();
  const store = await open();
  const startMs = url === undefined ? performance.now() - began : null;
  try {
    for (const id of ["together", "apart"]) await store.openDossier(id, [opened(), madeUpDocument(), commitment()]);
    const together = await appendRate([store], "together");
    const others = await Promise.all(Array.from({ length: WRITERS }, open));
    const apart = await appendRate(others, "apart");
    await Promise.all(others.map((other) => other.close()));
    await fillLong(store);
    await readState(store.database, "long");
    const presentMs = await milliseconds(store, () => undefined);
    const asOfMs = await milliseconds(store, (read) => day(Math.floor(((read + 0.5) * DAYS) / READS)));
    return { title, startMs, together, apart, presentMs, asOfMs };
  } finally {
    await store.database.query(`drop schema ${schema} cascade`);
    await store.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function report(all: readonly Figures[]): string {
  const number = (value: number) => Math.round(value).toLocaleString("en");
  const pair = ([middle, worst]: [number, number]) => `${middle.toFixed(0)} / ${worst.toFixed(0)}`;
  return [
    "# The ledger's speed",
    "",
    `Written by \`npx tsx bench/ledger.ts\` on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}); the server and ${WRITERS} writers share them. An event counts when its commit is on the disk.`,
    "",
    `Wanted: 2,000 events/s with ${WRITERS} writers; the present state of ${EVENTS.toLocaleString("en")} events in under 50 ms; any day in under 100 ms; a start in under 1,500 ms.`,
    "",
    "| database | start after the first time, ms | events/s, one program | events/s, a program's connections each | present state, ms, median / worst | a day, ms, median / worst |",
    "|---|---|---|---|---|---|",
    ...all.map(
      ({ title, startMs, together, apart, presentMs, asOfMs }) =>
        `| ${title} | ${startMs === null ? "–" : number(startMs)} | ${number(together)} | ${number(apart)} | ${pair(presentMs)} | ${pair(asOfMs)} |`,
    ),
    "",
  ].join("\n");
}

const all = [await measure("embedded", undefined)];
if (process.env.READOUT_TEST_DATABASE_URL)
  all.push(await measure("READOUT_TEST_DATABASE_URL", process.env.READOUT_TEST_DATABASE_URL));
const text = report(all);
writeFileSync(join(ROOT, "bench/ledger.md"), text);
console.log(text);
