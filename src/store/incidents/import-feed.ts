/** A feed's file -> incidents in DuckDB, piece by piece in transactions; what is bad is given back with the reason. */
import type { Feed, Mapping } from "../../model/feed.js";
import type { Box, WordResolver } from "../../model/word-resolver.js";
import type { DuckDatabase } from "./duckdb.js";
import { openRowWords } from "./learn-words.js";
import { loadLabels } from "./load-labels.js";
import { asideSql, idSql, mappedColumns, meantColumns, typedSql } from "./mapping-sql.js";
import { type RawPiece, rawPieces } from "./raw-rows.js";
import { fileColumn, integerLiteral, textLiteral } from "./sql-text.js";

/** A row that was left out. */
export interface SkippedRow {
  row: Record<string, string | null> | string;
  because: string;
}

export interface ImportOptions {
  feed: Feed & { map: Mapping };
  file: string;
  /** By what the store remembers how far the file was read. */
  key: string;
  resolve: WordResolver;
  /** Country id -> the box around it, for coordinates that are swapped. */
  boxes: ReadonlyMap<string, Box>;
  /** Files that say more of the same records. */
  labels?: readonly string[] | undefined;
  /** True while somebody writes the file: a last line without its end is left to the next import. */
  isGrowing?: boolean | undefined;
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
  /** Rows that their label says are about something else. */
  aside: number;
  /** Rows whose id comes again later in the same piece. */
  duplicates: number;
  /** Regions and countries that the catalogue does not know, some of them where they are many. */
  unknownWords: { field: string; word: string }[];
  end: number;
}

const SKIPPED_AT_ONCE = 100_000;

/** Resumes at `from`. Dates, places and words that cannot be read make a skipped row, never a guess. */
export async function importIncidents(db: DuckDatabase, options: ImportOptions): Promise<ImportCount> {
  const { feed, file } = options;
  const total: ImportCount = { rows: 0, skipped: 0, aside: 0, duplicates: 0, unknownWords: [], end: options.from };
  const labels = await loadLabels(db, options);
  const words = await openRowWords(db, options);
  const typed = typedSql(feed, words.tables);
  const columns = {
    names: mappedColumns(feed),
    trimmed: meantColumns(feed.map),
    labels,
    wholeLinesOnly: options.isGrowing,
  };
  for await (const piece of rawPieces(db, file, columns, options.from)) {
    await words.learn();
    await options.skip(piece.broken.map(({ line, because }) => ({ row: line, because: `no record: ${because}` })));
    const repeated = await findRepeated(db, feed, typed, piece);
    const aside = await countAside(db, feed);
    const { rows, bad } = await whole(db, async () => {
      const good = await db.run(insertSql(feed, typed, repeated > 0));
      const rest = (await count(db, "raw")) - good - repeated - aside;
      if (rest > 0) await giveBack(db, options, typed);
      await saveOffset(db, options, piece.end);
      return { rows: good, bad: rest };
    });
    total.rows += rows;
    total.aside += aside;
    total.duplicates += repeated;
    total.skipped += bad + piece.broken.length;
    total.end = piece.end;
    await options.progress({ rows: total.rows, end: piece.end });
  }
  total.unknownWords = words.unknown();
  await db.run("DROP TABLE IF EXISTS raw; DROP TABLE IF EXISTS repeated; DROP TABLE IF EXISTS labels");
  return total;
}

/** All that `write` does, or nothing of it. */
async function whole<T>(db: DuckDatabase, write: () => Promise<T>): Promise<T> {
  await db.run("BEGIN TRANSACTION");
  try {
    const value = await write();
    await db.run("COMMIT");
    return value;
  } catch (error) {
    // Some failures have ended the transaction; the first one is what is told either way.
    await db.run("ROLLBACK").catch(() => 0);
    throw error;
  }
}

function insertSql({ id }: Feed, typed: string, hasRepeated: boolean): string {
  const once = hasRepeated ? " AND line NOT IN (SELECT line FROM repeated)" : "";
  return `INSERT INTO incidents SELECT ${quoted(id)}, id, CAST(floor(earliest / 86400.0) AS INTEGER), earliest, latest, until, longitude, latitude, kind, who, place, actors, title, source, url
    FROM (${typed}) t WHERE reason IS NULL${once}`;
}

async function giveBack(db: DuckDatabase, { feed, skip }: ImportOptions, typed: string): Promise<void> {
  const columns = mappedColumns(feed);
  const fields = columns.map((name, at) => `left(r.${fileColumn(name)}, 2000) AS c${at}`).join(", ");
  const bad = `SELECT line, reason FROM (${typed}) WHERE reason IS NOT NULL ORDER BY line LIMIT ${SKIPPED_AT_ONCE}`;
  const rows = await db.all<Record<string, string | null>>(
    `SELECT reason, ${fields} FROM (${bad}) t JOIN raw r ON r.rowid = t.line ORDER BY line`,
  );
  await skip(
    rows.map(({ reason, ...row }) => ({
      because: reason!,
      row: Object.fromEntries(columns.map((name, at) => [name, row[`c${at}`] ?? null])),
    })),
  );
}

/** Of good rows with one id in a piece the last stays: the others go into a table, since an insert keeps no order. */
async function findRepeated(
  db: DuckDatabase,
  { map }: Feed & { map: Mapping },
  typed: string,
  { inOrder }: RawPiece,
): Promise<number> {
  const [{ n } = { n: 0 }] = await db.all<{ n: number }>(
    `SELECT count(*) - count(DISTINCT hash(${idSql(map)})) AS n FROM raw r`,
  );
  if (n === 0) return 0;
  await inOrder();
  await db.run(
    `CREATE OR REPLACE TEMP TABLE repeated AS SELECT line FROM (SELECT line, row_number() OVER (PARTITION BY id ORDER BY line DESC) AS from_last FROM (${typed}) t WHERE reason IS NULL) WHERE from_last > 1`,
  );
  return count(db, "repeated");
}

async function countAside(db: DuckDatabase, feed: Feed): Promise<number> {
  const aside = asideSql(feed);
  if (aside === null) return 0;
  const [{ n } = { n: 0 }] = await db.all<{ n: number }>(`SELECT count(*) AS n FROM raw r WHERE ${aside}`);
  return n;
}

async function count(db: DuckDatabase, table: "raw" | "repeated"): Promise<number> {
  const [{ n } = { n: 0 }] = await db.all<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
  return n;
}

async function saveOffset(db: DuckDatabase, { feed, key }: ImportOptions, end: number): Promise<void> {
  await db.run(`DELETE FROM imports WHERE feed = ${quoted(feed.id)} AND file = ${quoted(key)}`);
  await db.run(`INSERT INTO imports VALUES (${quoted(feed.id)}, ${quoted(key)}, ${integerLiteral(end)}, false)`);
}

function quoted(value: string): string {
  return textLiteral(value, { escapesBackslash: false });
}
