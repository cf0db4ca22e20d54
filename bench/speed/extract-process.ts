/**
 * `tsx bench/speed/extract-process.ts`: pages of 100 KB, from bytes to text, facts and map, again and again in one process
 * -> pages, their bytes, seconds of the fastest of three rounds and the process's memory, as JSON on standard output.
 */
import { builtExtraction } from "./built-code.js";
import { largePages } from "./large-pages.js";

const ROUNDS = 4;

const { extractText, catalog } = await builtExtraction();
const pages = largePages();
let seconds = Number.POSITIVE_INFINITY;
for (let round = 0; round < ROUNDS; round++) {
  const began = performance.now();
  let words = 0;
  for (const page of pages)
    words += (await extractText(page, { source: "page.html", furniture: catalog.pageFurniture })).text.length;
  if (words === 0) throw new Error("nothing was extracted");
  seconds = Math.min(seconds, (performance.now() - began) / 1000);
}
const bytes = pages.reduce((sum, page) => sum + page.length, 0);
process.stdout.write(
  JSON.stringify({ pages: pages.length, bytes, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }),
);
