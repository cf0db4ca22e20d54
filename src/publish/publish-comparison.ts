/** A Comparison and its texts -> one view of it as text: for a terminal, as Markdown, CSV, JSON or an HTML page. */
import type { Comparison } from "../model/comparison.js";
import { jsonText } from "../text/json-text.js";
import type { Names } from "./names.js";

/** What a view is made for; the page alone needs the texts. */
export type View =
  | { as: "terminal"; columns: number; colour: boolean }
  | { as: "markdown" }
  | { as: "csv" }
  | { as: "json" }
  | { as: "html"; texts: ReadonlyMap<string, string> };

/** Ends with a line feed. Nothing in it commands a terminal, a spreadsheet or a browser. Each view is loaded when asked for. */
export async function publishComparison(comparison: Comparison, names: Names, view: View): Promise<string> {
  if (view.as === "json") return `${jsonText(comparison, 2)}\n`;
  if (view.as === "markdown") return (await import("./comparison-markdown.js")).comparisonMarkdown(comparison, names);
  if (view.as === "csv") return (await import("./comparison-csv.js")).comparisonCsv(comparison, names);
  if (view.as === "html") {
    return (await import("./comparison-html.js")).comparisonHtml(comparison, { names, texts: view.texts });
  }
  const { comparisonTerminal } = await import("./comparison-terminal.js");
  return `${comparisonTerminal(comparison, { ...view, names }).join("\n")}\n`;
}
