/**
 * Pages, feeds and PDF, spoilt at random -> each is read or refused in one line, soon and in little memory.
 * `READOUT_FUZZ_RUNS=10000 npx vitest run test/publishers/fuzz.test.ts` runs as many as that; 500 otherwise.
 */

import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readCatalog } from "../../src/catalog/read-catalog.js";
import { extractText } from "../../src/documents/extract-text.js";
import { readList } from "../../src/documents/feeds/read-list.js";
import { ReadoutError } from "../../src/model/problem.js";
import { toOriginal } from "../../src/text/source-map.js";
import { makePdf, paragraph } from "../servers/make-pdf.js";
import { mutate, randomFrom } from "./mutate.js";
import { pageCases, TEXTS } from "./page-cases.js";

const RUNS = Number(process.env.READOUT_FUZZ_RUNS ?? 500);
/** Of the processor's time, so that a busy machine is no failure. */
const LONGEST_SECONDS = 2;
const MOST_MEGABYTES = 1_000;

const furniture = readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url))).pageFurniture;
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${TEXTS.map(({ id, title }) => `<item><title>${title}</title><link>https://office.example/${id}</link><pubDate>Tue, 06 May 2025 14:30:00 GMT</pubDate></item>`).join("")}</channel></rss>`;
const PDF = makePdf([paragraph(TEXTS[0]!.paragraphs.join(" "), 780), paragraph(TEXTS[1]!.paragraphs.join(" "), 780)], {
  compress: true,
});

const list = (kind: "rss" | "page") => ({
  address: "https://office.example/",
  kind,
  language: "en",
  links: kind === "page" ? "a" : null,
});
const SEEDS: { what: string; bytes: Uint8Array; read: (bytes: Uint8Array) => Promise<void> }[] = [
  ...pageCases().map(({ id, bytes }) => ({ what: id, bytes, read: readAsText })),
  { what: "a PDF", bytes: PDF, read: readAsText },
  { what: "a feed", bytes: Buffer.from(FEED), read: (bytes) => readAsList(bytes, "rss") },
  { what: "a page of links", bytes: pageCases()[0]!.bytes, read: (bytes) => readAsList(bytes, "page") },
];

async function readAsText(bytes: Uint8Array): Promise<void> {
  const { text, map } = await extractText(bytes, { source: "https://office.example/x", furniture });
  const span = toOriginal({ start: 0, end: text.length }, map);
  expect(span === null || span.start <= span.end).toBe(true);
}

async function readAsList(bytes: Uint8Array, kind: "rss" | "page"): Promise<void> {
  for (const { address } of (await readList(bytes, list(kind), { source: "https://office.example/", zone: "UTC" }))
    .value)
    expect(address).toMatch(/^https?:/);
}

test(`${RUNS} spoilt sources: no crash, no hang, no flood`, async () => {
  for (let run = 0; run < RUNS; run++) {
    const random = randomFrom(run);
    const { what, bytes, read } = SEEDS[Math.floor(random() * SEEDS.length)]!;
    const spoilt = mutate(bytes, random);
    const before = process.cpuUsage();
    const error = await read(spoilt).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const label = `run ${run}, ${what}`;
    if (error !== null && !(error instanceof ReadoutError)) throw new Error(label, { cause: error });
    if (error instanceof ReadoutError)
      expect(error.message, label).toMatch(/^https:\/\/office\.example\/x?: ?[^\n]+\.$/);
    expect(seconds, label).toBeLessThan(LONGEST_SECONDS);
    expect(process.memoryUsage().heapUsed / 1e6, label).toBeLessThan(MOST_MEGABYTES);
  }
}, 3_600_000);
