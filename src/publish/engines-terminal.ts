/** An EngineComparison -> lines for a terminal: where two engines differ, each with its reason. */
import type { EngineAct, EngineComparison, EngineDifference } from "../model/engine-difference.js";
import { safeLine } from "../text/terminal-text.js";
import { numbered, sideBySide, wrapIndented, wrapLines } from "./columns.js";
import type { TerminalOptions } from "./comparison-terminal.js";
import { listed } from "./names.js";
import { painter } from "./paint.js";
import { actPhrase } from "./plain-words.js";

const INDENT = 5;
const WIDEST = 140;
const FIELDS: Record<string, string> = {
  act: "what was done",
  veridicality: "whether it happened",
  actors: "who did it",
};

/** Lines without line feeds, safe for a terminal. */
export function enginesTerminal(found: EngineComparison, { names, columns, colour }: TerminalOptions): string[] {
  const width = Math.min(columns, WIDEST);
  const paint = painter(colour);
  const said = found.engines
    .map(({ id, model, acts }) => `${id}${model ? ` (${model})` : ""}: ${acts} acts`)
    .join(", ");
  const shared = `${found.alike} of ${found.shared} shared places read alike, ${found.differences.length} differences.`;
  const side = (id: string, act: EngineAct) =>
    [
      `${paint("label", id)}: ${safeLine(listed(act.actors.map(names.actor)))} ${actPhrase(act.act, act.veridicality)}`,
      `“${safeLine(act.quote)}”`,
      paint("faint", safeLine(`because: ${act.why}`)),
    ].join("\n");
  return [
    paint("title", "Where the engines differ"),
    "",
    ...wrapLines(safeLine(`${said}. ${shared}`), width),
    ...found.differences.flatMap((difference, at) => [
      "",
      ...wrapIndented(paint("label", safeLine(titleOf(difference))), width, INDENT, numbered(at + 1)),
      ...sideBySide(
        Object.entries(difference.engines).flatMap(([id, act]) => (act ? [side(id, act)] : [])),
        width,
        INDENT,
      ),
    ]),
  ];
}

function titleOf({ document, fields, engines }: EngineDifference): string {
  if (!fields.includes("only"))
    return `${document}: they differ in ${listed(fields.map((field) => FIELDS[field] ?? field))}`;
  const alone = Object.entries(engines).find(([, act]) => act !== null);
  return `${document}: only ${alone?.[0]} finds an act here`;
}
