/** Keys of what rows share (what, who, where) -> entries under ids that are the same in every store. */
import { createHash } from "node:crypto";
import type { DatePrecision, PlacePrecision } from "../../model/feed.js";
import type { Dictionaries } from "../../model/incident.js";
import type { DuckDatabase } from "./duckdb.js";
import { integerLiteral, textLiteral } from "./sql-text.js";

export type DictionaryName = "kinds" | "whos" | "places";

export const DICTIONARY_TABLES = `
CREATE TABLE IF NOT EXISTS kinds(key VARCHAR, id BIGINT);
CREATE TABLE IF NOT EXISTS whos(key VARCHAR, id BIGINT);
CREATE TABLE IF NOT EXISTS places(key VARCHAR, id BIGINT);`;

/** Adds the entries that are not there yet. */
export async function addEntries(db: DuckDatabase, table: DictionaryName, keys: readonly string[]): Promise<void> {
  const have = new Set((await db.all<{ key: string }>(`SELECT key FROM ${table}`)).map(({ key }) => key));
  const fresh = [...new Set(keys)].filter((key) => !have.has(key));
  for (let at = 0; at < fresh.length; at += 5_000) {
    const values = fresh.slice(at, at + 5_000).map((key) => `(${quoted(key)}, ${integerLiteral(stableId(key))})`);
    await db.run(`INSERT INTO ${table} VALUES ${values.join(", ")}`);
  }
}

/** 48 bits of SHA-256: whole in a JavaScript number, and the same wherever the entry is met. */
export function stableId(key: string): number {
  return Number.parseInt(createHash("sha256").update(key).digest("hex").slice(0, 12), 16);
}

export async function readDictionaries(db: DuckDatabase): Promise<Dictionaries> {
  const [kinds, whos, places] = await Promise.all(
    ["kinds", "whos", "places"].map((table) =>
      db.all<{ key: string; id: number }>(`SELECT key, id FROM ${table} ORDER BY key`),
    ),
  );
  return {
    kinds: kinds!.map(({ key, id }) => {
      const [conduct, target, precision, sign] = key.split("|");
      return {
        id,
        conduct: conduct || null,
        target: target || null,
        precision: precision as DatePrecision,
        sign: sign === "1",
      };
    }),
    whos: whos!.map(({ key, id }) => {
      const [actor, contested, claimedBy] = key.split("|");
      return { id, actor: actor || null, contested: contested === "1", claimedBy: claimedBy || null };
    }),
    places: places!.map(({ key, id }) => {
      const [country, region, precision] = key.split("|");
      return { id, country: country || null, region: region || null, precision: precision as PlacePrecision };
    }),
  };
}

function quoted(value: string): string {
  return textLiteral(value, { escapesBackslash: false });
}
