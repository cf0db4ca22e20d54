/** Rows -> a CSV text or a Parquet file, with the same columns in the same order. */
import { stringify } from "csv-stringify/sync";
import { parquetWriteBuffer } from "hyparquet-writer";
import type { Cell, Row } from "./ledger-rows.js";

/** RFC 4180, UTF-8; what a spreadsheet would take for a formula is quoted with an apostrophe. */
export function csvOf(rows: readonly Row[], columns: readonly string[]): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    escape_formulas: true,
    cast: { boolean: String },
  });
}

/** Texts as UTF-8, numbers as doubles, each column nullable. */
export function parquetOf(rows: readonly Row[], columns: readonly string[]): Uint8Array {
  const columnData = columns.map((name) => {
    const data = rows.map((row) => row[name] ?? null);
    return { name, data, type: typeOf(data), nullable: true };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function typeOf(cells: readonly Cell[]): "BOOLEAN" | "DOUBLE" | "STRING" {
  const kinds = new Set(cells.filter((cell) => cell !== null).map((cell) => typeof cell));
  if (kinds.size === 1 && kinds.has("boolean")) return "BOOLEAN";
  return kinds.size === 1 && kinds.has("number") ? "DOUBLE" : "STRING";
}
