/** `npx tsx bench/web.ts`: the built server under load, its memory, its scripts, and a page in Chromium -> bench/web.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { cpus } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { startSite } from "../test/browser/built-site.js";
import { openChromium } from "../test/browser/chromium.js";
import { ROOT } from "../test/source-files.js";

const FOLDER = join(ROOT, "examples/2025-03-18-trump-putin");
const DOSSIER = "call-2025-03-18";
const CONNECTIONS = 32;
const REQUESTS = Number(process.env.READOUT_BENCH_REQUESTS) || 20_000;
const READING_ISLANDS = ["page", "explainer", "side-by-side", "countdown", "glossary"];

interface Load {
  perSecond: number;
  p99: number;
}

const site = await startSite([FOLDER], { READOUT_API_RATE: "100000000" });
const pages = await load(`${site.address}/dossiers/${DOSSIER}/`, REQUESTS);
const reads = await load(`${site.address}/api/v1/dossiers/${DOSSIER}/lines?limit=10`, REQUESTS);
const megabytes = site.memoryMegabytes();
const paint = process.env.READOUT_CHROMIUM ? await largestPaint(`${site.address}/dossiers/${DOSSIER}/`) : null;
await site.stop();

const report = `# The pages under load

Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus().length} × ${cpus()[0]?.model ?? "an unknown processor"}; server and load on the same machine, ${CONNECTIONS} connections kept open.

| what | measured | wanted |
|---|---|---|
| explainer pages a second | ${pages.perSecond.toFixed(0)} (p99 ${pages.p99.toFixed(0)} ms) | 800 (p99 under 100 ms) |
| API reads a second | ${reads.perSecond.toFixed(0)} (p99 ${reads.p99.toFixed(0)} ms) | 3,000 (p99 under 100 ms) |
| memory after ${2 * REQUESTS} requests | ${megabytes.toFixed(0)} MB | under 300 MB after 200,000 |
| scripts of all reading pages together, gzipped | ${(scriptBytes() / 1024).toFixed(1)} KB | 15 KB |
| largest contentful paint, CPU slowed four times | ${paint === null ? "not measured" : `${paint.toFixed(0)} ms`} | under 1,000 ms |
`;
writeFileSync(join(ROOT, "bench/web.md"), report);
console.log(report);

/** Closed loop: each connection asks again when it is answered. */
async function load(address: string, requests: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let left = requests;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left-- > 0) {
        const asked = performance.now();
        await fetchOnce(address, agent);
        times.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)]! };
}

function fetchOnce(address: string, agent: Agent): Promise<void> {
  return new Promise((done, failed) => {
    get(address, { agent }, (response) => {
      if (response.statusCode !== 200) failed(new Error(`${address}: ${response.statusCode}`));
      response.on("end", done).resume();
    }).on("error", failed);
  });
}

function scriptBytes(): number {
  const folder = join(ROOT, "dist/web/assets");
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<string, { file: string }>;
  const files = READING_ISLANDS.map((name) => manifest[`src/web/islands/${name}.ts`]!.file);
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}

async function largestPaint(address: string): Promise<number> {
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(address, { waitUntil: "networkidle" });
    return await page.evaluate(
      () =>
        new Promise<number>((told) => {
          new PerformanceObserver((list) => told(list.getEntries().at(-1)!.startTime)).observe({
            type: "largest-contentful-paint",
            buffered: true,
          });
        }),
    );
  } finally {
    await browser.close();
  }
}
