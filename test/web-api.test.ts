/** The API and the static files over the bundled example, without a server: shapes, cursors, ETags, errors, and the same bytes. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readInterface } from "../src/catalog/read-interface.js";
import { readersOf } from "../src/web/reader.js";
import type { Site } from "../src/web/site.js";
import { ROOT } from "./source-files.js";

const ID = "call-2025-03-18";
const ASSETS = { styles: ["/assets/page.css"], island: (name: string) => `/assets/${name}.js`, preload: () => [] };

type Built<Path extends "app" | "static-files"> = Path extends "app"
  ? typeof import("../src/web/app.js")
  : typeof import("../src/web/static-files.js");

let site: Site;
let createApp: Built<"app">["createApp"];
let staticFiles: Built<"static-files">["staticFiles"];
let app: ReturnType<typeof createApp>;

/** The code as it was built, which finds its catalogue, assets and fonts beside it. */
function built<T>(path: string): Promise<T> {
  return import(join(ROOT, "dist", path)) as Promise<T>;
}

function appWith(apiLimit: number) {
  return createApp({
    site,
    desk: null,
    firstCode: null,
    readers: readersOf(readInterface(join(ROOT, "catalog"))),
    assets: ASSETS,
    origin: "https://readout.example",
    apiLimit,
    report: (error) => {
      throw error;
    },
  });
}

beforeAll(async () => {
  ({ createApp } = await built<Built<"app">>("web/app.js"));
  ({ staticFiles } = await built<Built<"static-files">>("web/static-files.js"));
  const { siteOfFolder } =
    await built<typeof import("../src/pipeline/site-of-folder.js")>("pipeline/site-of-folder.js");
  site = await siteOfFolder(join(ROOT, "examples/2025-03-18-trump-putin"));
  app = appWith(10_000);
});

describe("the API", () => {
  const get = (path: string, headers = {}) => app.request(`/api/v1${path}`, { headers });

  it("lists dossiers and tells the whole of one", async () => {
    expect(await (await get("/dossiers")).json()).toMatchObject({ dossiers: [{ id: ID }], next: null });
    expect(await (await get(`/dossiers/${ID}`)).json()).toMatchObject({
      id: ID,
      explainer: { sources: [{ id: "us" }, { id: "ru" }] },
    });
  });

  it("pages through lines by cursor, each once", async () => {
    const seen: number[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = (await (await get(`/dossiers/${ID}/lines?limit=7${cursor && `&cursor=${cursor}`}`)).json()) as {
        lines: { number: number }[];
        next: string | null;
      };
      seen.push(...page.lines.map(({ number }) => number));
      cursor = page.next;
    }
    const all = (await site.dossier(ID))!.explainer.lines.map(({ number }) => number);
    expect(seen).toEqual(all);
  });

  it("answers 304 to who has it", async () => {
    const first = await get(`/dossiers/${ID}`);
    const again = await get(`/dossiers/${ID}`, { "If-None-Match": first.headers.get("ETag")! });
    expect(again.status).toBe(304);
  });

  it.each([
    ["/dossiers/nothing", 404, "urn:readout:problem:dossier-unknown"],
    ["/nothing", 404, "urn:readout:problem:path-unknown"],
    ["/dossiers?limit=9999", 400, "urn:readout:problem:request-invalid"],
  ])("tells problems of %s in one shape", async (path, status, type) => {
    const answer = await get(path);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect([answer.status, await answer.json()]).toMatchObject([status, { type, status }]);
  });

  it("asks for a token before it changes anything", async () => {
    const answer = await app.request("/api/v1/comparisons", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ title: "x", addresses: ["https://a.example/", "https://b.example/"] }),
    });
    expect(answer.status).toBe(401);
  });

  it("limits what one address may ask", async () => {
    const limited = appWith(2);
    const statuses = [];
    for (let at = 0; at < 3; at++) statuses.push((await limited.request("/api/v1/dossiers")).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it("describes itself in OpenAPI 3.1", async () => {
    const described = (await (await get("/openapi.json")).json()) as { openapi: string; paths: object };
    expect(described.openapi).toBe("3.1.0");
    expect(Object.keys(described.paths)).toEqual([
      "/dossiers",
      "/dossiers/{id}",
      "/dossiers/{id}/lines",
      "/dossiers/{id}/sources/{source}",
      "/comparisons",
    ]);
  });
});

describe("pages", () => {
  it("are the same as files and live", async () => {
    let files = 0;
    for await (const { path, bytes } of staticFiles(app, site)) {
      files += 1;
      if (path.startsWith("assets/") || path === "404.html") continue;
      const live = await app.request(`/${path.replace(/index\.html$/, "")}`);
      expect(Buffer.from(await live.arrayBuffer()).equals(Buffer.from(bytes)), path).toBe(true);
    }
    expect(files).toBeGreaterThan(150);
  });

  it("say nothing inline, and nothing that a browser would ask of others", async () => {
    for (const path of [
      "/",
      "/glossary/",
      `/dossiers/${ID}/`,
      `/dossiers/${ID}/side-by-side/`,
      `/ar/dossiers/${ID}/commitments/`,
    ]) {
      const answer = await app.request(path);
      const html = await answer.text();
      expect(answer.headers.get("Content-Security-Policy"), path).toContain("default-src 'none'");
      expect(html, path).not.toMatch(/ style="|<style|\son[a-z]+="|<script(?! type="(module|application\/ld\+json)")/);
      expect(
        [...html.matchAll(/<(?:script|img|link rel="(?:stylesheet|preload|icon)")[^>]*(?:src|href)="(http[^"]*)"/g)],
        path,
      ).toEqual([]);
    }
  });

  it("give feeds, calendar, card and oEmbed", async () => {
    for (const [file, start] of [
      ["rss.xml", "<?xml"],
      ["atom.xml", "<?xml"],
      ["feed.json", "{"],
      ["calendar.ics", "BEGIN:VCALENDAR"],
      ["data.json", "{"],
    ] as const) {
      const text = await (await app.request(`/dossiers/${ID}/${file}`)).text();
      expect(text.slice(0, start.length), file).toBe(start);
    }
    const address = encodeURIComponent(`https://readout.example/dossiers/${ID}/#i5`);
    expect(await (await app.request(`/oembed?url=${address}`)).json()).toMatchObject({
      type: "rich",
      html: expect.stringContaining(`/dossiers/${ID}/embed/5/" sandbox=`),
    });
    expect((await app.request("/oembed?url=https://elsewhere.example/")).status).toBe(404);
  });

  it("find their way to the address with a slash, and nowhere else", async () => {
    const answer = await app.request(`/dossiers/${ID}`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([301, `/dossiers/${ID}/`]);
    expect((await app.request("//elsewhere.example")).status).toBe(404);
  });
});
