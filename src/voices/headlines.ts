/** An act in the text of a report -> whether it stands in a heading, a caption's credit or a link to another story. */
import type { Span } from "../model/span.js";

const MARKED = /^\s*(?:[-–—•*·▪]|\d{1,2}[.)])\s/;
const STOP = /[.!?…:;]["'”’»)\]]*(?:\s|$)/;

/**
 * A line in which no sentence ends after the words: headings say in short what the body says, and the titles of other
 * stories do not say what this one says. Entries of a list are no headings.
 */
export function isInHeadline(text: string, { start, end }: Span): boolean {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const to = newline < 0 ? text.length : newline;
  if (MARKED.test(text.slice(from, to))) return false;
  return !STOP.test(text.slice(Math.max(from, end - 1), to));
}
