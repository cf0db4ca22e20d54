/** A PDF's lines -> paragraphs of clean text with the way back to the layer; words broken at a line's end are put together. */
import type { TextBuilder } from "../../text/source-map.js";
import { type PdfLine, wordsOf } from "./pdf-lines.js";

/** First parts of compounds, which keep their hyphen when a line ends behind it. */
const COMPOUND =
  /(?:^|[^\p{L}])(?:air|all|anti|cease|co|counter|cross|de|ex|far|first|follow|full|half|high|inter|large|long|low|mid|multi|near|non|one|post|pre|pro|re|second|self|semi|short|so|sub|third|two|three|vice|well|wide|\d+)$/iu;

/** A line that ends this far from the right edge (share of the width) ends its paragraph. */
const SHORT = 0.2;
/** A gap of so many times the usual one begins a paragraph. */
const GAP = 1.35;

export function joinLines(lines: readonly PdfLine[], into: TextBuilder): void {
  const gap = usualGap(lines);
  const right = edge(lines);
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const glued = before !== undefined && !begins(before, line, gap, right) ? join(before, line) : "paragraph";
    if (glued === "paragraph") into.break(2);
    addLine(line, lines[at + 1], gap, right, into);
  }
}

function addLine(line: PdfLine, next: PdfLine | undefined, gap: number, right: number, into: TextBuilder): void {
  const hyphen = next !== undefined && !begins(line, next, gap, right) && join(line, next) === "hyphen";
  const { pieces } = line;
  for (const [at, piece] of pieces.entries()) {
    const words = hyphen && at === lastWithWords(line) ? piece.words.trimEnd().slice(0, -1) : piece.words;
    if (hyphen && at > lastWithWords(line)) break;
    into.add(words, piece.at, piece.at + words.length);
    const follower = pieces[at + 1];
    if (
      follower &&
      follower.x - piece.x - piece.width > piece.size * 0.15 &&
      !/\s$/.test(words) &&
      !/^\s/.test(follower.words)
    )
      into.add(" ", piece.at + words.length, piece.at + words.length);
  }
  if (!hyphen && next) into.add(" ", endOf(line), endOf(line));
}

function endOf({ pieces }: PdfLine): number {
  const last = pieces.at(-1)!;
  return last.at + last.words.length;
}

function lastWithWords({ pieces }: PdfLine): number {
  return pieces.findLastIndex(({ words }) => words.trim() !== "");
}

/** True where the line is the first of a paragraph. */
function begins(before: PdfLine, line: PdfLine, gap: number, right: number): boolean {
  const isEnd = /[.!?:;”"’)]$/.test(wordsOf(before));
  if (Math.abs(before.size - line.size) > 1) return true;
  if (/^(?:[-•–*▪]|\(?\d{1,2}[.)])\s/.test(wordsOf(line))) return true;
  if (before.page !== line.page) return isEnd && before.right < right * (1 - SHORT);
  if (before.y - line.y > gap * GAP || line.y > before.y) return true;
  return before.right < right * (1 - SHORT) || (isEnd && line.x > before.x + line.size);
}

/** How the last word of a line and the first of the next belong together. */
function join(before: PdfLine, line: PdfLine): "hyphen" | "blank" {
  const end = /([\p{L}\d]+)[-\u00ad‐]$/u.exec(wordsOf(before));
  return end && /^\p{Ll}/u.test(wordsOf(line)) && !COMPOUND.test(end[1]!) ? "hyphen" : "blank";
}

function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before && before.page === line.page && before.y > line.y ? [before.y - line.y] : [];
  });
  return middle(gaps) ?? 14;
}

function edge(lines: readonly PdfLine[]): number {
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  return rights[Math.floor(rights.length * 0.9)] ?? 0;
}

function middle(values: number[]): number | undefined {
  return values.sort((a, b) => a - b)[values.length >> 1];
}
