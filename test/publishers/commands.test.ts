/** The commands as a user gives them, against a server on loopback -> what they print, keep and return. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WARCParser } from "warcio";
import { type Effects, processEffects } from "../../src/cli/effects.js";
import { run } from "../../src/cli/run.js";
import { type LoopbackServer, serve } from "../servers/loopback-server.js";
import { fillShape, TEXTS } from "./page-cases.js";

// The catalogue as it stands in YAML, so that the test needs no build.
vi.mock("../../src/catalog/load-catalog.js", async () => {
  const { readCatalog } = await import("../../src/catalog/read-catalog.js");
  return { loadCatalog: () => readCatalog("catalog") };
});

const HTML = { "content-type": "text/html; charset=utf-8" };
const CALL = TEXTS.find(({ id }) => id === "port-call")!;
let folder: string;
let server: LoopbackServer;
let archive: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "readout-commands-"));
  archive = ["--archive", join(folder, "archive"), "--allow-private"];
  server = await serve({
    "/robots.txt": { status: 404 },
    "/news/call": { body: fillShape("block-theme", CALL), headers: HTML },
  });
  const items = ["call", "none"].map(
    (name) => `<item><title>x</title><link>${server.origin}/news/${name}</link></item>`,
  );
  server.routes["/feed"] = { body: `<rss version="2.0"><channel><title>x</title>${items.join("")}</channel></rss>` };
  writeFileSync(
    join(folder, "publishers.yaml"),
    `{ id: office, name: White House, party: USA, languages: [en], authoritative: en, licence: none, hosts: ["${new URL(server.origin).host}"], zone: UTC, lists: [{ address: "${server.origin}/feed", kind: rss }], cadence: { everyHours: 1 }, checkedOn: null }\n`,
  );
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function readout(args: string[], terminal = false) {
  const [out, err]: [string[], string[]] = [[], []];
  const into = (lines: string[], isTTY: boolean) => ({
    isTTY,
    columns: 100,
    write: async (words: string | Uint8Array) => void lines.push(String(words)),
  });
  const effects: Effects = { ...processEffects(), stdout: into(out, false), stderr: into(err, terminal), env: {} };
  return { code: await run(args, effects), out: out.join(""), err: err.join("") };
}

test("read takes an address, and keeps what it fetched", async () => {
  const { code, out, err } = await readout(["read", `us=${server.origin}/news/call`, "--json", ...archive]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const acts = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { quote: string; start: number; end: number });
  const text = (await readout(["archive", "text", `${server.origin}/news/call`, ...archive.slice(0, 2)])).out;
  expect(acts.length).toBeGreaterThan(2);
  for (const { quote, start, end } of acts) expect(text.slice(start, end)).toBe(quote);
});

test("several addresses: each bad one is one line, the others are read, exit code 3", async () => {
  const bad = [`a=${server.origin}/none`, "b=http://127.0.0.1:1/x", "c=http://"];
  const { code, out, err } = await readout([
    "read",
    ...bad,
    `us=${server.origin}/news/call`,
    "--json",
    "--no-archive",
    "--allow-private",
  ]);
  expect(code).toBe(3);
  expect(out).not.toBe("");
  expect(err).toMatch(/^readout: error: [^\n]+\(HTTP 404\)\.\n/);
  expect(err.trim().split("\n").length).toBeGreaterThanOrEqual(2);
}, 90_000);

test("follow, changes and the archive's list work on the same archive", async () => {
  const follow = ["follow", "office", "--sources", join(folder, "publishers.yaml"), "--pause", "0", ...archive];
  const first = await readout(follow, true);
  expect(first.code).toBe(3);
  expect(first.err).toContain("(HTTP 404)");
  expect(first.err).toContain("office 0/1");
  server.routes["/news/call"] = {
    body: fillShape("block-theme", {
      ...CALL,
      paragraphs: CALL.paragraphs.map((words) => words.replace("60 days", "30 days")),
    }),
    headers: HTML,
  };
  await readout(["read", `us=${server.origin}/news/call`, ...archive]);
  const where = archive.slice(0, 2);
  const { code, out } = await readout(["changes", ...where]);
  expect(code).toBe(0);
  expect(out).toContain("[-60-] {+30+}");
  const listed = await readout(["archive", "list", "--json", ...where]);
  expect(listed.out.trim().split("\n")).toHaveLength(2);
});

test("the WARC file holds every version, as others read it", async () => {
  const file = join(folder, "all.warc.gz");
  expect((await readout(["archive", "warc", file, ...archive.slice(0, 2)])).code).toBe(0);
  const records: [type: string, status: unknown, length: number][] = [];
  for await (const record of new WARCParser([readFileSync(file)])) {
    const body = await record.readFully(true);
    records.push([record.warcType, record.httpHeaders?.statusCode, body.length]);
  }
  expect(records.map(([type, status]) => [type, status])).toEqual([
    ["warcinfo", undefined],
    ["response", 200],
    ["response", 200],
  ]);
  expect(records[1]![2]).toBeGreaterThan(1_000);
});

test.each([
  [["follow"], /needs the ids of publishers/],
  [["follow", "atlantis"], /"atlantis" is no publisher/],
  [["follow", "kremlin", "--most", "x"], /--most: "x" is no number/],
  [["follow", "kremlin", "--since", "soon"], /--since: "soon" is no date/],
  [["follow", "kremlin", "--sources", "none.yaml"], /none\.yaml cannot be read/],
  [["changes", "not-an-address"], /"not-an-address" is no address/],
  [["archive"], /needs list, text or warc/],
  [["archive", "text"], /needs the SHA-256/],
])("%j is wrong usage", async (args, words) => {
  const { code, out, err } = await readout(args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^readout: error: [^\n]+\.\n$/);
  expect(err).toMatch(words);
});
