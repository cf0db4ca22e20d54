/** A text -> its paragraphs as spans without the blank lines between them; Markdown headings tell their sign's length. */
import type { Span } from "../../model/span.js";

export interface TextParagraph extends Span {
  /** Length of "## " at the start; 0 for plain paragraphs. */
  heading: number;
}

const BREAK = /\r?\n[ \t]*(?:\r?\n)+/g;

/** A paragraph of more than this is split for the browser's sake; marks go on in the next piece. */
const LONGEST = 20_000;

export function paragraphsOf(text: string): TextParagraph[] {
  const edges: Span[] = [];
  let start = 0;
  for (const found of text.matchAll(BREAK)) {
    edges.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  edges.push({ start, end: text.length });
  return edges.flatMap(cut).flatMap((span) => paragraph(text, span));
}

function cut({ start, end }: Span): Span[] {
  const pieces: Span[] = [];
  for (let at = start; at < end; at += LONGEST) pieces.push({ start: at, end: Math.min(end, at + LONGEST) });
  return pieces;
}

function paragraph(text: string, { start, end }: Span): TextParagraph[] {
  if (text.slice(start, end).trim() === "") return [];
  return [{ start, end, heading: /^#{1,6} /.exec(text.slice(start, start + 8))?.[0].length ?? 0 }];
}
