/**
 * `tsx bench/speed/extract-process.ts`: pages of 100 KB, from bytes to text, facts and map, again and again in one process
 * -> one line of JSON (`ExtractFigures`) on standard output.
 */
import { builtExtraction } from "./built-code.js";
import { largePages } from "./large-pages.js";

export interface ExtractFigures {
  pages: number;
  bytes: number;
  /** Of the processor's time, in the fastest round: the first one warms the compiler. */
  seconds: number;
  /** Largest resident set of the process. */
  megabytes: number;
}

const ROUNDS = 4;

const { extractText, catalog } = await builtExtraction();
const pages = largePages();
let seconds = Number.POSITIVE_INFINITY;
for (let round = 0; round < ROUNDS; round++) {
  const before = process.cpuUsage();
  let words = 0;
  for (const page of pages)
    words += (await extractText(page, { source: "page.html", furniture: catalog.pageFurniture })).text.length;
  if (words === 0) throw new Error("nothing was extracted");
  const { user, system } = process.cpuUsage(before);
  seconds = Math.min(seconds, (user + system) / 1e6);
}
const bytes = pages.reduce((sum, page) => sum + page.length, 0);
process.stdout.write(
  JSON.stringify({ pages: pages.length, bytes, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }),
);
