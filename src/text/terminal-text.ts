/** Text by somebody else -> text that a terminal shows and never obeys. */

/** C0 and C1 controls except line feed, and characters that reorder what stands around them. */
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Marks that take no room: directional marks, zero-width characters, soft hyphen, tags. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * Shows controls and bidirectional overrides as `\u001b`, drops what is invisible, and replaces lone surrogates.
 * Tabs, carriage returns and Unicode line breaks become spaces or line feeds; line feeds stay. Everything that is
 * printed to a terminal goes through here, file names and error messages among it.
 */
export function safeForTerminal(text: string): string {
  return text
    .replace(/\r\n|[\u2028\u2029]/g, "\n")
    .replace(/[\t\r]/g, " ")
    .replace(OBEYED, escapeUnit)
    .replace(INVISIBLE, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

/** The same on one line: runs of white space become one space. */
export function safeLine(text: string): string {
  return safeForTerminal(text).replace(/\s+/g, " ").trim();
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
