/** A file or nothing -> a DuckDB database with a limit on memory, that spills to disk beyond it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { ReadoutError } from "../../model/readout-error.js";

export interface DuckDatabase {
  /** Gives how many rows the last statement changed. */
  run(sql: string): Promise<number>;
  /** Whole numbers of 64 bits come as numbers: ours are all below 2^53. */
  all<T>(sql: string): Promise<T[]>;
  connection: DuckDBConnection;
  memoryMegabytes: number;
  /** A folder for what spills, which goes with the database. */
  scratch: string;
  close(): Promise<void>;
}

export interface DuckOptions {
  /** Where to keep it; a temporary file, removed afterwards, without one. */
  path?: string | undefined;
  memoryMegabytes: number;
  threads: number;
}

/** Throws ReadoutError `store-unopened`, also where another process has the file open. */
export async function openDuckdb({ path, memoryMegabytes, threads }: DuckOptions): Promise<DuckDatabase> {
  const scratch = await mkdtemp(join(tmpdir(), "readout-incidents-"));
  const file = path ?? join(scratch, "incidents.duckdb");
  const options = {
    memory_limit: `${Math.round(memoryMegabytes)}MB`,
    threads: `${threads}`,
    temp_directory: join(scratch, "spill"),
    preserve_insertion_order: "false",
    // The first that has zstd, which texts are written with.
    storage_compatibility_version: "v1.2.0",
    // Row groups that an import left part full would be written twice for nothing.
    max_vacuum_tasks: "0",
    // Nothing is loaded from anywhere but this machine's files that we name.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
  };
  try {
    const instance = await DuckDBInstance.create(file, options);
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    return { ...wrap(connection), memoryMegabytes, scratch, close: () => closeAll(connection, instance, scratch) };
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    const told = (error as Error).message.split("\n")[0];
    throw new ReadoutError(
      "store-unopened",
      `${file}: the incidents' store cannot be opened (${told}). Give another path to --store, or end the process that has it open.`,
      1,
      error,
    );
  }
}

function wrap(connection: DuckDBConnection): Pick<DuckDatabase, "run" | "all" | "connection"> {
  return {
    connection,
    run: async (sql) => (await connection.run(sql)).rowsChanged,
    all: async <T>(sql: string) => {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJS().map(plain) as T[];
    },
  };
}

function plain(row: Record<string, unknown>): Record<string, unknown> {
  for (const [name, value] of Object.entries(row)) if (typeof value === "bigint") row[name] = Number(value);
  return row;
}

async function closeAll(connection: DuckDBConnection, instance: DuckDBInstance, scratch: string): Promise<void> {
  connection.closeSync();
  instance.closeSync();
  await rm(scratch, { recursive: true, force: true });
}
