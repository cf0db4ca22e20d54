/** A page and what is to be reached on it -> the keys that a person without a mouse presses: Tab until it has the focus. */
import type { Page } from "playwright-core";

const MOST_TABS = 400;

/** What has the focus, as it is called on the page: a field by its label, the rest by its words. */
function focused(page: Page): Promise<{ name: string; within: string; kind: string }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const label = (element as HTMLInputElement | null)?.labels?.[0]?.querySelector("span") ?? element;
    const name = element?.getAttribute("aria-label") ?? label?.textContent ?? "";
    const within = element?.closest("[id]")?.id ?? "";
    return { name: name.trim(), within, kind: element?.tagName.toLowerCase() ?? "" };
  });
}

/** Presses Tab until something of this name has the focus; `within` is the start of the id of what it stands in. */
export async function tabTo(page: Page, name: string | RegExp, within = ""): Promise<string> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    const fits = typeof name === "string" ? now.name === name : name.test(now.name);
    if (fits && now.within.startsWith(within)) return now.within;
    passed.push(now.name.slice(0, 30));
    if (now.kind === "body" && tabs > 0 && passed.filter((each) => each === passed.at(-1)).length > 2) break;
  }
  throw new Error(`no key leads to ${name}; on the way: ${[...new Set(passed)].join(" | ")}`);
}

/** Reaches it, and presses Enter. */
export async function press(page: Page, name: string | RegExp, within = ""): Promise<string> {
  const found = await tabTo(page, name, within);
  await page.keyboard.press("Enter");
  return found;
}

/** Reaches a field, and writes in the place of what stands there. */
export async function write(page: Page, name: string | RegExp, text: string, within = ""): Promise<void> {
  await tabTo(page, name, within);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.type(text);
}
