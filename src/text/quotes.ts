/** A text -> its quotations, found by paragraph, so that a quotation of several sentences stays one. */
import type { Span } from "../model/span.js";

/** `start`/`end` enclose the words between the marks; `closed` is false where the next paragraph goes on. */
export interface Quotation extends Span {
  closed: boolean;
  /** It fills its paragraph: nothing there says whose words it is. */
  alone: boolean;
}

const OPENING: Record<string, string> = { '"': '"', "“": "”", "«": "»", "„": "“", "''": "''", "``": "''" };
const OPENING_MARK = /''|``|["“«„]/g;
const LONGEST_QUOTATION = 6_000;

/**
 * Double quotation marks only, those of two strokes ("''") among them: a single mark is as often an apostrophe. A paragraph that opens a quotation and does
 * not close it goes on where the next paragraph opens with a mark (the newspaper convention); else it is no quotation.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  for (const { start, end } of paragraphs(text)) {
    const paragraph = text.slice(start, end);
    OPENING_MARK.lastIndex = 0;
    for (let open = OPENING_MARK.exec(paragraph); open; open = OPENING_MARK.exec(paragraph)) {
      const [mark] = open;
      const close = OPENING[mark]!;
      const from = open.index + mark.length;
      const stop = paragraph.indexOf(close, from);
      const after = stop + close.length;
      if (stop < 0 || stop - open.index > LONGEST_QUOTATION) {
        if (opensNextParagraph(text, end))
          found.push({ start: start + from, end, closed: false, alone: open.index === 0 });
        break;
      }
      const alone = open.index === 0 && paragraph.slice(after).trim() === "";
      if (stop > from) found.push({ start: start + from, end: start + stop, closed: true, alone });
      OPENING_MARK.lastIndex = after;
    }
  }
  return found;
}

function* paragraphs(text: string): Generator<Span> {
  const breaks = /\r?\n[^\S\n]*(?:\r?\n\s*)?/g;
  let start = 0;
  for (const match of text.matchAll(breaks)) {
    if (match.index > start) yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  if (start < text.length) yield { start, end: text.length };
}

function opensNextParagraph(text: string, end: number): boolean {
  return /^\s*(?:["“«]|''|``)/.test(text.slice(end, end + 20));
}
