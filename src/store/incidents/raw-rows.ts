/** A feed's file -> a table `raw` of texts in DuckDB, a piece at a time; broken lines are told, not swallowed. */
import { readFile, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { ReadoutError } from "../../model/readout-error.js";
import type { DuckDatabase } from "./duckdb.js";
import { flattenJson } from "./flatten-json.js";
import { readHeader } from "./read-header.js";
import { splitCsv } from "./split-csv.js";
import { fileColumn, integerLiteral, textLiteral } from "./sql-text.js";

export type FileKind = "csv" | "parquet" | "json";

export interface RawPiece {
  end: number;
  last: boolean;
  /** Lines that are no record, with what is wrong with them. */
  broken: { line: string; because: string }[];
  /** Fills `raw` again so that `rowid` follows the file, where it does not: reading in order takes half as long again. */
  inOrder(): Promise<void>;
}

const LARGEST_JSON_BYTES = 256_000_000;
/** Some 300,000 rows: each thread fills whole row groups with them, which are written once and in no log before. */
const LARGEST_PIECE_BYTES = 100_000_000;
/** A piece as rows, and what is being written of it. */
const PIECES_IN_MEMORY = 5;
/** Of one piece; a file that has more is no CSV file of this form. */
const MOST_BROKEN = 100_000;
const PARQUET_ROWS = 1_000_000;
const LONGEST_LINE = 2_000_000;
const BUFFER_BYTES = 8_000_000;
const KINDS: Record<string, FileKind> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".txt": "csv",
  ".parquet": "parquet",
  ".json": "json",
  ".geojson": "json",
  ".ndjson": "json",
  ".jsonl": "json",
};

/** By the ending of the name. Throws ReadoutError `feed-file-kind`, exit code 2. */
export function kindOf(file: string): FileKind {
  const kind = KINDS[extname(file).toLowerCase()];
  if (kind) return kind;
  throw new ReadoutError(
    "feed-file-kind",
    `${file}: incidents are read from ${Object.keys(KINDS).join(", ")} files. Rename or convert it.`,
    2,
  );
}

/** What is wanted of a file. */
export interface RawColumns {
  /** Of columns. */
  names: readonly string[];
  /** Those that lose the blanks around their words. */
  trimmed: readonly string[];
  /** A table of labels that rows are joined with by key, where both have its columns. */
  labels?: { key: readonly string[]; columns: readonly string[] } | undefined;
  /** Leaves a last line without its end to the next reading. */
  wholeLinesOnly?: boolean | undefined;
}

/** Names of the columns, as the file writes them. */
export async function columnsOf(db: DuckDatabase, file: string): Promise<string[]> {
  const kind = kindOf(file);
  await stat(file).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "there is no such file" : `cannot be read (${error.code})`;
    throw new ReadoutError("feed-unreadable", `${file}: ${why}. Check the path.`, 1, error);
  });
  if (kind === "json") return jsonColumns(await jsonRows(file));
  if (kind === "parquet") return described(db, parquet(file), file);
  const path = join(db.scratch, "head.csv");
  for await (const { header } of splitCsv({ file, from: 0, paths: [path, path], pieceBytes: 1_000 }))
    return readHeader(header).names;
  return [];
}

async function described(db: DuckDatabase, relation: string, file: string): Promise<string[]> {
  const rows = await db.all<{ column_name: string }>(`DESCRIBE SELECT * FROM ${relation}`).catch((error: Error) => {
    throw new ReadoutError(
      "feed-unreadable",
      `${file}: cannot be read (${error.message.split("\n")[0]}). Check the file.`,
      1,
      error,
    );
  });
  return rows.map(({ column_name }) => column_name);
}

/**
 * Fills the table `raw` with the wanted columns, again for each piece; those that the file lacks are empty. `from` is the
 * `end` of the last piece done; JSON is read whole each time.
 */
export async function* rawPieces(
  db: DuckDatabase,
  file: string,
  columns: RawColumns,
  from: number,
): AsyncGenerator<RawPiece> {
  const kind = kindOf(file);
  if (kind === "csv") yield* csvPieces(db, file, columns, from);
  else if (kind === "parquet") yield* parquetPieces(db, file, columns, from);
  else if (from < (await stat(file)).size) yield await jsonPiece(db, file, columns);
}

async function* csvPieces(db: DuckDatabase, file: string, columns: RawColumns, from: number): AsyncGenerator<RawPiece> {
  const pieceBytes = Math.min(LARGEST_PIECE_BYTES, Math.round((db.memoryMegabytes * 1e6) / PIECES_IN_MEMORY));
  const paths = [join(db.scratch, "even.csv"), join(db.scratch, "odd.csv")] as const;
  for await (const { path, header, end, last } of oneAhead(
    splitCsv({ file, from, paths, pieceBytes, wholeLinesOnly: columns.wholeLinesOnly }),
  )) {
    const { delimiter, names } = readHeader(header);
    const types = names.map((name) => `${quoted(name)}: 'VARCHAR'`).join(", ");
    const form = `header = true, delim = ${quoted(delimiter)}, quote = '"', escape = '"', auto_detect = false`;
    const limits = `store_rejects = true, rejects_limit = ${MOST_BROKEN}, max_line_size = ${LONGEST_LINE}, buffer_size = ${BUFFER_BYTES}`;
    const refill = async () => {
      await db.run("DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans");
      await fill(db, `read_csv(${quoted(path)}, columns = {${types}}, ${form}, ${limits})`, columns, names);
    };
    const isSmall = (await stat(path)).size <= BUFFER_BYTES;
    await (isSmall ? ordered(db, refill) : refill());
    const broken = await db.all<{ csv: string; because: string }>(
      `SELECT any_value(left(csv_line, 2000)) AS csv, any_value(error_message) AS because FROM reject_errors GROUP BY line`,
    );
    yield {
      end,
      last,
      broken: broken.map(({ csv, because }) => ({ line: csv, because: because.split("\n")[0]! })),
      inOrder: () => (isSmall ? inOrderAlready() : ordered(db, refill)),
    };
  }
}

/** Asks for the next one while the last is in use. */
async function* oneAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = source.next();
      // Heard when it is awaited; until then a failure would end the process.
      next.catch(() => {});
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}

async function inOrderAlready(): Promise<void> {}

async function ordered(db: DuckDatabase, refill: () => Promise<void>): Promise<void> {
  await db.run("SET preserve_insertion_order = true");
  try {
    await refill();
  } finally {
    await db.run("SET preserve_insertion_order = false");
  }
}

async function* parquetPieces(
  db: DuckDatabase,
  file: string,
  columns: RawColumns,
  from: number,
): AsyncGenerator<RawPiece> {
  const has = await described(db, parquet(file), file);
  const [{ n: rows } = { n: 0 }] = await db.all<{ n: number }>(`SELECT count(*) AS n FROM ${parquet(file)}`);
  for (let at = from; at < Math.max(rows, 1); at += PARQUET_ROWS) {
    const range = `file_row_number >= ${integerLiteral(at)} AND file_row_number < ${integerLiteral(at + PARQUET_ROWS)}`;
    const refill = () =>
      fill(db, `(SELECT * FROM read_parquet(${quoted(file)}, file_row_number = true) WHERE ${range})`, columns, has);
    await refill();
    const end = Math.min(at + PARQUET_ROWS, rows);
    yield { end, last: end === rows, broken: [], inOrder: () => ordered(db, refill) };
  }
}

async function jsonPiece(db: DuckDatabase, file: string, columns: RawColumns): Promise<RawPiece> {
  const rows = await jsonRows(file);
  const path = join(db.scratch, "piece.ndjson");
  await writeFile(path, rows.map((row) => JSON.stringify(row)).join("\n"));
  const names = [...new Set([...columns.names, ...(columns.labels?.key ?? [])])];
  const types = names.map((name) => `${quoted(name)}: 'VARCHAR'`).join(", ");
  const refill = () =>
    fill(db, `read_json(${quoted(path)}, format = 'newline_delimited', columns = {${types}})`, columns, names);
  await ordered(db, refill);
  return { end: (await stat(file)).size, last: true, broken: [], inOrder: inOrderAlready };
}

async function fill(
  db: DuckDatabase,
  relation: string,
  { names, trimmed, labels }: RawColumns,
  has: readonly string[],
): Promise<void> {
  const text = (name: string) => `CAST(f.${fileColumn(name)} AS VARCHAR)`;
  const picked = names.map((name) => {
    const isLabel = labels?.columns.includes(name) && !has.includes(name);
    const words = isLabel ? `l.${fileColumn(name)}` : has.includes(name) ? text(name) : "NULL::VARCHAR";
    return `${trimmed.includes(name) ? `trim(${words})` : words} AS ${fileColumn(name)}`;
  });
  const on = labels?.key.map((name) => `l.${fileColumn(name)} = trim(${text(name)})`).join(" AND ");
  const joined = on === undefined ? "" : ` LEFT JOIN labels l ON ${on}`;
  await db.run(`CREATE OR REPLACE TEMP TABLE raw AS SELECT ${picked.join(", ")} FROM ${relation} f${joined}`);
}

async function jsonRows(file: string) {
  const { size } = await stat(file);
  if (size > LARGEST_JSON_BYTES)
    throw new ReadoutError(
      "feed-too-large",
      `${file}: ${size} bytes of JSON; at most ${LARGEST_JSON_BYTES} are read. Convert it to CSV or Parquet.`,
    );
  return flattenJson(await readFile(file, "utf8"), file);
}

function jsonColumns(rows: readonly object[]): string[] {
  return [...new Set(rows.slice(0, 10_000).flatMap((row) => Object.keys(row)))];
}

function parquet(file: string): string {
  return `read_parquet(${quoted(file)})`;
}

function quoted(value: string): string {
  return textLiteral(value, { escapesBackslash: false });
}
