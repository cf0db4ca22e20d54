/** A page's HTML -> its main text, mapped to the HTML, and what the page tells of it. */
import { type Problem, ReadoutError } from "../../model/problem.js";
import { TextBuilder } from "../../text/source-map.js";
import type { Extract, Hints } from "../extract.js";
import { buildDom, type PageTree } from "./build-dom.js";
import { compileFurniture } from "./furniture.js";
import { findHeadline, letters } from "./headline.js";
import { findMainContent } from "./main-content.js";
import { readPageFacts } from "./page-facts.js";
import { readImages } from "./page-images.js";
import { type Rendering, renderText } from "./render-text.js";

type PageExtract = Omit<Extract, "format" | "charset" | "pages">;

const LONGEST_TITLE = 400;

/** Throws ReadoutError `page-no-text` or `page-too-large`. */
export function readPage(html: string, { source, publisher = null, furniture = [] }: Hints): PageExtract {
  const tree = buildDom(html, source);
  const { titles, ...facts } = readPageFacts(tree, publisher);
  const images = readImages(tree.document, source);
  const headline = findHeadline(tree.document, titles, publisher);
  const rendering: Rendering = { pieces: tree.pieces, furniture: compileFurniture(furniture), told: new Set() };
  const into = new TextBuilder();
  if (headline) renderText(headline, rendering, into);
  const shown = into.text;
  const title = shown !== "" && shown.length <= LONGEST_TITLE ? shown.replace(/\s+/g, " ") : null;
  for (const told of [title, facts.byline, `By ${facts.byline}`]) if (told !== null) rendering.told.add(letters(told));
  for (const selector of publisher?.page.drop ?? [])
    for (const each of tree.document.querySelectorAll(selector)) each.remove();
  const { root, problems } = findRoot(tree, { source, publisher });
  if (!root || !renderText(root, rendering, into)) throw noText(source);
  return { text: into.text, map: into.map, told: { ...facts, title, images }, problems };
}

/** The publisher's own selector, with a loud warning where it finds nothing any more; else Readability. */
function findRoot(
  tree: PageTree,
  { source, publisher }: Pick<Hints, "source" | "publisher">,
): { root: Element | null; problems: Extract["problems"] } {
  const selector = publisher?.page.text ?? null;
  const own = selector === null ? null : tree.document.querySelector(selector);
  if (own && /\p{L}/u.test(own.textContent ?? "")) return { root: own, problems: [] };
  const problems = selector === null ? [] : [misfit(source, publisher!.id, selector)];
  return { root: findMainContent(tree), problems };
}

function misfit(source: string, id: string, selector: string): Omit<Problem, "document"> {
  const message = `${source}: the catalogue's entry "${id}" no longer fits this page: "${selector}" finds no text. The text was found without it; check it, and correct the entry.`;
  return { level: "warning", stage: "documents", code: "publisher-misfit", message };
}

function noText(source: string): ReadoutError {
  return new ReadoutError(
    "page-no-text",
    `${source}: the page holds no text that could be found (it may be made by scripts). Save the text and give that.`,
  );
}
