/** Text by somebody else -> text that a page shows and never obeys: controls, bidirectional and invisible characters. */
import { safeForTerminal, safeLine } from "../../text/terminal-text.js";

/** On one line. HTML is escaped by what renders it. */
export function shown(text: string): string {
  return safeLine(text);
}

/** With its line feeds. */
export function shownLines(text: string): string {
  return safeForTerminal(text);
}
