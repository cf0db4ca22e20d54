/** Cells of text -> lines of a terminal, side by side where there is room. Cells are safe and may be painted. */
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/** Under this a column of prose is no longer readable. */
export const NARROWEST_COLUMN = 34;

const GAP = "  │  ";

/** Lines of at most `width` columns; long words are broken. */
export function wrapLines(words: string, width: number): string[] {
  return wrapAnsi(words, Math.max(width, 8), { hard: true, trim: true }).split("\n");
}

/** " 7.  ", "12.  ", "123. ": the mark of an item, five columns wide up to 999. */
export function numbered(number: number): string {
  return `${`${number}.`.padStart(3)} `.padEnd(5);
}

/** The same with every line set in by `indent` spaces, or by a mark on the first. */
export function wrapIndented(words: string, width: number, indent: number, mark = ""): string[] {
  const lines = wrapLines(words, width - indent);
  return lines.map((line, at) => (at === 0 ? padTo(mark, indent) : " ".repeat(indent)) + line);
}

/** Cells beside one another in equal columns; below one another, an empty line between, where they would be too narrow. */
export function sideBySide(cells: readonly string[], width: number, indent: number): string[] {
  const gaps = (cells.length - 1) * stringWidth(GAP);
  const column = Math.floor((width - indent - gaps) / cells.length);
  const margin = " ".repeat(indent);
  if (column < NARROWEST_COLUMN) {
    return cells.flatMap((cell, at) => [
      ...(at > 0 ? [""] : []),
      ...wrapLines(cell, width - indent).map((line) => margin + line),
    ]);
  }
  return beside(
    cells.map((cell) => wrapLines(cell, column)),
    column,
  ).map((line) => margin + line);
}

function beside(columns: string[][], width: number): string[] {
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    columns
      .map((lines) => padTo(lines[row] ?? "", width))
      .join(GAP)
      .trimEnd(),
  );
}

function padTo(words: string, width: number): string {
  return words + " ".repeat(Math.max(0, width - stringWidth(words)));
}
