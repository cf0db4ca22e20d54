import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { processEffects, readChunks } from "./effects.js";

const folder = mkdtempSync(join(tmpdir(), "readout-effects-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const { readFile, writeFile, realPath } = processEffects();

test("a file is read up to the limit, a larger one not at all", async () => {
  writeFileSync(at("a.txt"), "0123456789");
  expect(Buffer.from((await readFile(at("a.txt"), 10)).bytes).toString()).toBe("0123456789");
  expect(await readFile(at("a.txt"), 9)).toEqual({ bytes: new Uint8Array(), size: 10 });
});

test("a stream without end is left after the limit", async () => {
  async function* endless() {
    for (;;) yield new Uint8Array(7);
  }
  expect((await readChunks(endless(), 20)).length).toBe(21);
});

test("a directory is no file", async () => {
  await expect(readFile(folder, 10)).rejects.toMatchObject({ code: "EISDIR" });
  await expect(writeFile(folder, "x")).rejects.toMatchObject({ code: "EISDIR" });
});

test("a file is written whole, in the place of the old, and nothing is left beside it", async () => {
  mkdirSync(at("new"));
  writeFileSync(at("new/page.html"), "old");
  symlinkSync("page.html", at("new/link.html"));
  await writeFile(at("new/link.html"), "new");
  expect(readFileSync(at("new/page.html"), "utf8")).toBe("new");
  await expect(writeFile(at("none/page.html"), "x")).rejects.toMatchObject({ code: "ENOENT" });
  expect(readdirSync(at("new")).sort()).toEqual(["link.html", "page.html"]);
});

test("a device is never replaced", async () => {
  await expect(writeFile("/dev/null", "x")).rejects.toMatchObject({ code: "ENOTREG" });
});

test("the path behind a link", async () => {
  writeFileSync(at("b.txt"), "b");
  symlinkSync(at("b.txt"), at("c.txt"));
  expect(await realPath(at("c.txt"))).toBe(await realPath(at("b.txt")));
  expect(await realPath(at("none"))).toBe(null);
});
