/** A feed of counts (a figure a report) -> its reports in DuckDB, and back; a missing figure stays missing. */
import { DateTime } from "luxon";
import type { Feed } from "../../model/feed.js";
import type { CountReport } from "../../model/incident.js";
import { ReadoutError } from "../../model/readout-error.js";
import type { DuckDatabase } from "./duckdb.js";
import type { SkippedRow } from "./import-feed.js";
import { rawPieces } from "./raw-rows.js";
import { fileColumn, integerLiteral, numberLiteral, textLiteral } from "./sql-text.js";

export interface CountsOptions {
  feed: Feed;
  file: string;
  skip(rows: SkippedRow[]): Promise<void>;
}

const HOURS_A_DAY = 24;
const MOST_HOURS = 24 * 366;

type RawReport = Record<string, string | null>;

/** Reads the file anew each time: such files are small, and earlier days are corrected in them. */
export async function importCounts(
  db: DuckDatabase,
  { feed, file, skip }: CountsOptions,
): Promise<{ rows: number; skipped: number }> {
  const counts = feed.counts!;
  const parts = counts.measures.flatMap(({ includesOld }) => includesOld.map(({ column }) => column));
  const figures = [...new Set([...counts.measures.map(({ column }) => column), ...parts])];
  const columns = [...new Set([counts.start, ...(counts.exposureHours ? [counts.exposureHours] : []), ...figures])];
  await db.run(`DELETE FROM reports WHERE feed = ${quoted(feed.id)}`);
  let [rows, skipped] = [0, 0];
  const seen = new Set<number>();
  for await (const piece of rawPieces(db, file, { names: columns, trimmed: columns }, 0)) {
    await piece.inOrder();
    const raw = await db.all<RawReport>(`SELECT ${columns.map(fileColumn).join(", ")} FROM raw ORDER BY rowid`);
    const bad: SkippedRow[] = [];
    const values: string[] = [];
    for (const row of raw) {
      const report = readReport(row, feed);
      if (typeof report === "string") bad.push({ row, because: report });
      else if (seen.has(report.at)) bad.push({ row, because: "a second report for the same time" });
      else {
        seen.add(report.at);
        rows += 1;
        for (const column of figures) values.push(valueSql(feed.id, column, report, row[column]));
      }
    }
    for (let at = 0; at < values.length; at += 5_000)
      await db.run(`INSERT INTO reports VALUES ${values.slice(at, at + 5_000).join(", ")}`);
    await skip([...bad, ...piece.broken.map(({ line, because }) => ({ row: line, because }))]);
    skipped += bad.length + piece.broken.length;
  }
  if (rows === 0)
    throw new ReadoutError("feed-empty", `${file}: no report can be read as feed "${feed.id}". Check the file.`);
  return { rows, skipped };
}

function readReport(row: RawReport, { counts, zone }: Feed): { at: number; exposureHours: number } | string {
  const date = DateTime.fromISO(row[counts!.start] ?? "", { zone });
  if (!date.isValid) return `no date: "${counts!.start}" is no ISO 8601 date`;
  const written = counts!.exposureHours === undefined ? `${HOURS_A_DAY}` : row[counts!.exposureHours];
  const exposureHours = Number(written);
  if (written === null || written === undefined || !(exposureHours >= 0 && exposureHours <= MOST_HOURS))
    return `"${counts!.exposureHours}" is no number of hours`;
  return { at: Math.round(date.toSeconds()), exposureHours };
}

function valueSql(
  feed: string,
  column: string,
  { at, exposureHours }: { at: number; exposureHours: number },
  words: string | null | undefined,
): string {
  const value = words === null || words === undefined || words.trim() === "" ? Number.NaN : Number(words);
  const told = Number.isFinite(value) ? numberLiteral(value) : "NULL";
  return `(${quoted(feed)}, ${quoted(column)}, ${integerLiteral(at)}, ${told}, ${numberLiteral(exposureHours)})`;
}

/** By column, in order of time. */
export async function readReports(db: DuckDatabase, feed: string): Promise<Map<string, CountReport[]>> {
  const rows = await db.all<{ measure: string; reported_at: number; value: number | null; exposure_hours: number }>(
    `SELECT measure, reported_at, value, exposure_hours FROM reports WHERE feed = ${quoted(feed)} ORDER BY measure, reported_at`,
  );
  const found = new Map<string, CountReport[]>();
  for (const { measure, reported_at: at, value, exposure_hours } of rows) {
    const reports = found.get(measure) ?? [];
    reports.push({ at, value, exposureHours: exposure_hours });
    found.set(measure, reports);
  }
  return found;
}

function quoted(value: string): string {
  return textLiteral(value, { escapesBackslash: false });
}
