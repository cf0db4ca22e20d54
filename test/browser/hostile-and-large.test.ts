/** Texts that attack the page, and a dossier of 200,000 words and 2,000 points, in a real browser: shown as text, and usable. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInterface } from "../../src/catalog/read-interface.js";
import type { Comparison } from "../../src/model/comparison.js";
import type { Document } from "../../src/model/document.js";
import { readersOf } from "../../src/web/reader.js";
import type { Running } from "../../src/web/serve.js";
import type { Site, SiteDossier } from "../../src/web/site.js";
import { writeMadeUpDossier } from "../made-up-dossier.js";
import { ROOT } from "../source-files.js";
import { type BuiltSite, startSite } from "./built-site.js";
import { CHROMIUM, openChromium, overflowOf, visit } from "./chromium.js";

const POINTS = 2000;
const HOSTILE = `# <img src=x onerror="document.title='broken'">

Published: 2024-05-02 by the White House

The President agreed to <script>document.title = "broken"</script> open a corridor. The Minister \u202Erejected\u202C the\u200B plan. ${"a".repeat(1_000_000)}

The President urged the Minister to accept </p></main>{{constructor}}\u0007 the offer.`;

/** Runs wherever it is taken for HTML, and changes the title that the tests look at. */
const MARKUP = "<img src=x onerror=document.title=1><script>document.title=2</script>";

/** The code as it was built, which finds its assets beside it. */
function built<T>(path: string): Promise<T> {
  return import(join(ROOT, "dist", path)) as Promise<T>;
}

describe.skipIf(!CHROMIUM)("pages of texts that nobody would wish for", () => {
  let browser: Browser;
  let folder: string;
  let hostile: BuiltSite;
  let large: Running;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "readout-hostile-"));
    await writeMadeUpDossier(folder);
    for (const name of ["watch.json", "forecasts.ndjson"]) {
      const made = readFileSync(join(folder, name), "utf8");
      writeFileSync(
        join(folder, name),
        made.replaceAll(/Made-up (report|events)|A university in Vienna|A made-up article/g, MARKUP),
      );
    }
    writeFileSync(join(folder, "us.txt"), HOSTILE);
    writeFileSync(join(folder, "ru.txt"), HOSTILE.replace("White House", "Kremlin"));
    writeFileSync(
      join(folder, "dossier.yaml"),
      `id: hostile
headline: '<b>Bold</b> "question"'
words: { agreed: '<script>1</script> [x](javascript:alert(1))' }
documents:
  - { id: us, file: us.txt, earlier: [{ file: us-before.txt }] }
  - { id: ru, file: ru.txt }
agreements: [energy-strikes-halt-2025]
watch: [watch.json]
forecasts: forecasts.ndjson
picture: { file: picture.png, alt: '"><script>1</script>', caption: '${MARKUP}', credit: '${MARKUP}' }
`,
    );
    [browser, hostile, large] = await Promise.all([openChromium(), startSite([folder]), serveLarge()]);
  });
  afterAll(async () => {
    await browser?.close();
    await hostile?.stop();
    await large?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    "",
    "side-by-side/",
    "sources/us/",
    "embed/1/",
    "holding/",
    "map/",
    "forecasts/",
    "sources/",
    "embed/holding/",
  ])("%s shows hostile words as words", async (path) => {
    await visit(browser, { viewport: { width: 360, height: 780 } }, async (page) => {
      await page.goto(`${hostile.address}/dossiers/hostile/${path}`);
      expect(await page.title()).not.toMatch(/broken|^\d$/);
      expect(await page.locator("main script, main img[src=x], a[href^=javascript]").count()).toBe(0);
      expect(await overflowOf(page)).toEqual([]);
      if (path !== "sources/us/") return;
      const words = await page.locator(".words").textContent();
      expect(words).toContain("<script>");
      expect(words).toContain("\\u202erejected");
    });
  });

  it("stays usable with 200,000 words and 2,000 points", async () => {
    await visit(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
      await page.goto(`http://127.0.0.1:${large.port}/dossiers/large/side-by-side/`);
      expect(await page.locator(".rail-item").count()).toBe(POINTS);
      for (const number of [1, POINTS / 2, POINTS]) {
        await page.locator(`#i${number} .choose`).click();
        expect(await page.locator("mark.lit").count()).toBe(2);
        expect(await page.locator("mark.lit").first().isVisible()).toBe(true);
      }
      await page.keyboard.press("k");
      expect(new URL(page.url()).hash).toBe(`#i${POINTS - 1}`);
    });
  });
});

async function serveLarge(): Promise<Running> {
  const [{ createApp }, { serve }, { loadAssets }] = await Promise.all([
    built<typeof import("../../src/web/app.js")>("web/app.js"),
    built<typeof import("../../src/web/serve.js")>("web/serve.js"),
    built<typeof import("../../src/web/assets.js")>("web/assets.js"),
  ]);
  const dossier = await largeDossier();
  const site: Site = { dossiers: async () => [], dossier: async () => dossier, glossary: () => [] };
  const app = createApp({
    site,
    desk: null,
    firstCode: null,
    readers: readersOf(readInterface(join(ROOT, "catalog"))),
    assets: loadAssets(),
    origin: "http://localhost",
    apiLimit: 100,
    report: (error) => {
      throw error;
    },
  });
  return serve(app, { port: 0, host: "127.0.0.1" });
}

const IDS = ["us", "ru"];
const CLAUSE = "The parties agreed to keep talking of the matter at hand";
const PARAGRAPH = `${CLAUSE}, and ${"went on at some length about it ".repeat(5)}in the end.\n\n`;
const SOURCE = { parties: [], publisher: null, title: null, published: null, language: "en" };
const WHOLE = { genre: "readout", translated: false, complete: true } as const;

/** Two texts of 100,000 words, and a point about each fiftieth of them. */
async function largeDossier(): Promise<SiteDossier> {
  const { publishExplainer, UNWRITTEN } = await built<
    typeof import("../../src/publish/explainer/publish-explainer.js")
  >("publish/explainer/publish-explainer.js");
  const text = PARAGRAPH.repeat(POINTS + 400);
  const documents = IDS.map(
    (id): Document => ({ ...SOURCE, ...WHOLE, id, source: id, text, sha256: "0", publisher: id }),
  );
  const names = { actor: (id: string) => id, issue: (id: string) => id, target: (id: string) => id };
  const record = { id: "large", documents, provenance: new Map(), comparison: largeComparison(), edition: UNWRITTEN };
  return {
    id: "large",
    explainer: publishExplainer(record, names),
    texts: new Map(IDS.map((id) => [id, text])),
    commitments: [],
    due: [],
    histories: new Map(),
    holdings: [],
    foretold: { forecasts: [], forecasters: [] },
    edits: [],
    drifts: [],
    pictures: new Map(),
    ground: { regions: [], boundaries: new Map() },
    weighings: [],
    names,
    moments: [],
    revisions: [],
    version: "1",
  };
}

function largeComparison(): Comparison {
  const side = (at: number) => {
    const start = at * PARAGRAPH.length;
    const span = { start, end: start + CLAUSE.length, quote: CLAUSE, act: "agreed" as const };
    const says = { act: "agreed" as const, veridicality: "asserted" as const, strength: 0.9, rule: "made-up" };
    return { ...says, actors: ["USA"], attribution: ["White House"], spans: [span] };
  };
  return {
    sources: IDS.map((id) => ({ ...SOURCE, ...WHOLE, id })),
    items: Array.from({ length: POINTS }, (_, at) => ({
      id: `item-${at}`,
      label: `Matter ${at}`,
      issues: [],
      relation: "both",
      differences: [],
      sources: { us: side(at), ru: side(at) },
    })),
    unsaid: [],
  };
}
