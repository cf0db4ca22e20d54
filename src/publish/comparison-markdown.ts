/** A Comparison -> Markdown (GitHub flavour): one table a section, quotes beside one another. */
import type { Comparison, ComparisonSource, ItemSource } from "../model/comparison.js";
import { plain, table } from "./markdown-cells.js";
import { listed, type Names } from "./names.js";
import { dateWords, GENRES, strengthWord } from "./plain-words.js";
import { relationLabel, type Section, sectionsOf, sourceName } from "./sections.js";
import { sideLine } from "./side-words.js";

/** Ends with a line feed. Text of the sources is escaped: no markup, link or cell of theirs takes effect. */
export function comparisonMarkdown(comparison: Comparison, names: Names): string {
  const { sources, unsaid } = comparison;
  const blocks = [
    "# What has each side agreed to?",
    sourcesTable(sources, names),
    ...sectionsOf(comparison, names).flatMap((section) => sectionBlocks(section, sources, names)),
  ];
  if (unsaid.length > 0) {
    blocks.push(`## Left unsaid (${unsaid.length})`);
    blocks.push(
      table(
        ["Issue", "Nothing from", "Why it matters"],
        unsaid.map(({ issue, by, because }) => [plain(names.issue(issue)), plain(listed(by)), plain(because)]),
      ),
    );
  }
  blocks.push(
    "Quotes are exact words of the texts; what stands above them is how the rules engine reads them. What a text does not settle is left open, never guessed.",
  );
  return `${blocks.join("\n\n")}\n`;
}

function sourcesTable(sources: readonly ComparisonSource[], names: Names): string {
  const rows = sources.map((source) => [
    plain(sourceName(source, names)),
    plain(source.title ?? ""),
    GENRES[source.genre],
    dateWords(source.published),
    `${source.complete ? "whole" : "cut or excerpt"}${source.translated ? ", translation" : ""}`,
  ]);
  return table(["Source", "Title", "Genre", "Published", "Text"], rows);
}

function sectionBlocks(section: Section, sources: readonly ComparisonSource[], names: Names): string[] {
  const telling = sources.filter(({ id }) => section.items.some((item) => item.sources[id]));
  const differs = section.items.some(({ differences }) => differences.length > 0);
  const head = ["#", "Item", ...(differs ? ["What differs"] : []), ...telling.map(({ id }) => plain(id))];
  const rows = section.items.map((item) => [
    String(item.number),
    `${plain(item.label)}${section.kind === "differs" ? ` (${relationLabel(item, sources).toLowerCase()})` : ""}`,
    ...(differs ? [item.differences.map(({ because }) => plain(because)).join("<br>")] : []),
    ...telling.map((source) => sideCell(item.sources[source.id] ?? null, source, names)),
  ]);
  return [`## ${plain(section.title)} (${section.items.length})`, section.meaning, table(head, rows)];
}

function sideCell(side: ItemSource | null, source: ComparisonSource, names: Names): string {
  if (!side) return "–";
  const act = `${sideLine(side, source, names)} (${strengthWord(side.strength)})`;
  return [plain(act), ...side.spans.map(({ quote }) => `“${plain(quote)}”`)].join("<br>");
}
