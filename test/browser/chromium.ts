/** READOUT_CHROMIUM, the path of a Chromium -> pages in it, what is wrong on them, and pictures kept of each run. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { ROOT } from "../source-files.js";

/** Debian's is /usr/bin/chromium; without it the browser's tests say that they were skipped. */
export const CHROMIUM = process.env.READOUT_CHROMIUM;

/** Where a run keeps what its pages looked like. */
const PICTURES = join(ROOT, "test-results", "screenshots");

/** Debian's Chromium asks the network for updates and more unless it is told not to. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
}

/**
 * One visit in a profile of its own; it fails where the page asks another host for anything or breaks its own policy.
 * `refusals` are the statuses that are part of it, which the browser reports as errors.
 */
export async function visit<T>(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
  refusals: readonly number[] = [],
): Promise<T> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    const expected = (text: string) => refusals.some((status) => text.includes(`status of ${status} `));
    page.on("console", (message) => {
      if (message.type() === "error" && !expected(message.text())) faults.push(message.text());
    });
    page.on("request", (request) => {
      if (!["127.0.0.1", "localhost"].includes(new URL(request.url()).hostname)) faults.push(`asks ${request.url()}`);
    });
    const answer = await use(page);
    if (faults.length > 0) throw new Error(`${page.url()}: ${faults.join("; ")}`);
    return answer;
  } finally {
    await context.close();
  }
}

/** axe-core's violations by rule, each with the first element that breaks it; the page's policy is not in its way. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const { violations } = await inPage.run();
    return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  });
}

/** What is wider than the window, as selectors; nothing may be, but inside of what scrolls by itself. */
export function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll("*")]
      .filter(
        (element) => element.getBoundingClientRect().right > width + 1 || element.getBoundingClientRect().left < -1,
      )
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
}

/** Kept as an artefact of the run, to be looked at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

/** What a script adds of its own accord: tools that need one, the search of the glossary, how long until a day. */
const ADDED = "[data-tools], [data-find], .countdown";

/** The words of a page's content, but for what only a script can show. Not innerText, which leaves out what is not laid out. */
export function wordsOf(browser: Browser, address: string, options: BrowserContextOptions): Promise<string> {
  return visit(browser, options, async (page) => {
    await page.goto(address);
    return page.evaluate((added) => {
      for (const element of document.querySelectorAll(added)) element.remove();
      return document.querySelector("main")?.textContent ?? "";
    }, ADDED);
  });
}
