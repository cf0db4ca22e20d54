/** A Comparison -> lines for a terminal that a reader understands without a manual. */
import type { Comparison, ComparisonSource, ItemSource, Unsaid } from "../model/comparison.js";
import { safeLine } from "../text/terminal-text.js";
import { numbered, sideBySide, wrapIndented, wrapLines } from "./columns.js";
import { listed, type Names } from "./names.js";
import { type Paint, painter, type Role } from "./paint.js";
import { dateWords, GENRES, ownTerms, strengthWord, VOICES } from "./plain-words.js";
import {
  type NumberedItem,
  relationLabel,
  type Section,
  type SectionKind,
  sectionsOf,
  sourceName,
} from "./sections.js";
import { sideLine } from "./side-words.js";

export interface TerminalOptions {
  names: Names;
  /** Width of the terminal in columns. */
  columns: number;
  colour: boolean;
}

interface View extends TerminalOptions {
  paint: Paint;
  sources: readonly ComparisonSource[];
}

const WIDEST = 140;
const INDENT = 5;
const ROLES: Record<SectionKind, Role> = {
  both: "good",
  differs: "warn",
  contradicts: "bad",
  only: "own",
  some: "own",
};

/** Lines without line feeds; nothing in them but text, spaces and, with `colour`, SGR codes. */
export function comparisonTerminal(comparison: Comparison, options: TerminalOptions): string[] {
  const columns = Math.min(options.columns, WIDEST);
  const view: View = { ...options, columns, paint: painter(options.colour), sources: comparison.sources };
  const sections = sectionsOf(comparison, options.names);
  return [
    ...opening(view),
    ...sections.flatMap((section) => sectionLines(section, view)),
    ...(sections.length === 0 ? ["", "No act was found in these texts: nothing that a side does in words."] : []),
    ...unsaidLines(comparison.unsaid, view),
    "",
    ...legend(view),
  ];
}

function opening(view: View): string[] {
  const { paint, columns, sources } = view;
  const lines = [paint("title", "What has each side agreed to?"), ""];
  const report = sources.find(({ voice }) => voice);
  if (report) lines.push(...wrapLines(`The voices in ${reportWords(report)}`, columns));
  for (const source of sources) lines.push(...wrapIndented(sourceWords(source, view), columns, INDENT));
  return lines;
}

function reportWords({ title, genre, published }: ComparisonSource): string {
  return safeLine(`${title === null ? `one ${GENRES[genre]}` : `“${title}”`} (${dateWords(published)}):`);
}

function sourceWords(source: ComparisonSource, { names, paint }: View): string {
  if (source.voice) return `${paint("label", safeLine(sourceName(source, names)))}: ${VOICES[source.voice.kind]}`;
  const facts = [GENRES[source.genre], dateWords(source.published), source.complete ? "whole text" : "cut or excerpt"];
  if (source.translated) facts.push("translation");
  const title = source.title ? `: ${safeLine(source.title)}` : "";
  return `${paint("label", safeLine(sourceName(source, names)))}${title} ${paint("faint", `[${facts.join(", ")}]`)}`;
}

function sectionLines(section: Section, view: View): string[] {
  const { paint, columns } = view;
  const title = paint(ROLES[section.kind], paint("section", `${safeLine(section.title)} (${section.items.length})`));
  return [
    "",
    ...wrapLines(`${title}  ${paint("faint", section.meaning)}`, columns),
    ...section.items.flatMap((item) => itemLines(item, section, view)),
  ];
}

function itemLines(item: NumberedItem, { kind }: Section, view: View): string[] {
  const { paint, columns, sources } = view;
  const label = kind === "differs" ? ` ${paint(ROLES[kind], `[${relationLabel(item, sources).toLowerCase()}]`)}` : "";
  const told = sources.flatMap((source) => {
    const side = item.sources[source.id];
    return side ? [toldBy(source, side, sources.length > 1, view)] : [];
  });
  return [
    "",
    ...wrapIndented(`${paint("label", safeLine(item.label))}${label}`, columns, INDENT, numbered(item.number)),
    ...item.differences.flatMap(({ because }) =>
      wrapIndented(safeLine(because), columns, INDENT + 2, `${" ".repeat(INDENT)}≠`),
    ),
    ...(item.unattributed?.length ? wrapIndented(safeLine(ownTerms(item.unattributed)), columns, INDENT) : []),
    ...sideBySide(told, columns, INDENT),
  ];
}

/** What one source says: whose text, who does what, the exact words. */
function toldBy(source: ComparisonSource, side: ItemSource, named: boolean, { names, paint }: View): string {
  const act = safeLine(sideLine(side, source, names));
  const strength = paint("faint", `(${strengthWord(side.strength)})`);
  const quotes = side.spans.map(({ quote }) => `“${safeLine(quote)}”`);
  return [`${named ? `${paint("label", safeLine(source.id))}: ` : ""}${act} ${strength}`, ...quotes].join("\n");
}

function unsaidLines(unsaid: readonly Unsaid[], { names, paint, columns }: View): string[] {
  if (unsaid.length === 0) return [];
  const lines = [
    "",
    ...wrapLines(
      `${paint("section", `Left unsaid (${unsaid.length})`)}  ${paint("faint", "Issues that matter here and that a text leaves out.")}`,
      columns,
    ),
  ];
  for (const { issue, by, because } of unsaid) {
    lines.push(
      ...wrapIndented(
        safeLine(`${names.issue(issue)}: nothing from ${listed(by)}. ${because}`),
        columns,
        INDENT,
        "   –",
      ),
    );
  }
  return lines;
}

function legend({ paint, columns }: View): string[] {
  const words =
    "“…” are exact words of the texts. The line above them is how the rules engine reads them; firm, fairly firm, soft and no commitment grade how far they bind. What a text does not settle is left open, never guessed.";
  return wrapLines(paint("faint", words), columns);
}
