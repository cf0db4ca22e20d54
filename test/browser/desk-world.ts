/** An empty installation and two texts to compare, for one file of tests: the built server, a browser, a way to sign in. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { ROOT } from "../source-files.js";
import { type ServedTexts, serveTexts } from "../web/two-texts.js";
import { type BuiltSite, startSite } from "./built-site.js";
import { openChromium } from "./chromium.js";
import { write } from "./keyboard.js";

export const PASSWORD = "a long enough password";

export interface DeskWorld {
  browser: Browser;
  site: BuiltSite;
  texts: ServedTexts;
  /** The command on the same installation. */
  command(args: readonly string[], input?: string): string;
  close(): Promise<void>;
}

export async function openDeskWorld(): Promise<DeskWorld> {
  const home = mkdtempSync(join(tmpdir(), "readout-desk-"));
  chmodSync(home, 0o755);
  const env = { READOUT_HOME: home, DATABASE_URL: "" };
  const texts = await serveTexts();
  const [browser, site] = await Promise.all([openChromium(), startSite(["--allow-private"], env)]);
  return {
    browser,
    site,
    texts,
    command: (args, input = "") =>
      execFileSync(process.execPath, [join(ROOT, "dist/cli/main.js"), ...args], {
        env: { ...process.env, ...env },
        input,
        encoding: "utf8",
      }),
    close: async () => {
      await browser.close();
      await site.stop();
      texts.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** From any address of the desk, by keyboard. */
export async function signIn(page: Page, site: BuiltSite, name: string): Promise<void> {
  await page.goto(`${site.address}/desk/`);
  await page.waitForURL("**/sign-in/");
  await write(page, "Name", name);
  await write(page, /^Password/, PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/desk/");
}
