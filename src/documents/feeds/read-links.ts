/** A list page's HTML and the selector of its links -> the texts that it links to. */
import { buildDom } from "../page/build-dom.js";
import type { RawEntry } from "./read-list.js";

/** A link's words are the title; the date is the one that stands in the same item of the list, if it is marked. */
export function readLinks(html: string, selector: string, source: string): RawEntry[] {
  const { document } = buildDom(html, source, selector, false);
  return [...document.querySelectorAll(selector)].flatMap((element) => {
    const link = element.localName === "a" ? element : element.querySelector("a[href]");
    if (!link?.getAttribute("href")) return [];
    const time = link
      .closest("li, article, tr, [class*=item], [class*=teaser], [class*=row]")
      ?.querySelector("time, [class*=date]");
    const date = time?.getAttribute("datetime") ?? time?.textContent?.replace(/\s+/g, " ").trim();
    return [{ link: link.getAttribute("href"), title: link.textContent, date: date && date.length < 60 ? date : null }];
  });
}
