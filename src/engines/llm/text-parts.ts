/** A text -> stretches that a model can take at once, broken between paragraphs, none of them overlapping. */
import type { Span } from "../../model/span.js";

/** About 3,000 tokens: long enough for a readout, short enough for its acts to fit in one answer. */
const LONGEST_PART = 12_000;

/** In order; together they cover the text. A paragraph longer than a part is broken between sentences, else where it must. */
export function partsOf(text: string, longest = LONGEST_PART): Span[] {
  const parts: Span[] = [];
  let start = 0;
  while (text.length - start > longest) {
    const end = start + breakIn(text.slice(start, start + longest));
    parts.push({ start, end });
    start = end;
  }
  if (text.slice(start).trim() !== "") parts.push({ start, end: text.length });
  return parts;
}

function breakIn(piece: string): number {
  const half = piece.length / 2;
  for (const mark of ["\n\n", "\n", ". ", " "]) {
    const at = piece.lastIndexOf(mark);
    if (at >= half) return at + mark.length;
  }
  return piece.length;
}
