/** A feed's file -> incidents in DuckDB, piece by piece in transactions; what is bad is given back with the reason. */
import type { Feed, Mapping } from "../../model/feed.js";
import type { Box, WordResolver } from "../../model/word-resolver.js";
import { addDictionaryEntries } from "./dictionaries.js";
import type { DuckDatabase } from "./duckdb.js";
import { CODED_FIELDS, mappedColumns, typedSql, wordsOf } from "./mapping-sql.js";
import { rawPieces } from "./raw-rows.js";
import { fileColumn, integerLiteral, numberLiteral, textLiteral } from "./sql-text.js";

/** A row that was left out. */
export interface SkippedRow {
  row: Record<string, string | null> | string;
  because: string;
}

export interface ImportOptions {
  feed: Feed & { map: Mapping };
  file: string;
  resolve: WordResolver;
  /** Country id -> the box around it, for coordinates that are swapped. */
  boxes: ReadonlyMap<string, Box>;
  /** Bytes (or rows of Parquet) that an earlier import has done. */
  from: number;
  /** Rows that are left out, as they come. */
  skip(rows: SkippedRow[]): Promise<void>;
  /** After each piece that is safe in the store. */
  progress(done: { rows: number; end: number }): Promise<void>;
}

export interface ImportCount {
  rows: number;
  skipped: number;
  /** Rows whose id comes again later in the same piece. */
  duplicates: number;
  /** Regions and actors that the catalogue does not know, with how often they stand, most first. */
  unknownWords: { field: string; word: string; rows: number }[];
  end: number;
}

const SKIPPED_AT_ONCE = 100_000;

/** Resumes at `from`. Dates, places and words that cannot be read make a skipped row, never a guess. */
export async function importIncidents(db: DuckDatabase, options: ImportOptions): Promise<ImportCount> {
  const { feed, file, boxes } = options;
  const total: ImportCount = { rows: 0, skipped: 0, duplicates: 0, unknownWords: [], end: options.from };
  await db.run("CREATE OR REPLACE TEMP TABLE lookup(field VARCHAR, word VARCHAR, value VARCHAR)");
  await fillBounds(db, boxes);
  for await (const piece of rawPieces(db, file, mappedColumns(feed.map), options.from)) {
    await resolveNewWords(db, options);
    await db.run(`CREATE OR REPLACE TEMP TABLE typed AS ${typedSql(feed, feed.map)}`);
    await addDictionaryEntries(db);
    await options.skip(piece.broken.map(({ line, because }) => ({ row: line, because: `no record: ${because}` })));
    const skipped = await giveBack(db, options);
    total.duplicates += await dropRepeated(db);
    await db.run("BEGIN TRANSACTION");
    const before = await count(db);
    await db.run(insertSql(feed));
    const after = await count(db);
    await saveOffset(db, options, piece.end);
    await db.run("COMMIT");
    total.rows += after - before;
    total.skipped += skipped + piece.broken.length;
    total.end = piece.end;
    await options.progress({ rows: total.rows, end: piece.end });
  }
  total.unknownWords = await unknownWords(db, feed);
  await db.run("DROP TABLE IF EXISTS raw; DROP TABLE IF EXISTS typed");
  return total;
}

async function fillBounds(db: DuckDatabase, boxes: ReadonlyMap<string, Box>): Promise<void> {
  await db.run(
    "CREATE OR REPLACE TEMP TABLE bounds(country VARCHAR, west DOUBLE, south DOUBLE, east DOUBLE, north DOUBLE)",
  );
  const rows = [...boxes].map(([country, box]) => `(${quoted(country)}, ${box.map(numberLiteral).join(", ")})`);
  if (rows.length > 0) await db.run(`INSERT INTO bounds VALUES ${rows.join(", ")}`);
}

/** Words are few where rows are many, so each is asked about once. */
async function resolveNewWords(db: DuckDatabase, { feed, resolve }: ImportOptions): Promise<void> {
  for (const field of CODED_FIELDS) {
    const coded = feed.map[field];
    if (!coded) continue;
    const words = await db.all<{ word: string }>(
      `SELECT DISTINCT w.word FROM (SELECT ${wordsOf(coded)} AS word FROM raw r) w WHERE w.word NOT IN (SELECT word FROM lookup WHERE field = ${quoted(field)})`,
    );
    const rows = words.map(({ word }) => [word, resolve(field, word)] as const);
    for (let at = 0; at < rows.length; at += 5_000) {
      const values = rows
        .slice(at, at + 5_000)
        .map(([word, value]) => `(${quoted(field)}, ${quoted(word)}, ${value === null ? "NULL" : quoted(value)})`);
      await db.run(`INSERT INTO lookup VALUES ${values.join(", ")}`);
    }
  }
}

function insertSql({ id }: Feed): string {
  return `INSERT INTO incidents SELECT ${quoted(id)}, t.id, CAST(floor(earliest / 86400.0) AS INTEGER), earliest, latest, until, longitude, latitude, k.id, w.id, p.id, actors, title, source, url
    FROM typed t JOIN kinds k ON k.key = t.kind_key JOIN whos w ON w.key = t.who_key JOIN places p ON p.key = t.place_key WHERE reason IS NULL`;
}

async function giveBack(db: DuckDatabase, { feed, skip }: ImportOptions): Promise<number> {
  const columns = mappedColumns(feed.map);
  const [{ n } = { n: 0 }] = await db.all<{ n: number }>("SELECT count(*) AS n FROM typed WHERE reason IS NOT NULL");
  if (n === 0) return 0;
  const fields = columns.map((name, at) => `left(r.${fileColumn(name)}, 2000) AS c${at}`).join(", ");
  const rows = await db.all<Record<string, string | null>>(
    `SELECT reason, ${fields} FROM typed t JOIN raw r ON r.rowid = t.line WHERE reason IS NOT NULL ORDER BY line LIMIT ${SKIPPED_AT_ONCE}`,
  );
  await skip(
    rows.map(({ reason, ...row }) => ({
      because: reason!,
      row: Object.fromEntries(columns.map((name, at) => [name, row[`c${at}`] ?? null])),
    })),
  );
  return n;
}

/** Of rows with one id in a piece the last stays; joins keep no order, so they are dropped before. */
async function dropRepeated(db: DuckDatabase): Promise<number> {
  const [{ n } = { n: 0 }] = await db.all<{ n: number }>(
    "SELECT count(*) - count(DISTINCT id) AS n FROM typed WHERE reason IS NULL",
  );
  if (n > 0) {
    await db.run(
      "DELETE FROM typed WHERE reason IS NULL AND line NOT IN (SELECT max(line) FROM typed WHERE reason IS NULL GROUP BY id)",
    );
  }
  return n;
}

async function unknownWords(db: DuckDatabase, { map }: Feed & { map: Mapping }): Promise<ImportCount["unknownWords"]> {
  const fields = (["region", "country"] as const).filter((field) => map[field]?.column !== undefined);
  const found = await db.all<{ field: string; word: string }>(
    `SELECT field, word FROM lookup WHERE value IS NULL AND word <> '' ORDER BY field, word LIMIT 200`,
  );
  return found.filter(({ field }) => fields.includes(field as "region")).map((one) => ({ ...one, rows: 0 }));
}

async function count(db: DuckDatabase): Promise<number> {
  const [{ n } = { n: 0 }] = await db.all<{ n: number }>("SELECT count(*) AS n FROM incidents");
  return n;
}

async function saveOffset(db: DuckDatabase, { feed, file }: ImportOptions, end: number): Promise<void> {
  await db.run(`DELETE FROM imports WHERE feed = ${quoted(feed.id)} AND file = ${quoted(file)}`);
  await db.run(`INSERT INTO imports VALUES (${quoted(feed.id)}, ${quoted(file)}, ${integerLiteral(end)})`);
}

function quoted(value: string): string {
  return textLiteral(value, { escapesBackslash: false });
}
