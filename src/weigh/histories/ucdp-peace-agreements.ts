/** The UCDP Peace Agreement Dataset (22.1), one agreement a row -> records; in force means not yet ended by a return to violence. */
import type { HistoryRecord } from "../../model/history.js";
import { cell, dayIn, daysBetween, numberIn } from "./cells.js";
import { type Importer, NO_TRAITS, recordsOf } from "./importer.js";
import type { TableRow } from "./read-table.js";

const LAST_DAY = "2021-12-31";

/** `duration` is the day on which the agreement ended; empty while it holds. A column `t` (days) wins over the dates. */
export const ucdpPeaceAgreements: Importer = {
  id: "ucdp-peace-agreements",
  title: "UCDP Peace Agreement Dataset",
  columns: ["paid", "pa_date", "duration", "ended", "pa_type"],
  read: (rows, file) => recordsOf(rows, ({ line }) => line, file, recordOf),
};

function recordOf(row: TableRow): HistoryRecord | null {
  const startedOn = dayIn(row, "pa_date");
  const endedOn = dayIn(row, "duration");
  const hasEnded = endedOn !== null && !/^(false|0)$/i.test(cell(row, "ended"));
  const given = numberIn(row, "t");
  const incompatibility = cell(row, "incompatibility");
  const is = (column: string, value: number) => (numberIn(row, column) === value ? 1 : 0);
  return {
    id: cell(row, "paid"),
    place: cell(row, "conflict_name"),
    conflict: cell(row, "conflict_id"),
    startedOn,
    days: given ?? (startedOn ? daysBetween(startedOn, endedOn ?? LAST_DAY, '"pa_date" and "duration"') - 1 : null),
    fate: hasEnded ? "broke-down" : "in-force",
    traits: { ...NO_TRAITS, kind: "peace-agreement", written: true, signed: true, multilateral: true },
    covariates: {
      ceasefire: is("cease", 1),
      peacekeepers: is("pko", 1),
      demobilisation: is("ddr", 1),
      partial: is("pa_type", 2),
      process: is("pa_type", 3),
      government: /2/.test(incompatibility) ? 1 : 0,
    },
  };
}
