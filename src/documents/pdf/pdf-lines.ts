/** The pieces of a PDF's text layer, as they are placed on its pages -> lines without running heads, feet and page numbers. */

/** A piece of the layer: its words, where they begin there, and where they stand on the page (points, from below). */
export interface PdfPiece {
  words: string;
  at: number;
  page: number;
  x: number;
  y: number;
  width: number;
  size: number;
}

export interface PdfLine {
  pieces: PdfPiece[];
  page: number;
  x: number;
  right: number;
  y: number;
  size: number;
}

/** Shares of a page's height in which heads and feet stand. */
const EDGE = 0.1;
const PAGE_NUMBER = /^\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|\/|from)\s*\d{1,4})?\W*$/i;

/** In the order of the layer. `heights` are the pages', in points. */
export function linesOf(pieces: readonly PdfPiece[], heights: readonly number[]): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (
      last &&
      last.page === piece.page &&
      Math.abs(last.y - piece.y) < Math.max(2, last.size * 0.4) &&
      piece.x > last.x - 1
    ) {
      last.pieces.push(piece);
      last.right = Math.max(last.right, piece.x + piece.width);
      last.size = Math.max(last.size, piece.size);
    } else if (piece.words.trim() !== "") {
      const { page, x, y, size } = piece;
      lines.push({ pieces: [piece], page, x, right: x + piece.width, y, size });
    }
  }
  return withoutRunning(lines, heights);
}

export function wordsOf({ pieces }: PdfLine): string {
  return pieces
    .map(({ words }) => words)
    .join("")
    .trim();
}

/** Drops lines at a page's edge that are page numbers, or that other pages have too, figures aside. */
function withoutRunning(lines: PdfLine[], heights: readonly number[]): PdfLine[] {
  const seen = new Map<string, Set<number>>();
  const key = (line: PdfLine) => wordsOf(line).replace(/\d+/g, "0");
  const atEdge = ({ page, y }: PdfLine) => {
    const height = heights[page] ?? 0;
    return y < height * EDGE || y > height * (1 - EDGE);
  };
  for (const line of lines) if (atEdge(line)) seen.set(key(line), (seen.get(key(line)) ?? new Set()).add(line.page));
  return lines.filter((line) => {
    if (!atEdge(line)) return true;
    return !PAGE_NUMBER.test(wordsOf(line)) && seen.get(key(line))!.size < Math.max(2, heights.length / 2);
  });
}
