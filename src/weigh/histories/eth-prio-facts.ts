/** Facts derived from the ETH/PRIO ceasefire data set, one ceasefire a row -> records. */
import type { Fate, HistoryRecord } from "../../model/history.js";
import { cell, codeIn, dayIn, numberIn } from "./cells.js";
import { type Importer, recordsOf } from "./importer.js";
import type { TableRow } from "./read-table.js";

/** End codes, as inferred from the data: 0 in force when watching ended, 1 expired, 2 broke down, 3 never began, 4 replaced. */
export const ETH_PRIO_ENDS: Record<number, Fate> = {
  0: "in-force",
  1: "expired",
  2: "broke-down",
  3: "never-began",
  4: "replaced",
};

export const ethPrioFacts: Importer = {
  id: "eth-prio-facts",
  title: "facts derived from the ETH/PRIO Civil Conflict CeaseFire Dataset",
  columns: ["uniq_id", "s", "stop", "t", "ended", "fixed", "ft", "klass", "impl"],
  read: (rows, file) => recordsOf(rows, ({ line }) => line, file, recordOf),
};

function recordOf(row: TableRow): HistoryRecord {
  const days = numberIn(row, "t");
  const [sides, klass] = [numberIn(row, "n"), numberIn(row, "klass")];
  return {
    id: cell(row, "uniq_id"),
    place: cell(row, "location"),
    conflict: cell(row, "acd"),
    startedOn: dayIn(row, "s"),
    days: days !== null && days >= 0 ? days : null,
    fate: ETH_PRIO_ENDS[numberIn(row, "ended") ?? -1] ?? "unclear",
    traits: {
      kind: "ceasefire",
      ...termOf(codeIn(row, "fixed"), cell(row, "ft")),
      partial: codeIn(row, "partial"),
      written: codeIn(row, "written"),
      monitored: klass === null || klass < 1 ? null : klass === 2,
      mediated: codeIn(row, "med"),
      multilateral: sides === null ? null : sides > 1,
      definitive: klass === null || klass < 1 ? null : klass === 3,
      signed: null,
    },
    covariates: ceasefireCovariates({
      multi: sides !== null && sides > 1,
      written: codeIn(row, "written"),
      implementation: codeIn(row, "impl"),
      enforcement: codeIn(row, "enf"),
      fixed: codeIn(row, "fixed"),
      peaceProcess: codeIn(row, "pp"),
      compliance: klass === 2,
      definitive: klass === 3,
    }),
  };
}

/** The term counts where it is fixed and given in days. */
export function termOf(fixedTerm: boolean | null, term: string) {
  const days = Number.parseInt(term, 10);
  return { fixedTerm, termDays: fixedTerm && days > 0 ? days : null };
}

/** 1 for yes, 0 for no and for not known, as the published models of this data set have it. */
export function ceasefireCovariates(values: Record<string, boolean | null>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ? 1 : 0]));
}
