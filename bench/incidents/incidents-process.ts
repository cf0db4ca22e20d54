/** One step of the benchmark of incidents, in a process of its own, so that its memory is its own -> figures as JSON. */
import { stat } from "node:fs/promises";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { readCatalog } from "../../src/catalog/read-catalog.js";
import { askCounts } from "../../src/store/incidents/ask.js";
import { type DuckDatabase, openDuckdb } from "../../src/store/incidents/duckdb.js";
import { type IncidentStore, openIncidents } from "../../src/store/incidents/incident-store.js";
import { checkReadings, compileTerms } from "../../src/watch/compile-terms.js";
import { PartOf } from "../../src/watch/part-of.js";
import { wordResolver } from "../../src/watch/resolve-words.js";
import { median } from "../speed/median.js";
import { FEED, madeUpAgreement, writeCsv } from "./made-up-feed.js";

const TERMS = 200;
const RUNS = 5;
const MEMORY_MEGABYTES = 500;

const [step, file, store, rows] = process.argv.slice(2);
const catalog = readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url)));
const steps: Record<string, () => Promise<object>> = { write, read, match, grow };
console.log(JSON.stringify({ ...(await steps[step!]!()), megabytes: process.resourceUsage().maxRSS / 1_000 }));

async function write(): Promise<object> {
  const db = await openDuckdb({ memoryMegabytes: 2_000, threads: 2 });
  await writeCsv(db, file!, Number(rows));
  await db.close();
  return { bytes: (await stat(file!)).size };
}

async function read(): Promise<object> {
  const incidents = await open();
  const [began, before] = [performance.now(), process.cpuUsage()];
  const { rows: taken, skipped } = await incidents.read({
    feed: FEED,
    file: file!,
    resolve: wordResolver(FEED, catalog),
    boxes: new Map(),
    skip: async () => {},
    progress: async () => {},
  });
  // Closing writes what the log still holds: rows are in the store only then.
  await incidents.close();
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: (performance.now() - began) / 1_000,
    processorSeconds: (user + system) / 1e6,
    rows: taken,
    skipped,
    load: loadavg()[0],
  };
}

async function match(): Promise<object> {
  const incidents = await open();
  const vocabulary = {
    targets: new PartOf(catalog.targets, "targets"),
    conducts: new PartOf(catalog.conducts, "conduct"),
    countryOf: new Map<string, string>(),
    boundaries: new Map(),
  };
  const agreement = madeUpAgreement(TERMS);
  const terms = compileTerms(checkReadings(agreement, vocabulary), await incidents.dictionaries(), vocabulary);
  const times: number[] = [];
  const processor: number[] = [];
  const bare: number[] = [];
  let [matches, bareMatches] = [0, 0];
  for (let run = 0; run < RUNS; run++) {
    const ours = await timed(() => askCounts(incidents.engine, terms));
    const theirs = await timed(() => bareSql(incidents.database));
    times.push(ours.seconds);
    processor.push(ours.processorSeconds);
    bare.push(theirs.seconds);
    matches = ours.value.reduce((sum, { count }) => sum + count, 0);
    bareMatches = theirs.value;
  }
  const [{ n } = { n: 0 }] = await incidents.database.all<{ n: number }>("SELECT count(*) AS n FROM incidents");
  await incidents.close();
  return {
    incidents: n,
    seconds: median(times),
    processorSeconds: median(processor),
    bareSeconds: median(bare),
    matches,
    bareMatches,
    load: loadavg()[0],
  };
}

async function timed<T>(run: () => Promise<T>): Promise<{ value: T; seconds: number; processorSeconds: number }> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const value = await run();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (performance.now() - began) / 1_000, processorSeconds: (user + system) / 1e6 };
}

/** The same question as one hand-written statement for DuckDB alone, over the tables that the last run left. */
async function bareSql(db: DuckDatabase): Promise<number> {
  const [row] = await db.all<{ n: number }>(`WITH candidate AS MATERIALIZED (
    SELECT d.term, i.id, i.longitude x, i.latitude y, p.place_doubts FROM incidents i JOIN term_days d ON d.day = i.day AND d.kind = i.kind
    JOIN term_whos w ON w.term = d.term AND w.who = i.who JOIN term_places p ON p.term = d.term AND p.place = i.place
    WHERE i.earliest < d.end_at AND i.latest > d.start_at),
    inside AS (SELECT c.term, c.id FROM candidate c JOIN term_edges e ON e.term = c.term WHERE c.place_doubts >= 1024 GROUP BY c.term, c.id, e.part
    HAVING count(*) FILTER ((e.y1 > c.y) <> (e.y2 > c.y) AND c.x < (e.x2 - e.x1) * (c.y - e.y1) / (e.y2 - e.y1) + e.x1) % 2 = 1)
    SELECT (SELECT count(*) FROM candidate WHERE place_doubts < 1024) + (SELECT count(*) FROM (SELECT DISTINCT term, id FROM inside)) AS n`);
  return row!.n;
}

/** Copies the rows under new ids until there are as many as asked for. */
async function grow(): Promise<object> {
  const incidents = await open();
  const counted = await incidents.database.all<{ n: number; own: number }>(
    "SELECT count(*) AS n, count(*) FILTER (id NOT LIKE '%-%') AS own FROM incidents",
  );
  const [{ n, own } = { n: 0, own: 1 }] = counted;
  for (let have = n; have < Number(rows); have += own) {
    await incidents.database.run(
      `INSERT INTO incidents SELECT feed, id || '-${have}', day, earliest, latest, until, longitude, latitude, kind, who, place, actors, '', source, url FROM incidents WHERE id NOT LIKE '%-%'`,
    );
  }
  await incidents.database.run("CHECKPOINT");
  await incidents.close();
  return {};
}

function open(): Promise<IncidentStore> {
  return openIncidents({ path: store, memoryMegabytes: MEMORY_MEGABYTES, threads: 2 });
}
