/** The pages people read, in a real browser: nothing overflows, axe finds nothing, and they are whole without scripts. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltSite, startSite } from "./built-site.js";
import { CHROMIUM, keepPicture, openChromium, overflowOf, violationsOf, visit, wordsOf } from "./chromium.js";

const DOSSIER = "/dossiers/call-2025-03-18";
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ["home", "/"],
  ["explainer", `${DOSSIER}/`],
  ["side-by-side", `${DOSSIER}/side-by-side/`],
  ["commitments", `${DOSSIER}/commitments/`],
  ["commitment", `${DOSSIER}/commitments/energy-strikes-halt-2025/`],
  ["holding", `${DOSSIER}/holding/`],
  ["map", `${DOSSIER}/map/`],
  ["timeline", `${DOSSIER}/timeline/`],
  ["forecasts", `${DOSSIER}/forecasts/`],
  ["revision", `${DOSSIER}/revisions/1/`],
  ["embed", `${DOSSIER}/embed/5/`],
  ["commitments-ar", `/ar${DOSSIER}/commitments/`],
  ["sources", `${DOSSIER}/sources/`],
  ["archived-text", `${DOSSIER}/sources/ru/`],
  ["glossary", "/glossary/"],
  ["not-found", "/nothing/"],
  ["explainer-uk", `/uk${DOSSIER}/`],
  ["explainer-ar", `/ar${DOSSIER}/`],
  ["side-by-side-ar", `/ar${DOSSIER}/side-by-side/`],
];
const WIDTHS = [360, 768, 1440];
const SCHEMES = ["light", "dark"] as const;

describe.skipIf(!CHROMIUM)("reading pages", () => {
  let browser: Browser;
  let site: BuiltSite;
  let home: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "readout-pages-"));
    chmodSync(home, 0o755);
    [browser, site] = await Promise.all([openChromium(), startSite([], { READOUT_HOME: home, DATABASE_URL: "" })]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it.each(PAGES)("%s fits every width, light and dark, with no violation of axe", async (name, path) => {
    for (const colorScheme of SCHEMES) {
      await visit(browser, { colorScheme }, async (page) => {
        const response = await page.goto(site.address + path);
        if (name === "not-found") expect(response?.status()).toBe(404);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          expect(await overflowOf(page), `${name} at ${width}`).toEqual([]);
          await keepPicture(page, `${name}-${width}-${colorScheme}`);
        }
        expect(await violationsOf(page), `${name}, ${colorScheme}`).toEqual([]);
      }).catch((error: Error) => {
        // The browser reports the status of the page that is not there as an error of its own.
        if (name !== "not-found" || !error.message.includes("404")) throw error;
      });
    }
  });

  it.each(PAGES.filter(([each]) => each !== "not-found"))(
    "%s says without scripts all that it says with them",
    async (name, path) => {
      const without = await wordsOf(browser, site.address + path, { javaScriptEnabled: false });
      expect(without.length, name).toBeGreaterThan(100);
      expect(without, name).toBe(await wordsOf(browser, site.address + path, { javaScriptEnabled: true }));
    },
  );

  it("light a line in every text, by click, by key and without a script", async () => {
    const lit = (page: Page) =>
      page.locator("mark.lit").evaluateAll((marks) => [...new Set(marks.map((mark) => mark.closest(".pane")!.id))]);
    await visit(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
      await page.goto(`${site.address}${DOSSIER}/side-by-side/`);
      await page.locator("#i5 .choose").click();
      expect(await lit(page)).toEqual(["text-0", "text-1"]);
      await page.keyboard.press("j");
      expect(new URL(page.url()).hash).toBe("#i6");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#i6");
      await page.keyboard.press("ArrowUp");
      expect(new URL(page.url()).hash).toBe("#i5");
      await page.keyboard.press("Escape");
      expect(await lit(page)).toEqual([]);
      await page.locator("#kind-differs").check({ force: true });
      expect(await page.locator(".rail-item:visible").count()).toBe(await page.locator(".rail-item.k-differs").count());
    });
    await visit(browser, { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } }, async (page) => {
      await page.goto(`${site.address}${DOSSIER}/side-by-side/#i5`);
      const colours = await page
        .locator("mark.n5")
        .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).backgroundColor));
      expect(colours.length).toBeGreaterThanOrEqual(2);
      expect(new Set(colours)).toEqual(new Set(["rgb(255, 226, 122)"]));
    });
  });

  it("switch between the texts on a phone", async () => {
    for (const javaScriptEnabled of [true, false]) {
      await visit(browser, { viewport: { width: 360, height: 780 }, javaScriptEnabled }, async (page) => {
        await page.goto(`${site.address}${DOSSIER}/side-by-side/`);
        const visible = () =>
          page
            .locator(".rail, .pane")
            .evaluateAll((parts) => parts.filter((part) => (part as HTMLElement).offsetParent).map(({ id }) => id));
        expect(await visible()).toEqual(["points"]);
        await page.locator("#show-1").check({ force: true });
        expect(await visible()).toEqual(["text-1"]);
      });
    }
  });
});
