/** The UCDP Conflict Termination Dataset, one conflict-year a row -> episodes that an agreement ended, and whether fighting came back. */
import type { HistoryRecord } from "../../model/history.js";
import { cell, dayIn, daysBetween, numberIn } from "./cells.js";
import { type Importer, NO_TRAITS, recordsOf } from "./importer.js";
import type { TableRow } from "./read-table.js";

/** Outcomes that an agreement made: 1 peace agreement, 2 ceasefire. */
const AGREED = [1, 2];

export const ucdpTerminations: Importer = {
  id: "ucdp-terminations",
  title: "UCDP Conflict Termination Dataset",
  columns: ["conflict_id", "year", "c_epid", "c_epterm", "c_outcome", "c_ependdate", "start_date2"],
  read: (rows, file) => {
    const lastYear = rows.reduce((last, row) => Math.max(last, Number(cell(row, "year")) || 0), 0);
    const starts = startsByConflict(rows);
    return recordsOf(
      rows.filter((row) => cell(row, "c_epterm") === "1"),
      ({ line }) => line,
      file,
      (row) => recordOf(row, starts.get(cell(row, "conflict_id")) ?? [], `${lastYear}-12-31`),
    );
  },
};

/** Days on which episodes of each conflict began. */
function startsByConflict(rows: readonly TableRow[]): Map<string, string[]> {
  const starts = new Map<string, Set<string>>();
  for (const row of rows) {
    const days = starts.get(cell(row, "conflict_id")) ?? new Set<string>();
    starts.set(cell(row, "conflict_id"), days.add(cell(row, "start_date2").slice(0, 10)));
  }
  return new Map([...starts].map(([id, days]) => [id, [...days].filter((day) => day !== "").sort()]));
}

function recordOf(row: TableRow, starts: readonly string[], lastDay: string): HistoryRecord | null {
  const outcome = numberIn(row, "c_outcome");
  if (outcome === null || !AGREED.includes(outcome)) return null;
  const endedOn = dayIn(row, "c_ependdate");
  const next = endedOn === null ? undefined : starts.find((start) => start > endedOn);
  const isInternal = [3, 4].includes(numberIn(row, "type_of_conflict2") ?? numberIn(row, "type_of_conflict") ?? 0);
  return {
    id: cell(row, "c_epid"),
    place: cell(row, "location"),
    conflict: cell(row, "conflict_id"),
    startedOn: endedOn,
    days: endedOn === null ? null : daysBetween(endedOn, next ?? lastDay, '"c_ependdate"') - 1,
    fate: next ? "broke-down" : "in-force",
    traits: { ...NO_TRAITS, kind: "termination", signed: outcome === 1 ? true : null },
    covariates: { peaceAgreement: outcome === 1 ? 1 : 0, internal: isInternal ? 1 : 0 },
  };
}
