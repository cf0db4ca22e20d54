/** The PA-X Peace Agreements Database, one agreement a row -> records with their traits; PA-X codes no fates, so all are unclear. */
import type { HistoryRecord } from "../../model/history.js";
import { cell, codeIn, dayIn } from "./cells.js";
import { type Importer, NO_TRAITS, recordsOf } from "./importer.js";
import type { TableRow } from "./read-table.js";

export const paX: Importer = {
  id: "pa-x",
  title: "PA-X Peace Agreements Database",
  columns: ["agtid", "agt", "dat", "stage", "con"],
  read: (rows, file) => recordsOf(rows, ({ line }) => line, file, recordOf),
};

function recordOf(row: TableRow): HistoryRecord {
  const isCeasefire = cell(row, "stage").startsWith("Cea");
  const mechanisms = ["enoth", "enfo", "imun", "imoth", "cea"].map((column) => codeIn(row, column));
  return {
    id: cell(row, "agtid"),
    place: cell(row, "con"),
    conflict: cell(row, "ppname") || cell(row, "con"),
    startedOn: dayIn(row, "dat"),
    days: null,
    fate: "unclear",
    traits: {
      ...NO_TRAITS,
      kind: isCeasefire ? "ceasefire" : "peace-agreement",
      written: true,
      monitored: mechanisms.slice(0, 4).some(Boolean) || null,
      definitive: cell(row, "stage").startsWith("SubComp") || null,
      signed: true,
    },
    covariates: {},
  };
}
