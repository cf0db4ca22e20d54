/** The rows of `raw` -> their new sets of words, each asked about once, with its answer in a table that rows are joined with. */
import type { DuckDBAppender } from "@duckdb/node-api";
import { addEntries } from "./dictionaries.js";
import type { DuckDatabase } from "./duckdb.js";
import { type WordTable, type WordTableOptions, wordTables } from "./row-words.js";

/** Beyond this a table of words begins again: some feeds name a source of its own in every row. */
const MOST_SETS = 100_000;
const MOST_UNKNOWN = 200;

export interface RowWords {
  tables: readonly WordTable[];
  /** Every set of words of `raw` has its answer, and the answer its entry in the dictionary, after this. */
  learn(): Promise<void>;
  /** Words of places that the catalogue does not know. */
  unknown(): { field: string; word: string }[];
}

export async function openRowWords(db: DuckDatabase, options: WordTableOptions): Promise<RowWords> {
  const unknown = new Map<string, { field: string; word: string }>();
  const known = new Map<string, string | null>();
  const places = ["region", "country"].filter((field) => options.feed.map[field as "region"]?.column !== undefined);
  const resolve = (field: string, word: string): string | null => {
    const key = `${field}\0${word}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const value = options.resolve(field, word);
    if (known.size > MOST_SETS) known.clear();
    known.set(key, value);
    if (value === null && word !== "" && places.includes(field) && unknown.size < MOST_UNKNOWN)
      unknown.set(key, { field, word });
    return value;
  };
  const tables = wordTables({ ...options, resolve });
  for (const table of tables) await create(db, table);
  return {
    tables,
    learn: async () => {
      for (const table of tables) await learnSets(db, table);
    },
    unknown: () => [...unknown.values()].sort((a, b) => (`${a.field} ${a.word}` < `${b.field} ${b.word}` ? -1 : 1)),
  };
}

async function create(db: DuckDatabase, { name, parts, answers }: WordTable): Promise<void> {
  const columns = [...parts.map((part) => `${part.name} ${part.type}`), ...typed(answers)];
  await db.run(`CREATE OR REPLACE TEMP TABLE ${name}(${columns.join(", ")})`);
}

async function learnSets(db: DuckDatabase, table: WordTable): Promise<void> {
  const { name, parts } = table;
  const [{ n } = { n: 0 }] = await db.all<{ n: number }>(`SELECT count(*) AS n FROM ${name}`);
  if (parts.length === 0 && n > 0) return;
  if (n > MOST_SETS) await create(db, table);
  const sets = parts.length === 0 ? [{}] : await newSets(db, table);
  if (sets.length === 0) return;
  const answers = sets.map((set) => ({ set, ...table.answer(set) }));
  await addEntries(
    db,
    table.dictionary,
    answers.map(({ key }) => key),
  );
  const appender = await db.connection.createAppender(name);
  for (const { set, cells } of answers) {
    for (const part of parts) append(appender, part.type, set[part.name]!);
    for (const [at, type] of Object.values(table.answers).entries()) append(appender, type, cells[at]!);
    appender.endRow();
  }
  appender.closeSync();
}

async function newSets(db: DuckDatabase, { name, parts }: WordTable): Promise<Record<string, string | boolean>[]> {
  const columns = parts.map((part) => part.name).join(", ");
  const words = parts.map((part) => `${part.sql} AS ${part.name}`).join(", ");
  return db.all(`SELECT ${columns} FROM (SELECT DISTINCT ${words} FROM raw r) s ANTI JOIN ${name} USING (${columns})`);
}

function append(appender: DuckDBAppender, type: string, value: string | number | boolean | null): void {
  if (value === null) appender.appendNull();
  else if (type === "VARCHAR") appender.appendVarchar(`${value}`);
  else if (type === "BOOLEAN") appender.appendBoolean(value === true);
  else if (type === "BIGINT") appender.appendBigInt(BigInt(value));
  else appender.appendDouble(Number(value));
}

function typed(columns: Record<string, string>): string[] {
  return Object.entries(columns).map(([name, type]) => `${name} ${type}`);
}
