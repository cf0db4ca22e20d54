/** Cells of a table as data sets write them -> numbers, yes or no, days; null where they say nothing. */
import type { TableRow } from "./read-table.js";

/** A cell that cannot be read; the importer tells it with its line and skips the row. */
export class CellFault extends Error {
  override readonly name = "CellFault";
}

const NOTHING = new Set(["", "na", "nan", "null", "."]);

export function cell({ cells }: TableRow, column: string): string {
  return (cells[column] ?? "").trim();
}

/** Null for an empty cell. Throws CellFault for words. */
export function numberIn(row: TableRow, column: string): number | null {
  const value = cell(row, column);
  if (NOTHING.has(value.toLowerCase())) return null;
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  throw new CellFault(`column "${column}": "${value.slice(0, 40)}" is no number`);
}

/** Codes of 1 and above are yes, 0 is no, below it or empty is not known. */
export function codeIn(row: TableRow, column: string): boolean | null {
  const value = numberIn(row, column);
  if (value === null || value < 0) return null;
  return value >= 1;
}

/** YYYY-MM-DD from one cell, a clock behind it left out; null for an empty one. Throws CellFault for a day that is none. */
export function dayIn(row: TableRow, column: string): string | null {
  const value = cell(row, column);
  if (NOTHING.has(value.toLowerCase())) return null;
  const day = value.slice(0, 10);
  if (isDay(day)) return day;
  throw new CellFault(`column "${column}": "${value.slice(0, 40)}" is no day; write 2021-03-18`);
}

/** From cells for year, month and day, where -1, 0 and 99 stand for not known. Throws CellFault for a day that is none. */
export function dayFrom(row: TableRow, [year, month, day]: readonly [string, string, string]): string | null {
  const parts = [year, month, day].map((column) => numberIn(row, column));
  if (parts.some((part) => part === null || part <= 0 || part === 99)) return null;
  const [y, m, d] = parts as [number, number, number];
  const written = `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  if (isDay(written)) return written;
  throw new CellFault(`columns "${year}", "${month}", "${day}": ${y}-${m}-${d} is no day of the calendar`);
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Both days counted: one that starts and ends on one day was in force for 1. Throws CellFault where it ends before it starts. */
export function daysBetween(from: string, to: string, columns: string): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  if (days >= 1) return days;
  throw new CellFault(`${columns}: ends on ${to}, before it starts on ${from}`);
}
