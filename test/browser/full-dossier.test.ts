/** A made-up dossier with all that a page can show, in a real browser: every part is there, fits, and can be used. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WatchReport } from "../../src/model/watch-report.js";
import { MADE_UP, writeMadeUpDossier } from "../made-up-dossier.js";
import { type BuiltSite, startSite } from "./built-site.js";
import { CHROMIUM, keepPicture, openChromium, overflowOf, violationsOf, visit, wordsOf } from "./chromium.js";

const PATH = `/dossiers/${MADE_UP}`;
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ["full-explainer", "/"],
  ["full-holding", "/holding/"],
  ["full-map", "/map/"],
  ["full-sources", "/sources/"],
  ["full-other-text", "/sources/ua/"],
  ["full-forecasts", "/forecasts/"],
  ["full-commitment", "/commitments/energy-strikes-halt-2025/"],
  ["full-embeds", "/embed/"],
  ["full-embed-map", "/embed/map/"],
  ["full-embed-lasting", "/embed/lasting/"],
];
const FOREIGN = [
  ["full-explainer-ar", `/ar${PATH}/`],
  ["full-holding-ar", `/ar${PATH}/holding/`],
  ["full-map-ar", `/ar${PATH}/map/`],
  ["full-sources-ar", `/ar${PATH}/sources/`],
] as const;
const WIDTHS = [360, 768, 1440];
const SCHEMES = ["light", "dark"] as const;

describe.skipIf(!CHROMIUM)("a full dossier", () => {
  let browser: Browser;
  let site: BuiltSite;
  let folder: string;
  let report: WatchReport;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "readout-full-"));
    report = await writeMadeUpDossier(folder);
    [browser, site] = await Promise.all([openChromium(), startSite([folder])]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (page: Page, path: string) => page.goto(`${site.address}${PATH}${path}`);

  it.each([...PAGES.map(([name, path]) => [name, `${PATH}${path}`] as const), ...FOREIGN])(
    "%s fits every width, light and dark, with no violation of axe, and is whole without scripts",
    async (name, path) => {
      for (const colorScheme of SCHEMES) {
        await visit(browser, { colorScheme }, async (page) => {
          await page.goto(site.address + path);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 });
            expect(await overflowOf(page), `${name} at ${width}`).toEqual([]);
            await keepPicture(page, `${name}-${width}-${colorScheme}`);
          }
          expect(await violationsOf(page), `${name}, ${colorScheme}`).toEqual([]);
        });
      }
      const words = (javaScriptEnabled: boolean) => wordsOf(browser, site.address + path, { javaScriptEnabled });
      expect(await words(false), name).toBe(await words(true));
    },
  );

  it("tells whether it holds as the report has it: range, every reading, verdict, chart, map", async () => {
    await visit(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
      await open(page, "/");
      const section = page.locator("#holding");
      const { covered, uncertain } = report.range;
      expect(await section.locator(".figures dd").allInnerTexts()).toEqual([
        `${covered[0]} to ${covered[1]}`,
        `${uncertain[0]} to ${uncertain[1]}`,
      ]);
      expect(await section.locator(".readings tbody tr").count()).toBe(report.readings.length);
      expect(await section.locator(".verdict-line").innerText()).toBe(
        "Whether it fell depends on the reading. Russia: fell; United States: fell; Ukraine: no clear change.",
      );
      expect(await section.locator(".counts .wide svg").isVisible()).toBe(true);
      expect(await section.locator(".counts .narrow svg").isVisible()).toBe(false);
      const placed = report.findings.filter(({ latitude }) => latitude !== null).length;
      expect(await section.locator("svg.map .points path").count()).toBe(placed);
      await open(page, "/holding/");
      expect(await page.locator(".findings > li").count()).toBe(report.findings.length);
      expect(await page.locator(".change-item").count()).toBe(report.changes.length + 1);
    });
  });

  it("tells what others said, and counts none of it as agreed", async () => {
    await visit(browser, {}, async (page) => {
      await open(page, "/");
      const others = page.locator("#others");
      expect(await others.locator(".other-name").allInnerTexts()).toEqual([
        expect.stringContaining("President of Ukraine in its own text"),
        expect.stringContaining("Germany as Reuters reports it"),
        expect.stringContaining("France as Reuters reports it"),
        expect.stringContaining("Ukraine a party concerned, as Reuters reports it"),
        expect.stringContaining("analyst at an institute in Geneva as Reuters quotes"),
      ]);
      expect(await page.locator("#agreed").innerText()).not.toContain("Ukraine supports");
      expect(await page.locator(".points-title").innerText()).toContain("in 2 texts");
      await others.locator(".quotation a").first().click();
      expect(await page.locator("mark:target").innerText()).toContain("Ukraine supports a halt to strikes");
    });
  });

  it("shows a silent edit word by word, and what it did to the acts", async () => {
    await visit(browser, {}, async (page) => {
      await open(page, "/sources/");
      const edit = page.locator("#us .edit");
      expect(await edit.locator("del").allInnerTexts()).toEqual([
        expect.stringContaining("agreed to halt"),
        expect.stringContaining("The President promised to send observers at once."),
      ]);
      expect(await edit.locator("ins").allInnerTexts()).toEqual([expect.stringContaining("discussed a halt to")]);
      expect(await edit.locator(".act-changes li").first().innerText()).toMatch(/^weakened agreed/);
      expect(await page.locator("#ru .edit").count()).toBe(0);
      expect(await page.locator("#wire .drift li").first().innerText()).toMatch(
        /^Softens The report tells of a discussion, the readout of an agreement\./,
      );
    });
  });

  it("serves the editor's picture itself, with caption, alternative and credit", async () => {
    await visit(browser, {}, async (page) => {
      await open(page, "/");
      const picture = page.locator(".photograph img");
      expect(await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.alt])).toEqual([
        1200,
        "A lamp on a desk",
      ]);
      expect(await page.locator(".photograph figcaption").innerText()).toBe(
        "A lamp, drawn for this page. Picture: Readout",
      );
      const answer = await page.request.get(new URL((await picture.getAttribute("src"))!, page.url()).href);
      expect(answer.headers()["cache-control"]).toContain("immutable");
    });
  });

  it("lists forecasts with their scores and how those who made them have fared", async () => {
    await visit(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
      await open(page, "/forecasts/");
      const scores = await page.locator(".forecast-table tbody tr td:last-child").allInnerTexts();
      expect(scores).toEqual(["0.04", "0.49", "–", "–"]);
      expect(await page.locator(".calibration .wide svg circle").count()).toBe(2);
      await open(page, "/");
      expect(await page.locator("#lasting .forecast-table tbody tr").count()).toBe(4);
    });
  });

  it("makes the map one to move in only when it is asked to", async () => {
    await visit(browser, { viewport: { width: 1024, height: 900 } }, async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await open(page, "/map/");
      const map = page.locator("svg.map");
      expect(asked.some((url) => url.includes("map-explorer"))).toBe(false);
      await page.getByRole("button", { name: "Explore the map" }).click();
      await page.waitForSelector(".map-bar");
      expect(asked.some((url) => url.includes("map-explorer"))).toBe(true);
      await page.getByRole("button", { name: "Closer" }).click();
      await map.press("ArrowRight");
      const box = (await map.getAttribute("viewBox"))!.split(" ").map(Number);
      expect(box[2]).toBeCloseTo(640 / 1.6, 3);
      expect(box[0]).toBeGreaterThan(0);
      const shown = () => map.locator(".points path:not([hidden])").count();
      const before = await shown();
      await page.locator(".map-bar input").fill("0");
      expect(await shown()).toBeLessThan(before);
      expect(await violationsOf(page)).toEqual([]);
      await page.getByRole("button", { name: "Whole map" }).click();
      expect(await map.getAttribute("viewBox")).toBe("0 0 640 440");
    });
  });

  it("gives each point an address of its own, marks the one that is asked for, and copies it", async () => {
    for (const javaScriptEnabled of [true, false]) {
      await visit(browser, { javaScriptEnabled }, async (page) => {
        await open(page, "/#i2");
        const colours = await page
          .locator("article.line")
          .evaluateAll((lines) => lines.map((line) => [line.id, getComputedStyle(line).backgroundColor]));
        const [target] = colours.filter(([id]) => id === "i2");
        expect(colours.filter(([, colour]) => colour === target![1])).toEqual([target]);
      });
    }
    await visit(browser, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      await page.addInitScript(() => Object.defineProperty(navigator, "share", { value: undefined }));
      await open(page, "/");
      await page.locator("#i2 [data-copy]").click();
      await page.waitForSelector("#i2 [data-copy]:text('Address copied')");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.address}${PATH}/#i2`);
      await page.locator("#i2 .point-links a").last().click();
      expect(await page.locator(".frame:target code").innerText()).toContain(`${PATH}/embed/2/`);
      await open(page, "/side-by-side/#i6");
      await page.locator("#i6 [data-copy]").click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/side-by-side\/#i6$/);
    });
  });

  it("finds the frame of a point or of a chart by oEmbed", async () => {
    const ask = async (path: string) => {
      const url = `http://localhost:0${PATH}/${path}`;
      const answer = await fetch(`${site.address}/oembed?url=${encodeURIComponent(url)}`);
      return ((await answer.json()) as { html: string }).html;
    };
    expect(await ask("#i2")).toContain("/embed/2/");
    expect(await ask("#conditions-3")).toContain("/embed/3/");
    expect(await ask("map/")).toContain("/embed/map/");
    expect(await ask("holding/")).toContain("/embed/holding/");
    expect(await ask("timeline/")).toContain("/embed/points/");
  });

  it("prints the whole page without its furniture, in black on white, by night too", async () => {
    await visit(browser, { colorScheme: "dark" }, async (page) => {
      await open(page, "/");
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      for (const furniture of [".dossier-nav", ".tools", ".contents", ".languages", ".point-links"])
        expect(await page.locator(furniture).first().isVisible(), furniture).toBe(false);
      for (const part of ["#agreed", "#others", "#holding svg.map", "#lasting .wide svg", "#limits"])
        expect(await page.locator(part).first().isVisible(), part).toBe(true);
      const body = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color];
      });
      expect(body).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
      const pdf = await page.pdf({ format: "A4" });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      await keepPicture(page, "full-explainer-print");
    });
  });

  it("reads the page out, follows the word that is spoken, and stops when told to", async () => {
    await visit(browser, {}, async (page) => {
      await page.addInitScript(() => {
        const said: SpeechSynthesisUtterance[] = [];
        const speech = {
          said,
          speaking: false,
          speak(utterance: SpeechSynthesisUtterance) {
            said.push(utterance);
            speech.speaking = true;
          },
          cancel() {
            speech.speaking = false;
          },
        };
        Object.defineProperty(window, "speechSynthesis", { value: speech });
      });
      await open(page, "/");
      const listen = page.getByRole("button", { name: "Listen" });
      await listen.click();
      const said = await page.evaluate(() => {
        const { said: all } = speechSynthesis as unknown as { said: SpeechSynthesisUtterance[] };
        return all.map(({ text, lang }) => [text, lang]);
      });
      expect(said[0]).toEqual(["What was agreed in a call that nobody made?", "en"]);
      expect(said.some(([text]) => text!.includes("Whether it fell depends on the reading"))).toBe(true);
      const word = await page.evaluate(() => {
        const { said: all } = speechSynthesis as unknown as { said: SpeechSynthesisUtterance[] };
        all[0]!.dispatchEvent(
          new SpeechSynthesisEvent("boundary", { utterance: all[0]!, charIndex: 9, charLength: 6 }),
        );
        return [...(CSS.highlights.get("spoken") ?? [])].map(String);
      });
      expect(word).toEqual(["agreed"]);
      await page.getByRole("button", { name: "Stop" }).click();
      expect(await page.evaluate(() => [speechSynthesis.speaking, CSS.highlights.has("spoken")])).toEqual([
        false,
        false,
      ]);
      expect(await listen.isVisible()).toBe(true);
    });
  });
});
