/** A DriftReport -> Markdown or CSV: one row a drift, with both sets of words. */
import { stringify } from "csv-stringify/sync";
import type { DriftKind, DriftReport } from "../model/drift.js";
import { safeForTerminal, safeLine } from "../text/terminal-text.js";
import { DRIFT } from "./drift-words.js";
import { plain, table } from "./markdown-cells.js";

/** Ends with a line feed; no markup of the texts takes effect. */
export function driftMarkdown(found: DriftReport): string {
  const rows = rowsOf(found).map(({ kind, item, from, report, readout, because }) =>
    [DRIFT[kind].title, item, from, quoted(report), quoted(readout), because].map(plain),
  );
  const head = ["Drift", "Item", "Readout", "The report's words", "The readout's words", "How"];
  const body = rows.length > 0 ? table(head, rows) : "No drift was found.";
  return `# What does the report make of the readouts?\n\n${body}\n`;
}

/** RFC 4180, every cell quoted; what a spreadsheet would run as a formula opens with an apostrophe. */
export function driftCsv(found: DriftReport): string {
  const head = ["kind", "item", "from", "field", "report", "readout", "because"];
  const rows = rowsOf(found).map((row) =>
    [row.kind, row.item, row.from, row.field, row.report, row.readout, row.because].map(safeForTerminal),
  );
  return stringify([head, ...rows], { escape_formulas: true, quoted: true, record_delimiter: "\r\n" });
}

interface Row {
  kind: DriftKind;
  item: string;
  from: string;
  field: string;
  report: string;
  readout: string;
  because: string;
}

/** The whole clause of either side, where it has one. */
function rowsOf({ items }: DriftReport): Row[] {
  return items.flatMap(({ label, drift, report, readouts }) =>
    drift.map(({ kind, from, field, because }) => {
      const theirs = (from === null ? null : readouts[from]) ?? Object.values(readouts).find((side) => side !== null);
      const words = (side: typeof report | undefined) => (side?.spans ?? []).map(({ quote }) => quote).join(" … ");
      return { kind, item: label, from: from ?? "", field, report: words(report), readout: words(theirs), because };
    }),
  );
}

function quoted(words: string): string {
  return words === "" ? "–" : `“${safeLine(words)}”`;
}
