/** Values -> SQL literals and names that cannot break out of their place: the only functions that write either. */
import { ReadoutError } from "../../model/readout-error.js";

const LONGEST_TEXT = 100_000;

/** A text literal: quotes doubled as in standard SQL, or both they and backslashes escaped where backslashes escape. */
export function textLiteral(value: string, { escapesBackslash }: { escapesBackslash: boolean }): string {
  if (value.length > LONGEST_TEXT || value.includes("\0")) {
    throw new ReadoutError("sql-text", `a text of ${value.length} characters cannot go into a query. Shorten it.`);
  }
  return escapesBackslash ? `'${value.replace(/[\\']/g, "\\$&")}'` : `'${value.replaceAll("'", "''")}'`;
}

/** A finite number, written so that both engines read the same. */
export function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new ReadoutError("sql-number", `${value} cannot go into a query.`);
  return Number.isInteger(value) ? integerLiteral(value) : `${value}`;
}

export function integerLiteral(value: number): string {
  if (!Number.isSafeInteger(value)) throw new ReadoutError("sql-number", `${value} is no whole number for a query.`);
  return `${value}`;
}

/** A table or column that we named ourselves. */
export function ownName(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name))
    throw new ReadoutError("sql-name", `"${name}" is no name for a table or column.`);
  return name;
}

/** A column as a file names it, quoted for DuckDB. */
export function fileColumn(name: string): string {
  if (name.includes("\0")) throw new ReadoutError("sql-name", "a column's name holds a zero byte. Rename the column.");
  return `"${name.replaceAll('"', '""')}"`;
}
