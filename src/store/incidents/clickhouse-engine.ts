/** Addresses of ClickHouse nodes -> the engine that matches incidents there, the same SQL as in DuckDB. */
import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { TermRows } from "../../model/incident.js";
import { ReadoutError } from "../../model/readout-error.js";
import { CLICKHOUSE } from "./dialect.js";
import type { DuckDatabase } from "./duckdb.js";
import type { IncidentEngine } from "./engine.js";
import type { MatchTables } from "./matching-sql.js";
import { ownName, textLiteral } from "./sql-text.js";
import { columnsSql, INCIDENT_COLUMNS, TERM_COLUMNS, termRows } from "./tables.js";

export interface ClickhouseEngine extends IncidentEngine {
  /** Makes the feeds in ClickHouse equal to those in the store; what is equal already is left alone. */
  take(db: DuckDatabase): Promise<void>;
}

const REQUEST_MS = 600_000;
/** A shard that does not answer is an error; the answer is held back until it is whole, so that none is half. */
const SETTINGS = {
  skip_unavailable_shards: 0,
  wait_end_of_query: 1,
  output_format_json_quote_64bit_integers: 0,
} as const;
const LOCAL = "incidents_local";

/**
 * `urls`: INCIDENTS_URL, one address or several with commas; queries go to the first. `?cluster=NAME` on it names the
 * cluster of the nodes' own settings, over which a Distributed table is made. Throws ReadoutError `incidents-unreached`.
 */
export async function openClickhouse(urls: string): Promise<ClickhouseEngine> {
  const nodes = parseUrls(urls);
  const clients = nodes.map(({ url }) =>
    createClient({ url, request_timeout: REQUEST_MS, log: { level: ClickHouseLogLevel.OFF } }),
  );
  const entry = clients[0]!;
  const { cluster } = nodes[0]!;
  try {
    for (const client of clients) await createTables(client, cluster);
  } catch (error) {
    await Promise.all(clients.map((client) => client.close()));
    throw failed(error);
  }
  return {
    dialect: CLICKHOUSE,
    ask: (sql) => ask(entry, sql),
    withTerms: async (terms, use) => {
      const tables = termTables();
      try {
        await loadTerms(entry, tables, terms);
        const polygons = terms.some((term) => term.polygons.length > 0);
        return await use({ tables, dialect: CLICKHOUSE, polygons });
      } finally {
        for (const table of Object.values(tables).filter((name) => name !== "incidents"))
          await command(entry, `DROP TABLE IF EXISTS ${ownName(table)}`);
      }
    },
    take: (db) => takeFeeds(db, clients, cluster !== null),
    close: async () => void (await Promise.all(clients.map((client) => client.close()))),
  };
}

function parseUrls(urls: string): { url: string; cluster: string | null }[] {
  return urls.split(",").map((text) => {
    const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
    // The address may hold a password, so it is not repeated.
    if (!url || !/^https?:$/.test(url.protocol))
      throw new ReadoutError(
        "incidents-url",
        "INCIDENTS_URL is no http(s) address. Write http://USER:PASSWORD@HOST:8123/?cluster=NAME.",
        2,
      );
    const cluster = url.searchParams.get("cluster");
    url.searchParams.delete("cluster");
    return { url: url.href, cluster: cluster === null ? null : ownName(cluster) };
  });
}

/** One partition a feed, so that a feed is replaced in one step. */
async function createTables(client: ClickHouseClient, cluster: string | null): Promise<void> {
  const columns = columnsSql(INCIDENT_COLUMNS, "clickhouse");
  const local = cluster === null ? "incidents" : LOCAL;
  await command(
    client,
    `CREATE TABLE IF NOT EXISTS ${local} ${columns} ENGINE = MergeTree PARTITION BY feed ORDER BY (day, kind)`,
  );
  if (cluster === null) return;
  await command(
    client,
    `CREATE TABLE IF NOT EXISTS incidents ${columns} ENGINE = Distributed(${cluster}, currentDatabase(), ${LOCAL}, cityHash64(id))`.replace(
      "currentDatabase()",
      await databaseOf(client),
    ),
  );
}

async function databaseOf(client: ClickHouseClient): Promise<string> {
  const [row] = await ask<{ name: string }>(client, "SELECT currentDatabase() AS name");
  return ownName(row!.name);
}

async function ask<T>(client: ClickHouseClient, sql: string): Promise<T[]> {
  try {
    const answer = await client.query({ query: sql, format: "JSONEachRow", clickhouse_settings: SETTINGS });
    return await answer.json<T>();
  } catch (error) {
    throw failed(error);
  }
}

async function command(client: ClickHouseClient, sql: string): Promise<void> {
  try {
    await client.command({ query: sql });
  } catch (error) {
    throw failed(error);
  }
}

function failed(error: unknown): ReadoutError {
  if (error instanceof ReadoutError) return error;
  const told = (error as Error).message.split("\n")[0]!.slice(0, 300);
  return new ReadoutError(
    "incidents-unreached",
    `the incidents' ClickHouse did not answer in full (${told}). Check INCIDENTS_URL and that every shard runs.`,
    1,
    error,
  );
}

function termTables(): MatchTables {
  const run = randomBytes(6).toString("hex");
  return {
    incidents: "incidents",
    termDays: `term_days_${run}`,
    termKinds: `term_kinds_${run}`,
    termWhos: `term_whos_${run}`,
    termPlaces: `term_places_${run}`,
    termEdges: `term_edges_${run}`,
  };
}

async function loadTerms(client: ClickHouseClient, tables: MatchTables, terms: readonly TermRows[]): Promise<void> {
  const rows = termRows(terms);
  for (const [table, columns] of Object.entries(TERM_COLUMNS)) {
    const name = Object.values(tables).find((one) => one.startsWith(`${table}_`))!;
    await command(client, `CREATE TABLE ${name} ${columnsSql(columns, "clickhouse")} ENGINE = Memory`);
    const names = Object.keys(columns);
    // Old releases take no rows but objects.
    const values = rows[table]!.map((row) => Object.fromEntries(names.map((column, at) => [column, row[at]])));
    if (values.length > 0) await client.insert({ table: name, values, format: "JSONEachRow" });
  }
}

interface Fingerprint {
  feed: string;
  n: number;
  earliest: number;
  latest: number;
}

const FINGERPRINTS =
  "SELECT feed, count(*) AS n, sum(earliest) AS earliest, sum(latest) AS latest FROM incidents GROUP BY feed";

async function takeFeeds(db: DuckDatabase, clients: readonly ClickHouseClient[], distributed: boolean): Promise<void> {
  const [here, there] = [await db.all<Fingerprint>(FINGERPRINTS), await ask<Fingerprint>(clients[0]!, FINGERPRINTS)];
  for (const feed of here) {
    const same = there.find((one) => one.feed === feed.feed);
    if (same && same.n === feed.n && same.earliest === feed.earliest && same.latest === feed.latest) continue;
    const partition = textLiteral(feed.feed, { escapesBackslash: true });
    if (same)
      for (const client of clients)
        await command(client, `ALTER TABLE ${distributed ? LOCAL : "incidents"} DROP PARTITION ${partition}`);
    await copyFeed(db, clients[0]!, feed.feed);
  }
}

/** Through a CSV file of the database's own, streamed; the insert ends when every shard has its rows. */
async function copyFeed(db: DuckDatabase, client: ClickHouseClient, feed: string): Promise<void> {
  const path = join(db.scratch, "feed.csv");
  const quoted = (value: string) => textLiteral(value, { escapesBackslash: false });
  await db.run(
    `COPY (SELECT * FROM incidents WHERE feed = ${quoted(feed)}) TO ${quoted(path)} (FORMAT csv, HEADER false, NULLSTR '\\N', FORCE_QUOTE (feed, id, actors, title, source, url))`,
  );
  try {
    await client.insert({
      table: "incidents",
      values: createReadStream(path, { highWaterMark: 1 << 20 }),
      format: "CSV",
      clickhouse_settings: { insert_distributed_sync: 1 },
    });
  } catch (error) {
    throw failed(error);
  } finally {
    await rm(path, { force: true });
  }
}
