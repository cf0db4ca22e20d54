/** A DriftReport -> lines for a terminal: what drifts, gravest kind first, with both sets of words. */
import type { Drift, DriftItem, DriftKind, DriftReport } from "../model/drift.js";
import { safeLine } from "../text/terminal-text.js";
import { numbered, sideBySide, wrapIndented, wrapLines } from "./columns.js";
import type { TerminalOptions } from "./comparison-terminal.js";
import { DRIFT } from "./drift-words.js";
import { listed, type Names } from "./names.js";
import { type Paint, painter } from "./paint.js";
import { actPhrase, dateWords, GENRES } from "./plain-words.js";

const WIDEST = 140;
const INDENT = 5;

interface View {
  names: Names;
  columns: number;
  paint: Paint;
}

/** Lines without line feeds; nothing in them but text, spaces and, with `colour`, SGR codes. */
export function driftTerminal(found: DriftReport, options: TerminalOptions): string[] {
  const view = { ...options, columns: Math.min(options.columns, WIDEST), paint: painter(options.colour) };
  const { paint, columns } = view;
  const lines = [paint("title", "What does the report make of the readouts?"), "", ...openingLines(found, view)];
  let number = 0;
  for (const kind of Object.keys(DRIFT) as DriftKind[]) {
    const items = found.items.filter(({ drift }) => drift.some((one) => one.kind === kind));
    if (items.length === 0) continue;
    const title = paint(kind === "drops" || kind === "adds" ? "own" : "warn", `${DRIFT[kind].title} (${items.length})`);
    lines.push("", ...wrapLines(`${paint("section", title)}  ${paint("faint", DRIFT[kind].meaning)}`, columns));
    for (const item of items) lines.push(...itemLines(item, kind, ++number, found, view));
  }
  if (number === 0)
    lines.push("", "No drift was found: the report follows the readouts in all that it takes from them.");
  return [...lines, "", ...faithfulLines(found, view)];
}

function openingLines({ report, readouts }: DriftReport, { names, paint, columns }: View): string[] {
  return [report, ...readouts].flatMap(({ id, title, genre, published, parties }, at) => {
    const who = parties.length > 0 ? `${listed(parties.map(names.actor))} (${id})` : id;
    const what = at === 0 ? "the report" : GENRES[genre];
    const facts = `[${what}, ${dateWords(published)}]`;
    return wrapIndented(
      `${paint("label", safeLine(who))}${title ? `: ${safeLine(title)}` : ""} ${paint("faint", facts)}`,
      columns,
      INDENT,
    );
  });
}

function itemLines(item: DriftItem, kind: DriftKind, number: number, found: DriftReport, view: View): string[] {
  const { paint, columns } = view;
  const drift = item.drift.filter((one) => one.kind === kind);
  return [
    "",
    ...wrapIndented(paint("label", safeLine(item.label)), columns, INDENT, numbered(number)),
    ...drift.flatMap((one) => wrapIndented(safeLine(becauseOf(one)), columns, INDENT + 2, `${" ".repeat(INDENT)}≠`)),
    ...sideBySide(sidesOf(item, drift, found, view), columns, INDENT),
  ];
}

function becauseOf({ from, because }: Drift): string {
  return from === null ? because : `${from}: ${because}`;
}

function sidesOf(
  item: DriftItem,
  drift: readonly Drift[],
  { report, readouts }: DriftReport,
  { names, paint }: View,
): string[] {
  const asked = readouts.filter(
    ({ id }) =>
      item.readouts[id] &&
      (item.report === null || drift.some(({ from }) => from === id || from === null || !item.readouts[from])),
  );
  const sides = [[report.id, item.report] as const, ...asked.map(({ id }) => [id, item.readouts[id] ?? null] as const)];
  return sides.flatMap(([id, side]) => {
    if (!side) return [];
    const act = `${listed(side.actors.map(names.actor))} ${actPhrase(side.act, side.veridicality)}`;
    return [
      [
        `${paint("label", safeLine(id))}: ${safeLine(act)}`,
        ...side.spans.map(({ quote }) => `“${safeLine(quote)}”`),
      ].join("\n"),
    ];
  });
}

function faithfulLines({ items }: DriftReport, { columns, paint }: View): string[] {
  const faithful = items.filter(
    ({ report, drift, faithfulTo }) => report && drift.length === 0 && faithfulTo.length > 0,
  );
  const words = `${faithful.length} of ${items.filter(({ report }) => report).length} items of the report follow a readout without drift. What the report does not take from a readout, and what binds nobody, is not marked. “…” are exact words of the texts; the engine can err: check them in their place.`;
  return wrapLines(paint("faint", words), columns);
}
