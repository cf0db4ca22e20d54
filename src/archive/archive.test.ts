import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { documentOf } from "../../test/made-up-acts.js";
import { type Archive, openArchive } from "./archive.js";

let folder: string;
let archive: Archive;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "readout-archive-"));
  archive = await openArchive(folder, { durable: false });
});
afterEach(() => rmSync(folder, { recursive: true }));

const ADDRESS = "https://example.org/call";
const fetched = (at: string, address = ADDRESS) => ({
  address,
  answeredBy: address,
  fetchedAt: at,
  status: 200,
  headers: { etag: '"1"' },
  publisherId: "example",
});
const bytesOf = (text: string) => new TextEncoder().encode(text);
const keep = (text: string, at: string, page = text, address = ADDRESS) => {
  const document = { ...documentOf("a", text), title: "On a call" };
  const bytes = bytesOf(page);
  return archive.keep(fetched(at, address), bytes, { ...document, sha256: hash(page) });
};
const hash = (text: string) => documentOf("a", text).sha256;
const files = (under = folder): string[] =>
  readdirSync(under, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(under, entry.name)) : [join(under, entry.name)],
  );

test("what is kept comes back, byte for byte and word for word", async () => {
  const { version, isNew } = await keep("The sides met – twice.", "2025-03-18T10:00:00Z", "<p>The sides met – twice.");
  expect(isNew).toBe(true);
  expect(Buffer.from((await archive.bytes(version.sha256))!).toString()).toBe("<p>The sides met – twice.");
  expect(await archive.document(version.sha256)).toMatchObject({ text: "The sides met – twice.", title: "On a call" });
  expect((await archive.history(ADDRESS)).value).toEqual({ versions: [version], lastSeenAt: "2025-03-18T10:00:00Z" });
});

test("the same bytes are no new version, and are kept once for all addresses", async () => {
  await keep("The sides met.", "2025-03-18T10:00:00Z");
  const again = await keep("The sides met.", "2025-03-18T11:00:00Z");
  expect(again).toMatchObject({ isNew: false, version: { fetchedAt: "2025-03-18T10:00:00Z" } });
  await keep("The sides met.", "2025-03-18T12:00:00Z", "The sides met.", "https://example.org/copy");
  const history = (await archive.history(ADDRESS)).value;
  expect([history.versions.length, history.lastSeenAt]).toEqual([1, "2025-03-18T11:00:00Z"]);
  expect(files().filter((path) => path.includes("objects"))).toHaveLength(1);
});

test("the same text in other markup is a version with the same text", async () => {
  await keep("The sides met.", "2025-03-18T10:00:00Z", "<p>The sides met.");
  await keep("The sides met.", "2025-03-18T11:00:00Z", "<div>The sides met.</div>");
  const { versions } = (await archive.history(ADDRESS)).value;
  expect(versions).toHaveLength(2);
  expect(new Set(versions.map(({ sha256 }) => sha256)).size).toBe(2);
  expect(new Set(versions.map(({ textSha256 }) => textSha256)).size).toBe(1);
});

test("bytes without a text are kept with the reason", async () => {
  const { version } = await archive.keep(fetched("2025-03-18T10:00:00Z"), bytesOf("%PDF"), {
    refusal: "source-scanned",
  });
  expect(version).toMatchObject({ textSha256: null, refusal: "source-scanned" });
  expect(await archive.document(version.sha256)).toBe(null);
  await archive.noteSeen(ADDRESS, "2025-03-19T10:00:00Z");
  expect((await archive.history(ADDRESS)).value.lastSeenAt).toBe("2025-03-19T10:00:00Z");
});

test("no outside name reaches the file system", async () => {
  for (const address of [
    "https://example.org/../../etc/passwd",
    "https://example.org/a b\u0000c",
    `https://x/${"y".repeat(3000)}`,
  ])
    await keep("The sides met.", "2025-03-18T10:00:00Z", "x", address);
  for (const path of files())
    expect(path.slice(folder.length)).toMatch(
      /^\/(readout-archive|(objects|versions|documents)\/[0-9a-f]{2}\/[0-9a-f]{64}\.(gz|ndjson|json))$/,
    );
  expect(await archive.bytes("../../../etc/passwd")).toBe(null);
  expect(await archive.document("../../../etc/passwd")).toBe(null);
});

test("a line that a crash cut off spoils no other and is told", async () => {
  await keep("The sides met.", "2025-03-18T10:00:00Z");
  const list = files().find((path) => path.endsWith(".ndjson"))!;
  await appendFile(list, '{"address":"https://exa');
  await keep("The sides met again.", "2025-03-18T11:00:00Z");
  const { value, problems } = await archive.history(ADDRESS);
  expect(value.versions).toHaveLength(2);
  expect(problems).toEqual([
    expect.objectContaining({ code: "archive-damaged", message: expect.stringContaining("line 2") }),
  ]);
});

test("an object that was changed is never given out", async () => {
  const { version } = await keep("The sides met.", "2025-03-18T10:00:00Z");
  const path = files().find((each) => each.includes(version.sha256) && each.endsWith(".gz"))!;
  expect(gunzipSync(readFileSync(path)).toString()).toBe("The sides met.");
  writeFileSync(path, gzipSync("The sides never met."));
  await expect(archive.bytes(version.sha256)).rejects.toMatchObject({ code: "archive-damaged" });
  writeFileSync(path, gzipSync(Buffer.alloc(120_000_000)));
  await expect(archive.bytes(version.sha256)).rejects.toMatchObject({ code: "archive-damaged" });
});

test("lists every history, and only those that something was added to", async () => {
  for (const at of [1, 2, 3])
    await keep("The sides met.", "2025-03-18T10:00:00Z", `page ${at}`, `https://example.org/${at}`);
  const all = [];
  for await (const { value } of archive.histories()) all.push(value.versions[0]!.address);
  expect(all.sort()).toEqual([1, 2, 3].map((at) => `https://example.org/${at}`));
  for await (const _ of archive.histories(new Date(Date.now() + 60_000))) throw new Error("nothing was added");
});

test("refuses a folder that holds other things, and an archive of a later format", async () => {
  const other = mkdtempSync(join(tmpdir(), "readout-other-"));
  writeFileSync(join(other, "letter.txt"), "x");
  await expect(openArchive(other)).rejects.toMatchObject({ code: "archive-unusable" });
  writeFileSync(join(folder, "readout-archive"), "9\n");
  await expect(openArchive(folder)).rejects.toMatchObject({ code: "archive-format" });
  await expect(openArchive(join(other, "letter.txt"))).rejects.toMatchObject({ code: "archive-unusable" });
  rmSync(other, { recursive: true });
});
