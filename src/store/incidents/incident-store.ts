/** The store of incidents: imports feeds into DuckDB, and answers from it what watching asks. */
import { realpath, stat } from "node:fs/promises";
import type { Feed, Mapping } from "../../model/feed.js";
import type { CountReport, Dictionaries, Incident } from "../../model/incident.js";
import { DICTIONARY_TABLES, readDictionaries } from "./dictionaries.js";
import { type DuckDatabase, type DuckOptions, openDuckdb } from "./duckdb.js";
import { duckdbEngine } from "./duckdb-engine.js";
import type { IncidentEngine } from "./engine.js";
import { importCounts, readReports } from "./import-counts.js";
import { type ImportOptions, importIncidents, type SkippedRow } from "./import-feed.js";
import { touches } from "./matching-sql.js";
import { columnsOf } from "./raw-rows.js";
import { integerLiteral, textLiteral } from "./sql-text.js";
import { INCIDENT_COLUMNS, incidentColumnsSql } from "./tables.js";

export interface ReadFeedOptions extends Pick<ImportOptions, "resolve" | "boxes" | "labels" | "isGrowing"> {
  feed: Feed;
  file: string;
  /** True where the file is another version of all that the feed has, and not one that grew. */
  isWhole?: boolean;
  skip(rows: SkippedRow[]): Promise<void>;
  progress(done: { rows: number; end: number }): Promise<void>;
}

export interface FeedRead {
  rows: number;
  skipped: number;
  aside: number;
  duplicates: number;
  unknownWords: { field: string; word: string }[];
}

/** Seconds since 1970 UTC of the first and last start. */
export interface StoredFeed {
  id: string;
  rows: number;
  first: number;
  last: number;
}

export interface IncidentStore {
  engine: IncidentEngine;
  columnsOf(file: string): Promise<string[]>;
  /** Goes on where an earlier import of the same file into the same store ended. */
  read(options: ReadFeedOptions): Promise<FeedRead>;
  dictionaries(): Promise<Dictionaries>;
  feeds(): Promise<StoredFeed[]>;
  /** Those that may have happened in [start, end), earliest first, one more than `limit` where there are more. */
  incidents(start: number, end: number, limit: number, feed?: string): Promise<Incident[]>;
  /** What is there now; with `byContent` also where rows are put in again under ids that are there. */
  mark(byContent: boolean): Promise<IncidentMark>;
  /** Those that came after the mark, or say something else than then. */
  incidentsSince(mark: IncidentMark, limit: number): Promise<Incident[]>;
  /** Intervals of at least `seconds`, or open ones, of one feed. */
  longIntervals(feed: string, seconds: number): Promise<{ place: number; earliest: number; until: number | null }[]>;
  reports(feed: string): Promise<Map<string, CountReport[]>>;
  database: DuckDatabase;
  close(): Promise<void>;
}

/** Throws ReadoutError `store-unopened`. */
export async function openIncidents(options: DuckOptions): Promise<IncidentStore> {
  const db = await openDuckdb(options);
  await db.run(`CREATE TABLE IF NOT EXISTS incidents${incidentColumnsSql()};${DICTIONARY_TABLES}
    CREATE TABLE IF NOT EXISTS imports(feed VARCHAR, file VARCHAR, done BIGINT);
    ALTER TABLE imports ADD COLUMN IF NOT EXISTS settled BOOLEAN;
    CREATE TABLE IF NOT EXISTS reports(feed VARCHAR, measure VARCHAR, reported_at BIGINT, value DOUBLE, exposure_hours DOUBLE)`);
  return {
    engine: duckdbEngine(db),
    database: db,
    columnsOf: (file) => columnsOf(db, file),
    read: (read) => readFeed(db, read),
    dictionaries: () => readDictionaries(db),
    feeds: () => readFeeds(db),
    incidents: (start, end, limit, feed) => readIncidents(db, { start, end, limit, feed }),
    mark: (byContent) => markIncidents(db, byContent),
    incidentsSince: (mark, limit) => incidentsSince(db, mark, limit),
    longIntervals: (feed, seconds) =>
      db.all(
        `SELECT place, earliest, until FROM incidents WHERE feed = ${quoted(feed)} AND (until IS NULL OR until - earliest >= ${integerLiteral(seconds)}) ORDER BY earliest, place`,
      ),
    reports: (feed) => readReports(db, feed),
    close: db.close,
  };
}

/** The place of the last row, or a table of what all rows say. */
export type IncidentMark = number | "said";

const SAID =
  "feed, id, hash(earliest, latest, until, longitude, latitude, kind, who, place, actors, title, source, url) AS said";

async function markIncidents(db: DuckDatabase, byContent: boolean): Promise<IncidentMark> {
  if (byContent) {
    await db.run(`CREATE OR REPLACE TEMP TABLE said_before AS SELECT ${SAID} FROM incidents`);
    return "said";
  }
  return (await db.all<{ row: number }>("SELECT coalesce(max(rowid), -1) AS row FROM incidents"))[0]!.row;
}

async function incidentsSince(db: DuckDatabase, mark: IncidentMark, limit: number): Promise<Incident[]> {
  if (mark !== "said") {
    const rows = `WHERE rowid > ${integerLiteral(mark)} ORDER BY rowid LIMIT ${integerLiteral(limit)}`;
    return readRows(db, `SELECT * FROM incidents ${rows}`);
  }
  const columns = Object.keys(INCIDENT_COLUMNS).join(", ");
  const now = `SELECT *, ${SAID.replace("feed, id, ", "")} FROM incidents`;
  const incidents = await readRows(
    db,
    `SELECT ${columns} FROM (${now}) n ANTI JOIN said_before USING (feed, id, said) ORDER BY earliest, feed, id LIMIT ${integerLiteral(limit)}`,
  );
  await db.run("DROP TABLE said_before");
  return incidents;
}

async function readFeed(db: DuckDatabase, options: ReadFeedOptions): Promise<FeedRead> {
  const { feed } = options;
  const file = await realpath(options.file);
  if (feed.record === "counts")
    return { ...(await importCounts(db, { ...options, file })), aside: 0, duplicates: 0, unknownWords: [] };
  const key = await keyOf(file, options.labels ?? []);
  const own = `feed = ${quoted(feed.id)} AND file = ${quoted(key)}`;
  const [before] = await db.all<{ done: number; settled: boolean }>(`SELECT done, settled FROM imports WHERE ${own}`);
  const { size } = await stat(file);
  const from = !options.isWhole && before && (before.done <= size || file.endsWith(".parquet")) ? before.done : 0;
  const read = await importIncidents(db, { ...options, feed: feed as Feed & { map: Mapping }, file, key, from });
  // An import that was broken off after its last row has left this to us.
  const mustSettle = read.rows > 0 || before?.settled === false;
  const duplicates = mustSettle ? await dropDuplicates(db, feed.id) : 0;
  if (mustSettle) await db.run(`UPDATE imports SET settled = true WHERE ${own}`);
  const { skipped, aside, unknownWords } = read;
  // Of another version nearly all ids are known: that they come again says nothing.
  if (options.isWhole) return { rows: read.rows, skipped, aside, duplicates: read.duplicates, unknownWords };
  return { rows: read.rows - duplicates, skipped, aside, duplicates: duplicates + read.duplicates, unknownWords };
}

/** With other labels, or labels that have grown, a file is read anew. */
async function keyOf(file: string, labels: readonly string[]): Promise<string> {
  const told = await Promise.all(labels.map(async (path) => `${await realpath(path)} ${(await stat(path)).size}`));
  return [file, ...told].join(" + ");
}

/** Of rows with one id the last that was read stays: feeds publish corrections under the old id. */
async function dropDuplicates(db: DuckDatabase, feed: string): Promise<number> {
  const ids = `FROM incidents WHERE feed = ${quoted(feed)}`;
  // Numbers group in a part of the memory that texts take; few are left to compare as texts.
  const candidates = `SELECT h FROM (SELECT hash(id) AS h ${ids}) GROUP BY h HAVING count(*) > 1`;
  await db.run(
    `CREATE OR REPLACE TEMP TABLE twice AS SELECT id, max(rowid) AS kept, count(*) AS n ${ids} AND hash(id) IN (${candidates}) GROUP BY id HAVING count(*) > 1`,
  );
  const [{ n } = { n: 0 }] = await db.all<{ n: number }>("SELECT coalesce(sum(n - 1), 0)::BIGINT AS n FROM twice");
  if (n > 0) {
    // What is deleted here makes room that is worth taking back.
    await db.run("SET max_vacuum_tasks = 100");
    await db.run(
      `DELETE FROM incidents WHERE rowid IN (SELECT i.rowid FROM incidents i JOIN twice t ON t.id = i.id WHERE i.feed = ${quoted(feed)} AND i.rowid <> t.kept)`,
    );
  }
  await db.run("DROP TABLE twice");
  return n;
}

async function readFeeds(db: DuckDatabase) {
  return db.all<StoredFeed>(
    `SELECT feed AS id, count(*) AS "rows", min(earliest) AS first, max(earliest) AS last FROM incidents GROUP BY feed
     UNION ALL SELECT feed AS id, count(DISTINCT reported_at) AS "rows", min(reported_at) AS first, max(reported_at) AS last FROM reports GROUP BY feed ORDER BY id`,
  );
}

interface ListOptions {
  start: number;
  end: number;
  limit: number;
  feed?: string | undefined;
}

type IncidentRow = Omit<Incident, "kind" | "who" | "place"> & { kind: number; who: number; place: number };

async function readIncidents(db: DuckDatabase, { start, end, limit, feed }: ListOptions): Promise<Incident[]> {
  const only = feed === undefined ? "" : ` AND feed = ${quoted(feed)}`;
  return readRows(
    db,
    `SELECT * FROM incidents WHERE ${touches(start, end)}${only} ORDER BY earliest, feed, id LIMIT ${integerLiteral(limit + 1)}`,
  );
}

async function readRows(db: DuckDatabase, sql: string): Promise<Incident[]> {
  const rows = await db.all<IncidentRow>(sql);
  const { kinds, whos, places } = await readDictionaries(db);
  const [kindOf, whoOf, placeOf] = [byId(kinds), byId(whos), byId(places)];
  return rows.map((row) => ({
    ...row,
    actors: row.actors || null,
    title: row.title || null,
    source: row.source || null,
    url: row.url || null,
    kind: kindOf.get(row.kind)!,
    who: whoOf.get(row.who)!,
    place: placeOf.get(row.place)!,
  }));
}

function byId<T extends { id: number }>(entries: readonly T[]): Map<number, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function quoted(value: string): string {
  return textLiteral(value, { escapesBackslash: false });
}
