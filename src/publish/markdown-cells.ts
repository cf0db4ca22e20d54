/** Words of texts -> cells of a Markdown table in which nothing of theirs is markup. */
import { safeLine } from "../text/terminal-text.js";

/** A GitHub table; its cells are safe already. */
export function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** One line in which nothing is markup. Backslash escapes: CommonMark 0.31, section 2.4. */
export function plain(text: string): string {
  return safeLine(text)
    .replace(/[\\`*_[\]<>|~&#$]/g, "\\$&")
    .replace(/\b(https?|ftp):/gi, "$1&#58;")
    .replace(/\bwww\./gi, "www&#46;")
    .replaceAll("@", "&#64;");
}
