/** What every reader of a history is: the columns it knows its table by, and rows to records. */
import type { HistoryRecord, Traits } from "../../model/history.js";
import type { Outcome, Problem } from "../../model/problem.js";
import { CellFault } from "./cells.js";
import type { TableRow } from "./read-table.js";

export interface Importer {
  id: string;
  title: string;
  /** Present in every table that it reads, in lower case; together they tell it from all others. */
  columns: readonly string[];
  read(rows: readonly TableRow[], file: string): Outcome<HistoryRecord[]>;
}

/** All unknown. */
export const NO_TRAITS: Traits = {
  kind: null,
  fixedTerm: null,
  termDays: null,
  partial: null,
  written: null,
  monitored: null,
  mediated: null,
  multilateral: null,
  definitive: null,
  signed: null,
};

/** Rows that cannot be read are told, each with file, line and column, and left out. */
export function recordsOf<T>(
  items: readonly T[],
  lineOf: (item: T) => number,
  file: string,
  read: (item: T) => HistoryRecord | null,
): Outcome<HistoryRecord[]> {
  const value: HistoryRecord[] = [];
  const problems: Problem[] = [];
  for (const item of items) {
    try {
      const record = read(item);
      if (record) value.push(record);
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      const message = `${file}, line ${lineOf(item)}: ${error.message}. The row is left out.`;
      problems.push({ level: "error", stage: "weigh", code: "history-row", message });
    }
  }
  return { value, problems };
}
