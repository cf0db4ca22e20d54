/** A page's HTML -> its main text, mapped to the HTML, and what the page tells of it. */
import { type Problem, ReadoutError } from "../../model/problem.js";
import { TextBuilder } from "../../text/source-map.js";
import type { Extract, Hints } from "../extract.js";
import { buildDom, type PageTree } from "./build-dom.js";
import { compileFurniture } from "./furniture.js";
import { findHeadline, letters } from "./headline.js";
import { type Found, findMainContent } from "./main-content.js";
import { readPageFacts } from "./page-facts.js";
import { readImages } from "./page-images.js";
import { renderText } from "./render-text.js";

type PageExtract = Omit<Extract, "format" | "charset" | "pages">;

const LONGEST_TITLE = 400;

/** Throws ReadoutError `page-no-text` or `page-too-large`. */
export function readPage(html: string, { source, publisher = null, furniture = [] }: Hints): PageExtract {
  const build = () => {
    const tree = buildDom(html, source, publisher?.page ?? null, true);
    for (const selector of publisher?.page.drop ?? [])
      for (const each of tree.document.querySelectorAll(selector)) each.remove();
    return tree;
  };
  const first = build();
  const { titles, ...facts } = readPageFacts(first, publisher);
  const images = readImages(first.document, source);
  const headline = findHeadline(first.document, titles, publisher);
  const into = new TextBuilder();
  const rendering = { furniture: compileFurniture(furniture), told: new Set<string>() };
  if (headline) renderText(headline, { ...rendering, pieces: first.pieces }, into);
  const shown = into.text;
  const title = shown !== "" && shown.length <= LONGEST_TITLE ? shown.replace(/\s+/g, " ") : null;
  for (const told of [title, facts.byline, `By ${facts.byline}`]) if (told !== null) rendering.told.add(letters(told));
  const { found, problems } = findRoot(first, build, { source, publisher });
  if (!found || !renderText(found.root, { ...rendering, pieces: found.tree.pieces }, into)) throw noText(source);
  return { text: into.text, map: into.map, told: { ...facts, title, images }, problems };
}

/** The publisher's own selector, with a loud warning where it finds nothing any more; else Readability. */
function findRoot(
  first: PageTree,
  build: () => PageTree,
  { source, publisher }: Pick<Hints, "source" | "publisher">,
): { found: Found | null; problems: Extract["problems"] } {
  const selector = publisher?.page.text ?? null;
  const own = selector === null ? null : first.document.querySelector(selector);
  if (own && /\p{L}/u.test(own.textContent ?? "")) return { found: { root: own, tree: first }, problems: [] };
  const problems = selector === null ? [] : [misfit(source, publisher!.id, selector)];
  const trees = [first];
  return { found: findMainContent(() => trees.pop() ?? build()), problems };
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
