/** `npx tsx bench/web.ts`: the built server under load, its memory, its scripts, and a page in Chromium -> bench/web.md. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { startSite } from "../test/browser/built-site.js";
import { openChromium } from "../test/browser/chromium.js";
import { ROOT } from "../test/source-files.js";

const DOSSIER = "call-2025-03-18";
const CONNECTIONS = 32;
/** In all; half of them are pages, half are reads of the API. */
const REQUESTS = Number(process.env.READOUT_BENCH_REQUESTS) || 200_000;
const PAINTS = 5;
const READING_ISLANDS = ["page", "explainer", "side-by-side", "countdown", "glossary"];

interface Load {
  perSecond: number;
  p99: number;
  /** Of the server's process, in each request. */
  cpuMicroseconds: number;
}

const home = mkdtempSync(join(tmpdir(), "readout-bench-"));
chmodSync(home, 0o755);
const site = await startSite([], { READOUT_API_RATE: "100000000", READOUT_HOME: home, DATABASE_URL: "" });
const before = loadavg()[0]!;
const atStart = site.memoryMegabytes();
const pages = await load(`${site.address}/dossiers/${DOSSIER}/`, REQUESTS / 2);
const reads = await load(`${site.address}/api/v1/dossiers/${DOSSIER}/lines?limit=10`, REQUESTS / 2);
const megabytes = site.memoryMegabytes();
const paint = process.env.READOUT_CHROMIUM ? await largestPaint(`${site.address}/dossiers/${DOSSIER}/`) : null;
await site.stop();
rmSync(home, { recursive: true, force: true });

const report = `# The pages under load

Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus().length} × ${cpus()[0]?.model ?? "an unknown processor"}; server, its database and the load on the same machine, ${CONNECTIONS} connections kept open. Others used the machine meanwhile: its load was ${before.toFixed(1)} before the first request. Each read asks the database whether anything has changed.

| what | measured | wanted |
|---|---|---|
| explainer pages a second | ${pages.perSecond.toFixed(0)} (p99 ${pages.p99.toFixed(0)} ms) | 800 (p99 under 100 ms) |
| API reads a second | ${reads.perSecond.toFixed(0)} (p99 ${reads.p99.toFixed(0)} ms) | 3,000 (p99 under 100 ms) |
| CPU of the server for a page, for a read | ${pages.cpuMicroseconds.toFixed(0)} µs, ${reads.cpuMicroseconds.toFixed(0)} µs | under 333 µs for a read |
| memory after ${REQUESTS} requests | ${megabytes.toFixed(0)} MB (${atStart.toFixed(0)} MB before) | under 300 MB after 200,000 |
| scripts of all reading pages together, gzipped | ${(scriptBytes() / 1024).toFixed(1)} KB | 15 KB |
| largest contentful paint, CPU slowed four times, median of ${PAINTS} | ${paint === null ? "not measured" : `${paint.toFixed(0)} ms`} | under 1,000 ms |
`;
writeFileSync(join(ROOT, "bench/web.md"), report);
console.log(report);

/** Closed loop: each connection asks again when it is answered. */
async function load(address: string, requests: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let left = requests;
  const spent = site.cpuSeconds();
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
  return {
    perSecond: times.length / seconds,
    p99: times[Math.floor(times.length * 0.99)]!,
    cpuMicroseconds: ((site.cpuSeconds() - spent) * 1e6) / times.length,
  };
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
    const paints: number[] = [];
    for (let visit = 0; visit < PAINTS; visit++) paints.push(await paintOnce(browser, address));
    return paints.sort((a, b) => a - b)[Math.floor(PAINTS / 2)]!;
  } finally {
    await browser.close();
  }
}

/** In a profile of its own, with nothing in its cache. */
async function paintOnce(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(address, { waitUntil: "networkidle" });
  const painted = await page.evaluate(
    () =>
      new Promise<number>((told) => {
        new PerformanceObserver((list) => told(list.getEntries().at(-1)!.startTime)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      }),
  );
  await context.close();
  return painted;
}
