/** Typed rows -> entries for what they share (what, who, where), under ids that are the same in every store. */
import { createHash } from "node:crypto";
import type { DatePrecision, PlacePrecision } from "../../model/feed.js";
import type { Dictionaries } from "../../model/incident.js";
import type { DuckDatabase } from "./duckdb.js";
import { integerLiteral, textLiteral } from "./sql-text.js";

/** Each dictionary and the column of `typed` that names its entries. */
const KEYS = { kinds: "kind_key", whos: "who_key", places: "place_key" } as const;

export const DICTIONARY_TABLES = `
CREATE TABLE IF NOT EXISTS kinds(key VARCHAR, id BIGINT);
CREATE TABLE IF NOT EXISTS whos(key VARCHAR, id BIGINT);
CREATE TABLE IF NOT EXISTS places(key VARCHAR, id BIGINT);`;

/** Entries that the rows of `typed` need and that are not there yet. */
export async function addDictionaryEntries(db: DuckDatabase): Promise<void> {
  for (const [table, key] of Object.entries(KEYS)) {
    const fresh = await db.all<{ key: string }>(
      `SELECT DISTINCT ${key} AS key FROM typed WHERE reason IS NULL AND ${key} NOT IN (SELECT key FROM ${table})`,
    );
    for (let at = 0; at < fresh.length; at += 5_000) {
      const values = fresh
        .slice(at, at + 5_000)
        .map(({ key: name }) => `(${quoted(name)}, ${integerLiteral(stableId(name))})`);
      await db.run(`INSERT INTO ${table} VALUES ${values.join(", ")}`);
    }
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
