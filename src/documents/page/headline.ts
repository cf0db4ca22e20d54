/** A page's tree and the titles that its head tells -> the element that shows the headline. */
import type { Publisher } from "../../model/publisher.js";

/** Null where no heading is plainly the text's. */
export function findHeadline(
  document: Document,
  titles: readonly string[],
  publisher: Publisher | null,
): Element | null {
  const own = publisher?.page.title ? document.querySelector(publisher.page.title) : null;
  if (own && letters(own.textContent) !== "") return own;
  const headings = [...document.querySelectorAll("h1, h2")]
    .slice(0, 60)
    .filter((each) => letters(each.textContent) !== "");
  const known = titles.map(letters);
  const named = headings.find((heading) => known.some((title) => agree(letters(heading.textContent), title)));
  if (named) return named;
  const ones = headings.filter(({ localName }) => localName === "h1");
  return ones.find((heading) => heading.closest("article, main") !== null) ?? (ones.length === 1 ? ones[0]! : null);
}

/** The same words, or the heading within a title that also names the site. */
function agree(heading: string, title: string): boolean {
  if (heading === title) return true;
  return heading.length >= 15 && (title.startsWith(heading) || title.endsWith(heading));
}

/** What counts for comparing: letters and figures in lower case. */
export function letters(words: string | null): string {
  return (words ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
