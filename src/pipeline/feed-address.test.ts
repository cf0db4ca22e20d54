/** A server on loopback -> a feed's address is asked only for what is new, and left alone for longer where it fails. */
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Network } from "../network/network.js";
import { openNetwork } from "../network/open-network.js";
import { type FeedWorld, openFeedAddress } from "./feed-address.js";

const folder = mkdtempSync(join(tmpdir(), "readout-feed-"));
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage[];
let robots: string | null;
let network: Network;
let origin: string;
const server = createServer((request, response) => {
  if (request.url === "/robots.txt") {
    response.writeHead(robots === null ? 404 : 200).end(robots ?? "");
    return;
  }
  asked.push(request);
  answer(request, response);
});

/** Time that passes only while somebody sleeps. */
let now: number;
const world = (): FeedWorld => ({
  network,
  clock: {
    now: () => new Date(now),
    sleep: async (milliseconds) => {
      now += milliseconds;
    },
  },
  random: () => 0.5,
});

beforeEach(async () => {
  [asked, robots, now] = [[], null, Date.UTC(2025, 2, 18)];
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  network = openNetwork({ userAgent: "t", allowPrivate: true });
});
afterEach(async () => {
  await network.close();
  await new Promise((done) => server.close(done));
});

function serve(version: () => { etag: string; text: string }): void {
  answer = (request, response) => {
    const { etag, text } = version();
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { "content-type": "text/csv; charset=utf-8", etag }).end(text);
  };
}

test("asks again with the validators of the last version, and keeps the newest", async () => {
  let version = { etag: '"1"', text: "n\n1\n" };
  serve(() => version);
  const feed = await openFeedAddress(`${origin}/rows`, folder, world());
  expect(feed.path).toMatch(/\.csv$/);
  expect(await feed.refresh()).toEqual({ value: false, problems: [] });
  version = { etag: '"2"', text: "n\n1\n2\n" };
  expect(await feed.refresh()).toEqual({ value: true, problems: [] });
  expect(readFileSync(feed.path, "utf8")).toBe(version.text);
  // Another validator for the same bytes is no other version.
  version = { ...version, etag: '"3"' };
  expect(await feed.refresh()).toEqual({ value: false, problems: [] });
  expect(asked.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"1"', '"1"', '"2"']);
});

test("keeps a pace, and rests for longer after each failure until it answers again", async () => {
  serve(() => ({ etag: '"1"', text: "n\n1\n" }));
  const feed = await openFeedAddress(`${origin}/rows.csv`, folder, world());
  const began = now;
  await feed.refresh();
  expect(now - began).toBe(2_000);
  answer = (_, response) => void response.writeHead(500).end();
  const rests: number[] = [];
  for (let failure = 0; failure < 8; failure++) {
    asked = [];
    const { value, problems } = await feed.refresh();
    expect(value).toBe(false);
    expect(problems).toMatchObject([{ level: "warning", code: "http-500" }]);
    const again = Date.parse(/asked again after (\S+Z)\.$/.exec(problems[0]!.message)![1]!);
    rests.push(Math.round((again - now) / 60_000));
    expect(await feed.refresh()).toEqual({ value: false, problems: [] });
    expect(asked).toHaveLength(3);
    now = again + 1_000;
  }
  expect(rests).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  serve(() => ({ etag: '"2"', text: "n\n2\n" }));
  expect(await feed.refresh()).toEqual({ value: true, problems: [] });
});

test("comes back when the server says, and not before", async () => {
  serve(() => ({ etag: '"1"', text: "n\n1\n" }));
  const feed = await openFeedAddress(`${origin}/rows.csv`, folder, world());
  answer = (_, response) => void response.writeHead(429, { "retry-after": "600" }).end();
  const { problems } = await feed.refresh();
  expect(problems).toMatchObject([{ code: "http-429", message: expect.stringContaining("00:10:0") }]);
  asked = [];
  now += 500_000;
  await feed.refresh();
  expect(asked).toHaveLength(0);
  now += 110_000;
  await feed.refresh();
  expect(asked).toHaveLength(1);
});

test.each<[string, () => void, RegExp]>([
  ["a page", () => (answer = (_, r) => void r.writeHead(200, { "content-type": "text/html" }).end("x")), /text\/html/],
  ["a missing file", () => (answer = (_, r) => void r.writeHead(404).end()), /no such page/],
  ["what robots.txt forbids", () => (robots = "User-agent: *\nDisallow: /"), /robots\.txt/],
])("%s is one clear error", async (_, set, message) => {
  serve(() => ({ etag: '"1"', text: "" }));
  set();
  await expect(openFeedAddress(`${origin}/rows`, folder, world())).rejects.toThrow(message);
});

test("an address of a private network is refused unless it is allowed", async () => {
  const strict = openNetwork({ userAgent: "t" });
  const opened = openFeedAddress(`${origin}/rows.csv`, folder, { ...world(), network: strict });
  await expect(opened).rejects.toMatchObject({ code: "address-refused" });
  await strict.close();
  expect(asked).toHaveLength(0);
});
