/** A Comparison -> CSV (RFC 4180): one row an item and source, and one for each issue a source leaves unsaid. */
import { stringify } from "csv-stringify/sync";
import type { Comparison, ComparisonSource, Item } from "../model/comparison.js";
import { safeForTerminal } from "../text/terminal-text.js";
import type { Names } from "./names.js";
import { sectionsOf } from "./sections.js";

const COLUMNS = [
  "item",
  "id",
  "label",
  "issues",
  "relation",
  "differences",
  "source",
  "parties",
  "published",
  "says",
  "act",
  "veridicality",
  "strength",
  "actors",
  "attribution",
  "quotes",
  "spans",
  "standing",
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/** Several values in a cell stand apart by this. */
const BETWEEN = "; ";

/**
 * Rows in the order and with the numbers of the other views; codes and ids as in the JSON. A cell that a spreadsheet
 * would run as a formula opens with an apostrophe, and all are quoted, so that no mark in them ends a cell anywhere; control and directional characters are shown, not kept.
 */
export function comparisonCsv(comparison: Comparison, names: Names): string {
  const { sources, unsaid } = comparison;
  const rows: Row[] = sectionsOf(comparison, names).flatMap(({ items }) =>
    items.flatMap((item) => sources.map((source) => itemRow(item, item.number, source))),
  );
  for (const { issue, by, because } of unsaid) {
    for (const id of by)
      rows.push({
        label: names.issue(issue),
        issues: issue,
        relation: "unsaid",
        differences: because,
        source: id,
        says: "no",
      });
  }
  const cells = rows.map((row) => COLUMNS.map((column) => safeForTerminal(row[column] ?? "")));
  return stringify([[...COLUMNS], ...cells], { escape_formulas: true, quoted: true, record_delimiter: "\r\n" });
}

function itemRow(
  { id, label, issues, relation, differences, sources, standing = "" }: Item,
  number: number,
  source: ComparisonSource,
): Row {
  const side = sources[source.id] ?? null;
  const row: Row = {
    item: String(number),
    id,
    label,
    issues: issues.join(BETWEEN),
    relation,
    differences: differences.map(({ because }) => because).join(" "),
    source: source.id,
    parties: source.parties.join(BETWEEN),
    published: source.published ?? "",
    says: side ? "yes" : "no",
    standing,
  };
  if (!side) return row;
  return {
    ...row,
    act: side.act,
    veridicality: side.veridicality,
    strength: String(side.strength),
    actors: side.actors.join(BETWEEN),
    attribution: side.attribution.join(BETWEEN),
    quotes: side.spans.map(({ quote }) => quote).join("\n"),
    spans: side.spans.map(({ start, end }) => `${start}..${end}`).join(BETWEEN),
  };
}
