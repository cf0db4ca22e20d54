/** A text -> the parts that tell what kind of page it is: header fields, title, first and last lines, lead. */

import { HEADER_FIELD, HEADER_LINES } from "../text/header-field.js";

export interface Layout {
  /** The first heading-like line, without its marks; null when the text starts with a sentence. */
  title: string | null;
  /** `Key: value` lines at the top, front matter among them, keys in lower case. */
  fields: Map<string, string>;
  /** Lines with words in them and bare dates, trimmed. */
  lines: string[];
  /** The text after title and fields. */
  body: string;
}

/** Lines above a title that are not one: agency furniture, a bare date, a publisher's name alone, rules. */
const FURNITURE =
  /^(for immediate release|unofficial translation|the white house|press release|briefing room|statements? and releases|[-*_=\s]+|\W*\d{1,2}[ ./]\p{L}+[ ./]\d{4}\W*|\p{L}+ \d{1,2}, \d{4}|https?:\S+)$/iu;

/** "2022-03-19 02:05", "09.07.2023, 21:40": a day in numbers alone, as many foreign ministries date their pages. */
const NUMERIC_DATE =
  /^\W*(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})(?:,?\s+[-–]?\s*\d{1,2}:\d{2}(?::\d{2})?)?\W*$/;

/** The stop of "U.S." or "D.C.", which a title may end with. */
const INITIALS = /(?:\b\p{Lu}\.){2,}$/u;

/** A line of sentences, whichever mark ends the last. */
const SENTENCES = /\p{Ll}{3,}[.!?]\s+\p{Lu}.*[!?]$/u;

const LONGEST_TITLE = 220;

/** Reads the layout; a text of one paragraph has no title and is all body. */
export function layOut(text: string): Layout {
  const rows = rowsOf(text);
  const fields = new Map<string, string>();
  const at = takeFields(rows, 0, fields);
  const own = titleAt(rows, at);
  const bodyRow = rows[own === null ? at : takeFields(rows, at + 1, fields)];
  return {
    title: own ?? fields.get("title") ?? fields.get("headline") ?? null,
    fields,
    lines: rows.map((row) => row.line),
    body: bodyRow ? text.slice(bodyRow.start) : "",
  };
}

/** Adds the fields from a row on; the index of the first row that is neither field nor furniture. */
function takeFields(rows: Row[], from: number, fields: Map<string, string>): number {
  let at = from;
  for (; at < rows.length && at < HEADER_LINES; at++) {
    const field = rows[at]!.line.match(HEADER_FIELD);
    if (field) fields.set(field[1]!.toLowerCase(), unquoted(field[2]!));
    else if (!FURNITURE.test(rows[at]!.line) && !NUMERIC_DATE.test(rows[at]!.line)) break;
  }
  return at;
}

interface Row {
  line: string;
  start: number;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (/\p{L}/u.test(line) || NUMERIC_DATE.test(line)) rows.push({ line: line.trim(), start });
    start += line.length + 1;
  }
  return rows;
}

function titleAt(rows: Row[], at: number): string | null {
  const line = rows[at]?.line;
  if (line === undefined || rows.length === at + 1) return null;
  const heading = line.match(/^#{1,6}\s+(.+?)\s*#*$/)?.[1] ?? line.match(/^\*\*(.+)\*\*$/)?.[1];
  if (heading) return heading;
  if (line.length > LONGEST_TITLE || /^[-*•>]|^\d+[.)]\s/.test(line)) return null;
  return (/[.:;,…]$/.test(line) && !INITIALS.test(line)) || SENTENCES.test(line) ? null : line;
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, "$2");
}
