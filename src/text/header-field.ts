/** The lines at the head of a text -> which of them are fields about it ("Published: …"), not words of it. */

/** `Key: value` on a line of its own. */
export const HEADER_FIELD =
  /^(title|headline|date|published|updated|posted|source|publisher|from|by|url|link|original|translation|type|genre|note)\s*:\s+(.+)$/i;

/** Fields stand among the first lines with words, above or below the title. */
export const HEADER_LINES = 12;

/** Where the last field at the head ends; 0 where there is none. A heading may stand above the fields, a sentence may not. */
export function endOfHeader(text: string): number {
  let end = 0;
  let start = 0;
  let seen = 0;
  for (const line of text.split("\n")) {
    if (/\p{L}/u.test(line)) {
      if (++seen > HEADER_LINES) break;
      if (HEADER_FIELD.test(line.trim())) end = start + line.length;
      else if (seen > 1 || /[.!?]["”’]?\s*$/.test(line)) break;
    }
    start += line.length + 1;
  }
  return end;
}
