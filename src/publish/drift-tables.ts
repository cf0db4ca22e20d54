/** A DriftReport -> Markdown or CSV: one row a drift, with both sets of words. */
import { stringify } from "csv-stringify/sync";
import type { DriftReport } from "../model/drift.js";
import { safeForTerminal, safeLine } from "../text/terminal-text.js";
import { driftRows } from "./drift-rows.js";
import { DRIFT } from "./drift-words.js";
import { plain, table } from "./markdown-cells.js";

/** Ends with a line feed; no markup of the texts takes effect. */
export function driftMarkdown(found: DriftReport): string {
  const rows = driftRows(found).map(({ kind, item, from, report, readout, because }) =>
    [DRIFT[kind].title, item, from, quoted(report), quoted(readout), because].map(plain),
  );
  const head = ["Drift", "Item", "Readout", "The report's words", "The readout's words", "How"];
  const body = rows.length > 0 ? table(head, rows) : "No drift was found.";
  return `# What does the report make of the readouts?\n\n${body}\n`;
}

/** RFC 4180, every cell quoted; what a spreadsheet would run as a formula opens with an apostrophe. */
export function driftCsv(found: DriftReport): string {
  const head = ["kind", "item", "from", "field", "report", "readout", "because"];
  const rows = driftRows(found).map((row) =>
    [row.kind, row.item, row.from, row.field, row.report, row.readout, row.because].map(safeForTerminal),
  );
  return stringify([head, ...rows], { escape_formulas: true, quoted: true, record_delimiter: "\r\n" });
}

function quoted(words: string): string {
  return words === "" ? "–" : `“${safeLine(words)}”`;
}
