/** The editor's whole way in a real browser, by keyboard alone: from the first account and two addresses to a public page. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Resvg } from "@resvg/resvg-js";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, keepPicture, overflowOf, violationsOf, visit } from "./chromium.js";
import { type DeskWorld, openDeskWorld, PASSWORD, signIn } from "./desk-world.js";
import { press, tabTo, write } from "./keyboard.js";

/** A sea under a sky. */
const PICTURE = new Resvg(
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#9fc3d9"/><rect y="210" width="640" height="150" fill="#2f5d73"/><path d="M180 210h260l-30 50H220z" fill="#7a2e22"/></svg>`,
)
  .render()
  .asPng();

describe.skipIf(!CHROMIUM)("the desk", () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await openDeskWorld();
  });
  afterAll(() => world?.close());

  /** Fits, and is without fault for axe in light and dark; kept as a picture. */
  async function sound(page: Page, name: string): Promise<void> {
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflowOf(page), `${name} at ${width}`).toEqual([]);
      await keepPicture(page, `${name}-${width}-light`);
    }
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOf(page), `${name}, ${colorScheme}`).toEqual([]);
      if (colorScheme === "dark") await keepPicture(page, `${name}-1440-dark`);
    }
  }

  it("leads from two addresses to a public page without a mouse", async () => {
    const { browser, site, texts } = world;
    await visit(
      browser,
      {},
      async (page) => {
        await page.goto(site.first!);
        await sound(page, "desk-first");
        await write(page, "Name", "Ada");
        await write(page, /^Password/, PASSWORD);
        await page.keyboard.press("Enter");
        await page.waitForURL("**/desk/");
        await sound(page, "desk-home");

        await write(page, "Title of the dossier", "Grain call");
        await write(page, /^Addresses/, texts.addresses.join("\n"));
        await press(page, "Fetch and compare");
        await page.waitForURL("**/desk/jobs/*/");
        await page.waitForSelector(`.steps:has-text("${texts.addresses[1]}")`);
        await page.waitForURL("**/desk/dossiers/grain-call/");
        await sound(page, "desk-queue");
        expect((await page.request.get(`${site.address}/dossiers/grain-call/`)).status()).toBe(404);

        const waiting = await page.locator(".queue-act.is-waiting").count();
        expect(waiting).toBeGreaterThan(2);
        const rejected = await press(page, "Reject", "act-");
        await page.waitForSelector(`#${rejected}.is-rejected`);
        await press(page, "Back to the queue", "done");
        await page.waitForSelector(`#${rejected}.is-waiting`);

        const corrected = await press(page, "Correct", "act-");
        await tabTo(page, "Kind of act", corrected);
        await page.keyboard.type("pledged");
        await write(page, /^What it covers/, "grain", corrected);
        await press(page, "Keep the correction", corrected);
        await page.waitForSelector(`#${corrected}.is-published`);
        await sound(page, "desk-corrected");
        await page.goto(page.url().split("?")[0]!);
        await press(page, /^Confirm (all|it)/);
        await page.waitForSelector(".queue-act.is-waiting", { state: "detached" });

        await page.goto(page.url().split("?")[0]!);
        await press(page, "Write the page");
        await page.waitForURL("**/write/");
        const cited = await page.locator(".citable code").first().innerText();
        await write(page, "Headline: the question", "What was agreed on grain?");
        await write(page, "What was agreed", `One line *matters* ${cited}. <b>No markup</b> [@0000deadbeef]`);
        await press(page, "Save the draft");
        await page.waitForSelector(".fault");
        await press(page, "Publish");
        await page.waitForSelector(".fault:has-text('no confirmed line')");
        expect(await page.locator(".fault").first().innerText()).toContain("0000deadbeef");
        expect((await page.request.get(`${site.address}/dossiers/grain-call/`)).status()).toBe(404);
        await write(page, "What was agreed", `One line *matters* ${cited}. <b>No markup</b>`);
        await press(page, "Save the draft");
        await page.waitForSelector(".fault", { state: "detached" });
        await sound(page, "desk-write");
        await press(page, "Preview");
        await page.waitForURL("**/preview/");
        expect(await page.locator("h1").innerText()).toBe("What was agreed on grain?");
        await sound(page, "desk-preview");
        await press(page, "Write the page");
        await page.waitForURL("**/write/");
        await press(page, "Publish");
        await page.waitForSelector("text=Publish the changes");
        await press(page, "Public page");
        await page.waitForURL("**/dossiers/grain-call/");
        expect(await page.title()).toContain("What was agreed on grain?");
      },
      [409],
    );
  }, 180_000);

  it("has made a page that shows hostile words as words", async () => {
    const { browser, site } = world;
    await visit(browser, {}, async (page) => {
      await page.goto(`${site.address}/dossiers/grain-call/`);
      expect(await page.locator(".notes").innerText()).toContain("<b>No markup</b>");
      expect(await page.locator(".notes a.cite").count()).toBe(1);
      await page.goto(`${site.address}/dossiers/grain-call/side-by-side/`);
      expect(await page.locator("main").textContent()).toContain(`<script>document.title = "broken"</script>`);
      expect(await page.title()).not.toBe("broken");
    });
  });

  it("takes a picture with its words, shows it to editors alone before it is published, and refuses what is none", async () => {
    const { browser, site } = world;
    const own = `${site.address}/dossiers/grain-call/`;
    await visit(
      browser,
      {},
      async (page) => {
        await signIn(page, site, "Ada");
        await page.goto(`${site.address}/desk/dossiers/grain-call/write/`);
        const choose = async (name: string, buffer: Buffer) => {
          const chooser = page.waitForEvent("filechooser");
          await tabTo(page, /^File:/);
          await page.keyboard.press("Enter");
          await (await chooser).setFiles({ name, mimeType: "image/png", buffer });
        };
        await choose("picture.png", Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`));
        await press(page, "Save the draft");
        await page.waitForSelector(".fault:has-text('picture.png: is no JPEG, PNG, WebP or AVIF')");
        await choose("picture.png", PICTURE);
        await press(page, "Save the draft");
        await page.waitForSelector(".fault:has-text('needs words')");
        await write(page, /^What it shows/, "A grain ship in a strait");
        await write(page, "Caption", "A ship on its way. <script>1</script>");
        await write(page, /^Credit/, "Made up for a test");
        await press(page, "Save the draft");
        await page.waitForSelector(".fault", { state: "detached" });
        await sound(page, "desk-picture");
        const name = await page.locator("input[name=picture]").getAttribute("value");
        const drawn = () =>
          page.locator("figure.photograph img").evaluate((img) => (img as HTMLImageElement).naturalWidth);
        expect((await page.request.get(`${own}pictures/${name}`)).status()).toBe(404);
        await press(page, "Preview");
        await page.waitForURL("**/preview/");
        expect(await drawn()).toBe(640);
        await press(page, "Write the page");
        await page.waitForURL("**/write/");
        await press(page, "Publish the changes");
        await page.waitForSelector("text=Publish the changes");
        await page.goto(own);
        expect(await drawn()).toBe(640);
        expect(await page.locator("figure.photograph img").getAttribute("alt")).toBe("A grain ship in a strait");
        expect(await page.locator("figure.photograph figcaption").innerText()).toContain("<script>1</script>");
        const answer = await page.request.get(`${own}pictures/${name}`);
        expect(answer.headers()).toMatchObject({ "content-type": "image/png", "x-content-type-options": "nosniff" });
      },
      [400],
    );
  });

  it("tells the second of two editors, shows what the first saved, and loses neither's words", async () => {
    const { browser, site, command } = world;
    command(["user", "add", "Bo", "--role", "editor", "--password-stdin"], PASSWORD);
    await visit(browser, {}, (ada) =>
      visit(
        browser,
        {},
        async (bo) => {
          await Promise.all([signIn(ada, site, "Ada"), signIn(bo, site, "Bo")]);
          for (const page of [ada, bo]) await page.goto(`${site.address}/desk/dossiers/grain-call/write/`);
          await write(ada, "Byline", "Written by Ada");
          await write(bo, "Headline: the question", "Will it hold?");
          await press(ada, "Save the draft");
          await ada.waitForURL("**/write/");
          await ada.waitForSelector("text=Undo the last change");
          await press(bo, "Save the draft");
          await bo.waitForSelector(".conflict");
          expect(await bo.locator(".fault").first().innerText()).toContain("Ada has saved this meanwhile");
          expect(await bo.locator(".conflict").innerText()).toContain("Written by Ada");
          expect(await bo.locator("input[name=headline]").inputValue()).toBe("Will it hold?");
          await sound(bo, "desk-conflict");
          await write(bo, "Byline", "Written by Ada");
          await press(bo, "Save the draft");
          await bo.waitForSelector(".conflict", { state: "detached" });
          expect(await bo.locator("input[name=byline]").inputValue()).toBe("Written by Ada");
          await press(bo, "Undo the last change");
          await bo.waitForSelector("text=earlier drafts");
          expect(await bo.locator("input[name=headline]").inputValue()).toBe("What was agreed on grain?");
          await press(bo, "Undo the last change");
          await bo.waitForFunction(() => document.querySelector<HTMLInputElement>("input[name=byline]")?.value === "");
        },
        [409],
      ),
    );
  });

  it("shows each publishing as a public revision with what it changed, takes the page back, and tells who asked", async () => {
    const { browser, site, command } = world;
    const told = await hookOf(site.address, command);
    await visit(
      browser,
      {},
      async (page) => {
        await signIn(page, site, "Ada");
        await page.goto(`${site.address}/desk/dossiers/grain-call/write/`);
        await write(page, "Headline: the question", "What was agreed on grain ships?");
        await press(page, "Publish the changes");
        await page.waitForFunction(() => document.querySelector("details.drafts") !== null);
        await page.goto(`${site.address}/dossiers/grain-call/revisions/3/`);
        expect(await page.locator("ins").allInnerTexts()).toEqual(["ships"]);
        await page.goto(`${site.address}/desk/dossiers/grain-call/write/`);
        await press(page, "Take back");
        await page.waitForSelector("text=not public");
        expect((await page.goto(`${site.address}/dossiers/grain-call/`))?.status()).toBe(404);
      },
      [404],
    );
    await expect.poll(() => told.kinds, { timeout: 30_000, interval: 250 }).toEqual(["page", "page"]);
    told.close();
  });

  /** What the running server sends to an address that was registered through the API. */
  async function hookOf(site: string, command: DeskWorld["command"]) {
    const kinds: string[] = [];
    const receiver = createServer(async (request, response) => {
      const body = (await request.toArray()).join("");
      kinds.push((JSON.parse(body) as { kind: string }).kind);
      response.writeHead(204).end();
    });
    await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const { token } = JSON.parse(
      command(["token", "add", "Ada", "--title", "hooks", "--scopes", "administer", "--json"]),
    );
    const answer = await fetch(`${site}/api/v1/webhooks`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ dossier: "grain-call", url, kinds: ["page"] }),
    });
    expect(answer.status).toBe(201);
    return { kinds, close: () => receiver.close() };
  }
});
