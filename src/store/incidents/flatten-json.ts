/** JSON as feeds publish it (a list, an answer with `data`, GeoJSON, one object a line) -> flat rows of texts. */
import { ReadoutError } from "../../model/readout-error.js";

export type FlatRow = Record<string, string | null>;

const MOST_ROWS = 5_000_000;

/** Throws ReadoutError `json-invalid` for what is none of these. Objects within a row are left out. */
export function flattenJson(text: string, file: string): FlatRow[] {
  const rows = rowsOf(parse(text, file));
  if (!rows?.every((row) => typeof row === "object" && row !== null && !Array.isArray(row)))
    throw invalid(
      file,
      "holds no list of records (a list, an object with data, a GeoJSON collection, or one object a line)",
    );
  if (rows.length > MOST_ROWS)
    throw invalid(file, `holds ${rows.length} records; at most ${MOST_ROWS} are read from JSON`);
  return rows.map((row) => flatten(row as Record<string, unknown>));
}

function parse(text: string, file: string): unknown {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  try {
    return JSON.parse(trimmed);
  } catch (error) {
    try {
      return trimmed.split(/\r?\n/).map((line) => JSON.parse(line) as unknown);
    } catch {
      throw invalid(file, `is no JSON (${(error as Error).message}); it may be cut`);
    }
  }
}

function rowsOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null) return null;
  const { data, features, Result } = value as { data?: unknown; features?: unknown; Result?: unknown };
  const rows = features ?? data ?? Result ?? [value];
  return Array.isArray(rows) ? rows : null;
}

function flatten(row: Record<string, unknown>): FlatRow {
  if (row.type !== "Feature") return texts(row);
  const point = middleOf(row.geometry);
  const own = texts((row.properties ?? {}) as Record<string, unknown>);
  const id = row.id === undefined ? {} : { id: String(row.id) };
  return { ...id, ...own, longitude: point ? String(point[0]) : null, latitude: point ? String(point[1]) : null };
}

function texts(row: Record<string, unknown>): FlatRow {
  const flat: FlatRow = {};
  for (const [name, value] of Object.entries(row)) {
    if (value === null || value === undefined) flat[name] = null;
    else if (typeof value !== "object") flat[name] = String(value);
  }
  return flat;
}

/** A point is itself; of other shapes the middle of the box around them. */
function middleOf(geometry: unknown): [number, number] | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: unknown };
  const numbers = (Array.isArray(coordinates) ? coordinates.flat(4) : []).filter((one) => typeof one === "number");
  if (numbers.length < 2) return null;
  if (type === "Point") return [numbers[0]!, numbers[1]!];
  const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)];
  return [middle(xs), middle(ys)];
}

function middle(values: readonly number[]): number {
  return (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
}

function invalid(file: string, what: string): ReadoutError {
  return new ReadoutError("json-invalid", `${file} ${what}. Check the file.`);
}
