/** A page's tree -> the images of its text with caption, alternative text and credit. */
import type { Image } from "../../model/document.js";

const MOST_IMAGES = 40;
const CREDIT = '[class*="credit"], [class*="copyright"], [class*="photographer"], cite, small';
const CREDIT_WORDS =
  /(?:photo(?:graph)?s?|image|picture|credit|source)s?(?: credit)?(?: by)?\s*[:–—/]\s*([^.;()]{2,80})|(?:©|\(c\))\s*([^.;()]{2,80})|\(([^()]{2,60}(?: via [^()]{2,40})?)\)\s*$/i;

/** Figures first and pictures that are described; icons and counters (no words, or tiny) are none. */
export function readImages(document: Document, base: string): Image[] {
  const scope = document.querySelector("article, main, [role=main], [itemprop=articleBody]") ?? document.body;
  const images = new Map<string, Image>();
  for (const picture of [...scope.querySelectorAll("img")].slice(0, 200)) {
    const image = imageOf(picture, base);
    if (image && !images.has(image.address) && images.size < MOST_IMAGES) images.set(image.address, image);
  }
  return [...images.values()];
}

function imageOf(picture: Element, base: string): Image | null {
  const raw =
    picture.getAttribute("data-src") ??
    picture.getAttribute("src") ??
    picture.getAttribute("srcset")?.split(/[\s,]/)[0];
  const address = raw && URL.canParse(raw, webBase(base)) ? new URL(raw, webBase(base)).href : null;
  const figure = picture.closest('figure, [class*="caption"], [class*="media"]');
  const alt = clean(picture.getAttribute("alt"));
  const captionElement = figure?.querySelector('figcaption, [class*="caption-text"], [class*="description"]') ?? null;
  const caption = clean(captionElement?.textContent ?? null);
  if (
    !address ||
    address.startsWith("data:") ||
    Number(picture.getAttribute("width") ?? 100) < 50 ||
    (!alt && !caption)
  )
    return null;
  const shown = clean(figure?.querySelector(CREDIT)?.textContent ?? null);
  const within = CREDIT_WORDS.exec(caption ?? "");
  const credit =
    shown?.replace(/^(?:photo|image|credit|©)[^:]{0,12}:\s*/i, "") ??
    clean(within?.[1] ?? within?.[2] ?? within?.[3] ?? null);
  return { address, alt, caption: caption === shown ? null : caption, credit };
}

/** Files have no base that pictures could be found from. */
function webBase(source: string): string {
  return /^https?:/i.test(source) ? source : "file:///";
}

function clean(words: string | null): string | null {
  const line = (words ?? "").replace(/\s+/g, " ").trim();
  return line === "" ? null : line.slice(0, 600);
}
