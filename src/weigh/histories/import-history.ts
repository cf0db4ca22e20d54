/** The text of a history file -> records, by the importer that its columns fit. */
import type { HistoryRecord } from "../../model/history.js";
import { type Outcome, ReadoutError } from "../../model/problem.js";
import { ethPrio } from "./eth-prio.js";
import { ethPrioFacts } from "./eth-prio-facts.js";
import type { Importer } from "./importer.js";
import { paX } from "./pa-x.js";
import { readTable } from "./read-table.js";
import { ucdpPeaceAgreements } from "./ucdp-peace-agreements.js";
import { ucdpTerminations } from "./ucdp-terminations.js";

export const IMPORTERS: readonly Importer[] = [ethPrioFacts, ethPrio, ucdpPeaceAgreements, ucdpTerminations, paX];

export interface ImportedHistory {
  importer: Pick<Importer, "id" | "title">;
  records: HistoryRecord[];
}

/**
 * Bad rows are problems, each with its line and column. Throws ReadoutError `history-unreadable` for no table, and
 * `history-unknown` for one that no importer knows, or one without a usable row.
 */
export function importHistory(text: string, file: string): Outcome<ImportedHistory> {
  const { columns, rows } = readTable(text, file);
  const importer = IMPORTERS.find((each) => each.columns.every((column) => columns.includes(column)));
  if (!importer) throw unknown(file, columns);
  const { value: records, problems } = importer.read(rows, file);
  if (records.length === 0) {
    const first = problems[0] ? ` The first: ${problems[0].message}` : "";
    throw new ReadoutError("history-unknown", `${file}: none of ${rows.length} rows can be used.${first}`);
  }
  return { value: { importer: { id: importer.id, title: importer.title }, records }, problems };
}

function unknown(file: string, columns: readonly string[]): ReadoutError {
  const known = IMPORTERS.map(({ title, columns: needed }) => `${title} (${needed.slice(0, 5).join(", ")} …)`).join(
    "; ",
  );
  const shown = columns.slice(0, 8).join(", ");
  return new ReadoutError("history-unknown", `${file}: no known history has the columns ${shown}. Known: ${known}.`);
}
