/** The editor's whole way in a real browser: from the first account and two addresses to a public page, and back. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltSite, startSite } from "./built-site.js";
import { CHROMIUM, keepPicture, openChromium, overflowOf, violationsOf, visit } from "./chromium.js";

/** Made up, as two governments might tell of one call; the second holds what a page must never obey. */
const TEXTS: Record<string, string> = {
  "/us.txt": `Readout of the call on grain

Published: 2024-05-02 by the White House

The President and the Prime Minister agreed to open a corridor for grain ships for 60 days. The President urged the Prime Minister to release the detained sailors.`,
  "/tr.txt": `Press release on the telephone call about grain

Published: 2024-05-02 by the Presidency of Türkiye

The leaders discussed a corridor for grain ships. The Prime Minister rejected the demand to release the detained sailors. <script>document.title = "broken"</script>`,
};
const PASSWORD = "a long enough password";

describe.skipIf(!CHROMIUM)("the desk", () => {
  let browser: Browser;
  let site: BuiltSite;
  let texts: Server;
  let home: string;
  let addresses: string[];
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "readout-desk-"));
    chmodSync(home, 0o755);
    texts = createServer((request, response) => {
      const text = TEXTS[request.url ?? ""];
      response.writeHead(text ? 200 : 404, { "content-type": "text/plain; charset=utf-8" }).end(text);
    });
    await new Promise<void>((ready) => texts.listen(0, "127.0.0.1", ready));
    const { port } = texts.address() as AddressInfo;
    addresses = Object.keys(TEXTS).map((path) => `http://127.0.0.1:${port}${path}`);
    [browser, site] = await Promise.all([
      openChromium(),
      startSite(["--allow-private"], { READOUT_HOME: home, DATABASE_URL: "" }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    texts?.close();
    if (home) rmSync(home, { recursive: true, force: true });
  });

  /** Fits, and is without fault for axe; kept as a picture. */
  async function sound(page: Page, name: string): Promise<void> {
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflowOf(page), `${name} at ${width}`).toEqual([]);
      await keepPicture(page, `${name}-${width}`);
    }
    expect(await violationsOf(page), name).toEqual([]);
  }

  it("takes an editor from two addresses to a public page by keyboard alone", async () => {
    await visit(browser, {}, async (page) => {
      await page.goto(site.first!);
      await sound(page, "desk-first");
      await page.getByLabel("Name").focus();
      await page.keyboard.type("Ada");
      await page.keyboard.press("Tab");
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/desk/");
      await sound(page, "desk-home");

      await page.getByLabel("Title of the dossier").focus();
      await page.keyboard.type("Grain call");
      await page.keyboard.press("Tab");
      await page.keyboard.type(addresses.join("\n"));
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/desk/dossiers/grain-call/");
      await sound(page, "desk-queue");
      expect(await page.locator(".queue-act.is-waiting").count()).toBeGreaterThan(2);
      expect((await page.request.get(`${site.address}/dossiers/grain-call/`)).status()).toBe(404);

      const rejected = await page.locator(".queue-act.is-waiting").first().getAttribute("id");
      await page.locator(`#${rejected} button[value=rejected]`).focus();
      await page.keyboard.press("Enter");
      await page.waitForSelector(`#${rejected}.is-rejected`);
      await page.locator(`#${rejected} button[value=published]`).press("Enter");
      await page.waitForSelector(`#${rejected}.is-published`);

      await page.locator(".queue-act.is-waiting summary").first().press("Enter");
      const corrected = page.locator(".queue-act:has(details[open])");
      const id = await corrected.getAttribute("id");
      await corrected.getByLabel("What it covers").fill("grain");
      await corrected.getByRole("button", { name: "Keep the correction" }).press("Enter");
      await page.waitForSelector(`#${id}.is-published`);
      await page.getByRole("button", { name: /^Confirm (all|it)/ }).press("Enter");
      await page.waitForSelector(".queue-act.is-waiting", { state: "detached" });

      await page.getByRole("link", { name: "Write the page" }).first().press("Enter");
      await page.waitForURL("**/write/");
      const cited = await page.locator(".citable code").first().innerText();
      await page.getByLabel("Headline: the question").fill("What was agreed on grain?");
      await page.getByLabel("What was agreed").fill(`One line *matters* ${cited}. <b>No markup</b> [@0000deadbeef]`);
      await page.getByRole("button", { name: "Save the draft" }).press("Enter");
      await page.waitForSelector(".fault");
      await page.getByRole("button", { name: "Publish" }).press("Enter");
      expect(await page.locator(".fault").first().innerText()).toContain("0000deadbeef");
      await page.goto(`${site.address}/desk/dossiers/grain-call/write/`);
      await page.getByLabel("What was agreed").fill(`One line *matters* ${cited}. <b>No markup</b>`);
      await page.getByRole("button", { name: "Save the draft" }).press("Enter");
      await page.waitForSelector(".fault", { state: "detached" });
      await sound(page, "desk-write");
      await page.getByRole("link", { name: "Preview" }).press("Enter");
      await page.waitForURL("**/preview/");
      expect(await page.locator("h1").innerText()).toBe("What was agreed on grain?");
      await page.goBack();
      await page.getByRole("button", { name: "Publish" }).press("Enter");
      await page.waitForSelector("text=Publish the changes");
    }).catch((error: Error) => {
      // The refusal of a draft with a lost citation is an answer of status 409, which the browser reports.
      if (!/409/.test(error.message)) throw error;
    });

    await visit(browser, {}, async (page) => {
      await expect
        .poll(async () => (await page.goto(`${site.address}/dossiers/grain-call/`))?.status(), { timeout: 5000 })
        .toBe(200);
      expect(await page.title()).toContain("What was agreed on grain?");
      expect(await page.locator(".notes").innerText()).toContain("<b>No markup</b>");
      expect(await page.locator(".notes a.cite").count()).toBe(1);
      await sound(page, "desk-published");
      await page.goto(`${site.address}/dossiers/grain-call/side-by-side/`);
      expect(await page.locator("main").textContent()).toContain(`<script>document.title = "broken"</script>`);
      expect(await page.title()).not.toBe("broken");
    }).catch((error: Error) => {
      if (!/404/.test(error.message)) throw error;
    });
  });

  it("keeps the correction, takes the page back, and lets nobody in without the password", async () => {
    await visit(browser, {}, async (page) => {
      await page.goto(`${site.address}/desk/`);
      await page.waitForURL("**/sign-in/");
      await page.getByLabel("Name").fill("Ada");
      await page.getByLabel("Password").fill(PASSWORD);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/desk/");
      const cookie = (await page.context().cookies()).find(({ name }) => name === "readout-session")!;
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict" });
      const kept = await page.request.get(`${site.address}/desk/dossiers/grain-call/corrections.ndjson`);
      expect(JSON.parse((await kept.text()).split("\n")[0]!).corrected.scope.targets).toEqual(["grain"]);
      const forged = await page.request.post(`${site.address}/desk/dossiers/grain-call/take-back/`, {
        headers: { Origin: "https://elsewhere.example", "Content-Type": "application/x-www-form-urlencoded" },
      });
      expect(forged.status()).toBe(403);
      await page.goto(`${site.address}/desk/dossiers/grain-call/write/`);
      await page.getByRole("button", { name: "Take back" }).press("Enter");
      await page.waitForSelector("text=not public");
      await expect
        .poll(async () => (await page.request.get(`${site.address}/dossiers/grain-call/`)).status(), { timeout: 5000 })
        .toBe(404);
    });
  });
});
