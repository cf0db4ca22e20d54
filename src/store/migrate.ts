/** A database of any released schema, or none -> one of this program's; a newer one is refused and left as it is. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { ReadoutError } from "../model/readout-error.js";
import type { Database, Queryable } from "./database.js";

export interface Migration {
  version: number;
  name: string;
  sql: string;
}

/** The migrations beside this file, in order: `0001-name.sql`. A released one is never changed. */
export function readMigrations(): Migration[] {
  const folder = new URL("./migrations/", import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => ({
      version: Number(file.slice(0, 4)),
      name: file.slice(5, -4),
      sql: readFileSync(new URL(file, folder), "utf8"),
    }));
}

/**
 * Applies what is missing, all in one transaction; of several programs at once one does it and the others wait.
 * Throws ReadoutError `schema-newer` or `schema-changed`.
 */
export async function migrate(database: Database, schema: string, migrations = readMigrations()): Promise<void> {
  if (await isCurrent(database, schema, migrations)) return;
  await database.transaction(async (within) => {
    await within.query("select pg_advisory_xact_lock(hashtext($1))", [`readout migrations ${schema}`]);
    await within.query(`create schema if not exists ${schema}`);
    await within.query(
      "create table if not exists migrations (version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())",
    );
    const applied = await appliedIn(within);
    refuseStrange(applied, migrations);
    for (const migration of migrations.slice(applied.length)) {
      await within.query(migration.sql);
      const { version, name, sql } = migration;
      await within.query("insert into migrations (version, name, sha256) values ($1, $2, $3)", [
        version,
        name,
        digest(sql),
      ]);
    }
  });
}

interface Applied {
  version: number;
  sha256: string;
}

async function isCurrent(database: Database, schema: string, migrations: readonly Migration[]): Promise<boolean> {
  const [found] = await database.query<{ there: boolean }>("select to_regclass($1) is not null as there", [
    `${schema}.migrations`,
  ]);
  if (!found?.there) return false;
  const applied = await appliedIn(database);
  refuseStrange(applied, migrations);
  return applied.length === migrations.length;
}

function appliedIn(database: Queryable): Promise<Applied[]> {
  return database.query<{ version: number; sha256: string }>("select version, sha256 from migrations order by version");
}

function refuseStrange(applied: readonly Applied[], migrations: readonly Migration[]): void {
  if (applied.length > migrations.length) {
    const message = `the database has schema ${applied.at(-1)!.version}, and this program knows ${migrations.length}. Update Readout; nothing was changed.`;
    throw new ReadoutError("schema-newer", message);
  }
  const other = applied.find(({ sha256 }, at) => sha256 !== digest(migrations[at]!.sql));
  if (other) {
    const message = `the database's schema ${other.version} is not the one that this program knows. Use the program that made it, or export from there.`;
    throw new ReadoutError("schema-changed", message);
  }
}

function digest(sql: string): string {
  return createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex");
}
