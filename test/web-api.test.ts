/** The API and the static files over the bundled example, without a server: shapes, cursors, ETags, errors, and the same bytes. */
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { readInterface } from "../src/catalog/read-interface.js";
import { readersOf } from "../src/web/reader.js";
import type { Site } from "../src/web/site.js";
import { ROOT } from "./source-files.js";
import { verdictOf } from "./web/api-verdict.js";

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

function appWith(parts: Partial<Parameters<typeof createApp>[0]> = {}) {
  return createApp({
    site,
    desk: null,
    firstCode: null,
    readers: readersOf(readInterface(join(ROOT, "catalog"))),
    assets: ASSETS,
    origin: "https://readout.example",
    apiLimit: 10_000,
    report: (error) => {
      throw error;
    },
    ...parts,
  });
}

beforeAll(async () => {
  ({ createApp } = await built<Built<"app">>("web/app.js"));
  ({ staticFiles } = await built<Built<"static-files">>("web/static-files.js"));
  const { siteOfFolder } =
    await built<typeof import("../src/pipeline/site-of-folder.js")>("pipeline/site-of-folder.js");
  site = await siteOfFolder(join(ROOT, "examples/2025-03-18-trump-putin"));
  app = appWith();
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
    ["GET", "/dossiers/nothing", 404, "dossier-unknown"],
    ["GET", `/dossiers/${ID}/sources/nothing`, 404, "source-unknown"],
    ["GET", "/nothing", 404, "path-unknown"],
    ["GET", "/", 404, "path-unknown"],
    ["GET", "/dossiers?limit=9999", 400, "request-invalid"],
    ["DELETE", `/dossiers/${ID}`, 405, "method-not-allowed"],
    ["GET", "/comparisons", 405, "method-not-allowed"],
    ["POST", "/openapi.json", 405, "method-not-allowed"],
    ["POST", "/comparisons", 401, "token-invalid"],
    ["POST", "/comparisons", 413, "body-too-large", "x".repeat(100_001)],
  ])("tells the problem of %s %s in one shape", async (method, path, status, code, body?: string) => {
    const answer = await app.request(`/api/v1${path}`, { method, ...(body ? { body } : {}) });
    expect(await verdictOf(answer)).toMatchObject({ status, code });
    if (status === 405) expect(answer.headers.get("Allow")).not.toContain(method);
  });

  it("answers HEAD as GET without a body", async () => {
    const answer = await app.request(`/api/v1/dossiers/${ID}`, { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(answer.headers.get("ETag")).toBe((await get(`/dossiers/${ID}`)).headers.get("ETag"));
  });

  it("reports a fault of its own and tells no more than that there was one", async () => {
    const faults: unknown[] = [];
    const fault = new Error("a secret of the database");
    const broken = { ...site, dossiers: () => Promise.reject(fault) };
    const answer = await appWith({ site: broken, report: (error) => void faults.push(error) }).request(
      "/api/v1/dossiers",
    );
    const verdict = await verdictOf(answer);
    expect(verdict).toMatchObject({ status: 500, code: "server-error" });
    expect(JSON.stringify(verdict.body)).not.toContain("secret");
    expect(faults).toEqual([fault]);
  });

  it("answers anew as soon as the version is another", async () => {
    let dossier = (await site.dossier(ID))!;
    const changing = appWith({ site: { ...site, dossier: async () => dossier } });
    const lines = async () => verdictOf(await changing.request(`/api/v1/dossiers/${ID}/lines`));
    const before = await lines();
    expect(await lines()).toEqual(before);
    const { explainer } = dossier;
    dossier = { ...dossier, version: "another", explainer: { ...explainer, lines: explainer.lines.slice(1) } };
    expect((await lines()).body.lines).toEqual(before.body.lines.slice(1));
  });

  it("limits what one address may ask", async () => {
    const limited = appWith({ apiLimit: 2 });
    const statuses = [];
    for (let at = 0; at < 3; at++) statuses.push((await limited.request("/api/v1/dossiers")).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it("describes itself in valid OpenAPI 3.1, every route and nothing else", async () => {
    const described = (await (await get("/openapi.json")).json()) as Described;
    expect(described.openapi).toBe("3.1.0");
    const { valid, errors } = await new Validator().validate({ ...described });
    expect(valid, JSON.stringify(errors)).toBe(true);
    const told = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} /api/v1${path}`),
    );
    const answered = app.routes
      .filter(({ path, method }) => path.startsWith("/api/v1/") && method !== "ALL" && !path.endsWith("/*"))
      .map(({ path, method }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`)
      .filter((route) => route !== "GET /api/v1/openapi.json");
    expect(told.sort()).toEqual([...new Set(answered)].sort());
    expect(told.length).toBeGreaterThan(9);
  });

  it("answers as its description says", async () => {
    const described = (await (await get("/openapi.json")).json()) as Described;
    const ajv = new Ajv2020({ strict: false, formats: { uri: true, "date-time": true } });
    ajv.addSchema({ $id: "api", ...described });
    for (const [path, operation] of [
      ["/dossiers", "/dossiers"],
      [`/dossiers/${ID}`, "/dossiers/{id}"],
      [`/dossiers/${ID}/lines`, "/dossiers/{id}/lines"],
      [`/dossiers/${ID}/sources/us`, "/dossiers/{id}/sources/{source}"],
    ] as const) {
      const { $ref } = described.paths[operation]!.get!.responses["200"]!.content["application/json"]!.schema;
      const check = ajv.compile({ $ref: `api${$ref}` });
      expect(check(await (await get(path)).json()), `${path}: ${JSON.stringify(check.errors)}`).toBe(true);
    }
  });
});

interface Described {
  openapi: string;
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content: Record<string, { schema: { $ref: string } }> }> }>
  >;
}

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
