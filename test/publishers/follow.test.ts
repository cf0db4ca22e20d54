/** A publisher served on loopback that does everything wrong that publishers do -> followed, run after run. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Archive, openArchive } from "../../src/archive/archive.js";
import { Change } from "../../src/model/change.js";
import type { Problem } from "../../src/model/problem.js";
import { Publisher } from "../../src/model/publisher.js";
import type { Network } from "../../src/network/network.js";
import { openNetwork } from "../../src/network/open-network.js";
import { type FollowEvent, followPublishers } from "../../src/pipeline/follow-publishers.js";
import { listChanges } from "../../src/pipeline/list-changes.js";
import { type LoopbackServer, serve } from "../servers/loopback-server.js";
import { makePdf, paragraph } from "../servers/make-pdf.js";
import { fillShape, type MadeUpText, TEXTS } from "./page-cases.js";

// The catalogue as it stands in YAML, so that the test needs no build.
vi.mock("../../src/catalog/load-catalog.js", async () => {
  const { readCatalog } = await import("../../src/catalog/read-catalog.js");
  return { loadCatalog: () => readCatalog("catalog") };
});

const HTML = { "content-type": "text/html; charset=utf-8" };
const CALL = TEXTS.find(({ id }) => id === "port-call")!;
const page = (text: MadeUpText = CALL) => ({ body: fillShape("block-theme", text), headers: HTML });

/** Starts on 7 May 2025; sleeping moves it. */
class FakeClock {
  time = Date.parse("2025-05-07T09:00:00Z");
  now() {
    return new Date(this.time);
  }
  async sleep(milliseconds: number) {
    this.time += milliseconds;
  }
}

let folder: string;
let archive: Archive;
let network: Network;
let server: LoopbackServer;
let clock: FakeClock;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "readout-follow-"));
  archive = await openArchive(folder, { durable: false });
  network = openNetwork({ userAgent: "Readout test", allowPrivate: true });
  clock = new FakeClock();
  server = await serve({ "/robots.txt": { status: 404 } });
});
afterEach(async () => {
  await network.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

function feedOf(names: readonly string[], date = "Tue, 06 May 2025 14:30:00 +0300") {
  const items = names.map(
    (name) => `<item><title>${name}</title><link>${server.origin}/news/${name}</link><pubDate>${date}</pubDate></item>`,
  );
  const body = `<rss version="2.0"><channel><title>News</title><link>${server.origin}</link>${items.join("")}</channel></rss>`;
  server.routes["/feed"] = { body, headers: { "content-type": "application/rss+xml" } };
}

function publisher(change: object = {}): Publisher {
  return Publisher.parse({
    id: "office",
    name: "White House",
    party: "USA",
    languages: ["en"],
    authoritative: "en",
    licence: "none",
    hosts: [new URL(server.origin).host],
    zone: "America/New_York",
    lists: [{ address: `${server.origin}/feed`, kind: "rss" }],
    texts: "^/news/",
    cadence: { everyHours: 1 },
    checkedOn: null,
    ...change,
  });
}

interface Run {
  outcomes: Record<string, string>;
  problems: Problem[];
}

async function follow(who = publisher(), options: object = {}): Promise<Run> {
  const run: Run = { outcomes: {}, problems: [] };
  const tell = async (event: FollowEvent) => {
    run.problems.push(...event.problems);
    if (event.kind === "text") run.outcomes[event.address.split("/").at(-1)!] = event.outcome;
  };
  const all = { network, archive, clock, random: () => 0.5, pauseSeconds: 2, since: null, most: 100, ...options };
  await followPublishers([who], all, tell);
  return run;
}

async function changes(): Promise<Change[]> {
  const found: Change[] = [];
  for await (const change of listChanges(archive)) found.push(Change.parse(change));
  return found;
}

const hours = (count: number) => {
  clock.time += count * 3_600_000;
};

test("what is bad costs one line each, and the rest goes on", async () => {
  const names = [
    "good",
    "missing",
    "forbidden",
    "busy",
    "picture",
    "scripts",
    "scan",
    "pdf",
    "private",
    "moved",
    "russian",
    "hangs-up",
    "short",
    "also-good",
  ];
  feedOf(names);
  Object.assign(server.routes, {
    "/robots.txt": { body: "User-agent: Readout\nDisallow: /news/private\nCrawl-delay: 3" },
    "/news/good": page(),
    "/news/forbidden": { status: 403 },
    "/news/busy": { status: 429, headers: { "retry-after": "3600" } },
    "/news/picture": { body: "GIF89a", headers: { "content-type": "image/gif" } },
    "/news/scripts": { body: "<!doctype html><title>x</title><script>write('text')</script>", headers: HTML },
    "/news/scan": { body: makePdf([[]]), headers: { "content-type": "application/pdf" } },
    "/news/pdf": {
      body: makePdf([paragraph(CALL.paragraphs.join(" ").replaceAll("’", "'"), 780)]),
      headers: { "content-type": "application/pdf" },
    },
    "/news/private": page(),
    "/news/moved": {
      status: 302,
      headers: { location: `${server.origin.replace("127.0.0.1", "localhost")}/news/good` },
    },
    "/news/russian": {
      body: "<!doctype html><h1>Переговоры</h1><p>Президенты обсудили положение в регионе и договорились продолжать контакты на разных уровнях.</p>",
      headers: HTML,
    },
    "/news/hangs-up": (_: unknown, response: { destroy(): void }) => void response.destroy(),
    "/news/short": { body: "<!doctype html><title>Note</title><h1>Note</h1><p>They met.</p>", headers: HTML },
    "/news/also-good": page({ ...CALL, title: "Another call" }),
  });
  const { outcomes, problems } = await follow();
  expect(outcomes).toEqual({
    good: "new",
    missing: "failed",
    forbidden: "failed",
    busy: "failed",
    picture: "refused",
    scripts: "refused",
    scan: "refused",
    pdf: "new",
    private: "failed",
    moved: "failed",
    russian: "refused",
    "hangs-up": "failed",
    short: "refused",
    "also-good": "new",
  });
  const codes = [
    "http-404",
    "http-403",
    "http-429",
    "source-type",
    "page-no-text",
    "pdf-scanned",
    "robots-refused",
    "publisher-misfit",
    "language-not-read",
    "fetch-failed",
    "publisher-misfit",
  ];
  expect(problems.filter(({ level }) => level === "error").map(({ code }) => code)).toEqual(codes);
  for (const { message } of problems) expect(message).toMatch(/^http[^\n]+$/);
  expect(server.asked).not.toContain("GET /news/private");
  // Refused bytes are kept as evidence, and never as a text.
  const kept = (await archive.history(`${server.origin}/news/scan`)).value.versions;
  expect(kept.map(({ textSha256, refusal }) => [textSha256, refusal])).toEqual([[null, "pdf-scanned"]]);
});

test("the second run asks only for what may have changed", async () => {
  feedOf(["a"]);
  server.routes["/news/a"] = page();
  const withEtag = server.routes["/feed"] as { body: string };
  server.routes["/feed"] = (request) =>
    request.headers["if-none-match"] === '"1"' ? { status: 304 } : { ...withEtag, headers: { etag: '"1"' } };
  expect((await follow()).outcomes).toEqual({ a: "new" });
  server.asked.length = 0;
  expect((await follow()).outcomes).toEqual({});
  expect(server.asked).toEqual(["GET /robots.txt", "GET /feed"]);
});

test("a quiet edit is found when the text is looked at again, with what it did to the acts", async () => {
  feedOf(["a"]);
  server.routes["/news/a"] = page();
  await follow();
  hours(1);
  expect((await follow()).outcomes).toEqual({});
  hours(6);
  const [first, ...rest] = CALL.paragraphs;
  server.routes["/news/a"] = page({
    ...CALL,
    paragraphs: [
      first!,
      ...rest.map((words) =>
        words.replace("60 days", "30 days").replace("The two leaders agreed to", "The two leaders discussed how to"),
      ),
    ],
  });
  expect((await follow()).outcomes).toEqual({ a: "changed" });
  const [change, ...others] = await changes();
  expect(others).toEqual([]);
  expect(change!.hunks.map(({ before, after }) => [before.quote, after.quote])).toEqual([
    ["agreed", "discussed how"],
    ["60", "30"],
  ]);
  expect(change!.acts.map(({ kind }) => kind)).toContain("weakened");
  // Other markup around the same words is no edit.
  hours(24);
  server.routes["/news/a"] = { ...page(), body: fillShape("department", CALL) };
  await follow();
  server.routes["/news/a"] = page();
  expect((await changes()).length).toBeGreaterThanOrEqual(1);
});

test("the same words in other markup are the same text", async () => {
  feedOf(["a"]);
  server.routes["/news/a"] = page();
  await follow();
  hours(7);
  server.routes["/news/a"] = {
    ...page(),
    body: fillShape("block-theme", CALL).replaceAll("<p ", "<p data-build='7' ").replaceAll("grain", "<b>grain</b>"),
  };
  expect((await follow()).outcomes).toEqual({ a: "same" });
  expect((await archive.history(`${server.origin}/news/a`)).value.versions).toHaveLength(2);
  expect(await changes()).toEqual([]);
});

test("a text that is taken down is told, and the archive has it", async () => {
  feedOf(["a"]);
  server.routes["/news/a"] = page();
  await follow();
  hours(7);
  delete server.routes["/news/a"];
  const { outcomes, problems } = await follow();
  expect(outcomes).toEqual({ a: "gone" });
  expect(problems).toContainEqual(expect.objectContaining({ level: "warning", code: "text-gone" }));
  expect((await changes()).map(({ gone, title }) => [gone, title])).toEqual([[true, CALL.title]]);
});

test("what was not reached waits for the next run", async () => {
  feedOf(["a", "b", "c"]);
  for (const name of ["a", "b", "c"]) server.routes[`/news/${name}`] = page({ ...CALL, title: `Call ${name}` });
  const b = server.routes["/news/b"]!;
  server.routes["/news/b"] = { status: 503 };
  expect((await follow()).outcomes).toEqual({ a: "new", b: "failed", c: "new" });
  server.routes["/news/b"] = b;
  expect((await follow()).outcomes).toEqual({ b: "new" });
  expect((await follow(publisher({ id: "other" }), { most: 1 })).outcomes).toEqual({});
});

test("tries again after the time that a server asks for, and keeps its pace", async () => {
  feedOf(["a", "b"]);
  const began: number[] = [];
  let tries = 0;
  server.routes["/news/a"] = () => {
    began.push(clock.time);
    return ++tries < 3 ? { status: 503, headers: { "retry-after": "20" } } : page();
  };
  server.routes["/news/b"] = () => {
    began.push(clock.time);
    return page({ ...CALL, title: "Call b" });
  };
  expect((await follow()).outcomes).toEqual({ a: "new", b: "new" });
  expect(began.slice(1).map((time, at) => time - began[at]!)).toEqual([20_000, 20_000, 2_000]);
});

test("an entry that no longer fits warns loudly and takes nothing", async () => {
  feedOf(["a"]);
  server.routes["/news/a"] = page();
  const { outcomes, problems } = await follow(publisher({ page: { text: ".gone-from-the-site" } }));
  expect(outcomes).toEqual({ a: "refused" });
  expect(problems).toEqual([expect.objectContaining({ level: "error", code: "publisher-misfit" })]);
  const elsewhere = await follow(publisher({ id: "elsewhere", texts: "^/statements/" }));
  expect(elsewhere).toMatchObject({ outcomes: {}, problems: [{ level: "error", code: "publisher-misfit" }] });
  const corrected = publisher();
  hours(7);
  expect((await follow(corrected)).outcomes).toEqual({ a: "new" });
});

test("a publisher that has fallen silent is told", async () => {
  feedOf(["a"], "Tue, 01 Apr 2025 14:30:00 +0300");
  server.routes["/news/a"] = { ...page(), body: fillShape("block-theme", CALL).replaceAll("2025-05-06", "2025-04-01") };
  const { problems } = await follow(publisher({ assertions: { newTextWithinDays: 10 } }));
  expect(problems).toEqual([
    expect.objectContaining({
      code: "publisher-assertion",
      message: expect.stringContaining("its newest text is of 2025-04-01"),
    }),
  ]);
});

test("a list that fails is told once, and `since` leaves old texts alone", async () => {
  server.routes["/feed"] = { status: 500 };
  expect(await follow()).toMatchObject({ outcomes: {}, problems: [{ code: "http-500" }] });
  feedOf(["a"]);
  server.routes["/news/a"] = page();
  expect((await follow(publisher(), { since: "2025-05-07" })).outcomes).toEqual({});
  expect((await follow(publisher(), { since: "2025-05-06" })).outcomes).toEqual({ a: "new" });
});
