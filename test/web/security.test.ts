/** Every answer of the server over a store: what it lets a browser do, whose requests it takes, and how large they may be. */
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { publicPaths } from "../../src/web/public-paths.js";
import { ADMIN, type DeskServer, PASSWORD, startDesk } from "./desk-server.js";
import { type ServedTexts, serveTexts } from "./two-texts.js";

const ID = "grain-call";
let server: DeskServer;
let texts: ServedTexts;
let cookie: string;
let setCookie: string;

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
/** As a browser sends a form of our own pages. */
async function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(`${server.address}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { ...FORM, Origin: server.address, Cookie: cookie, ...headers },
    body: new URLSearchParams(fields),
  });
}
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.address}${path}`, { redirect: "manual", headers });

beforeAll(async () => {
  [server, texts] = await Promise.all([startDesk(), serveTexts()]);
  await server.desk.compare(ADMIN, { title: "Grain call", addresses: texts.addresses }, () => {});
  const acts = (await server.desk.dossier(ADMIN, ID)).acts.map(({ act }) => act.id);
  await server.desk.decide(ADMIN, ID, acts, "published");
  await server.desk.publish(ADMIN, ID);
  cookie = "";
  const signedIn = await send("/desk/sign-in/", { name: ADMIN.name, password: PASSWORD });
  setCookie = signedIn.headers.get("Set-Cookie")!;
  cookie = setCookie.split(";")[0]!;
});
afterAll(async () => {
  texts?.close();
  await server?.close();
});

const DESK_PAGES = ["/desk/", `/desk/dossiers/${ID}/`, `/desk/dossiers/${ID}/write/`, `/desk/dossiers/${ID}/preview/`];
const CHANGES = ["decide", "correct", "undo-correction", "write", "publish", "take-back", "undo", "restore"];

test("every page allows a browser our own files alone, and holds nothing inline", async () => {
  const dossier = (await server.site.dossier(ID))!;
  const pages = [...publicPaths([dossier]), "/desk/sign-in/", "/nothing/", ...DESK_PAGES];
  for (const path of pages) {
    const answer = await get(path, path.startsWith("/desk/") ? { Cookie: cookie } : {});
    const policy = answer.headers.get("Content-Security-Policy") ?? "";
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("script-src 'self'");
    expect(policy, path).not.toMatch(/unsafe|http:|https:|data:|blob:/);
    expect(policy, path).toContain(path.includes("/embed/") ? "frame-ancestors *" : "frame-ancestors 'none'");
    expect(answer.headers.get("X-Content-Type-Options"), path).toBe("nosniff");
    expect(answer.headers.get("Referrer-Policy"), path).toBe("no-referrer");
    expect(answer.headers.get("Permissions-Policy"), path).toContain("camera=()");
    expect(answer.headers.get("Cross-Origin-Opener-Policy"), path).toBe("same-origin");
    expect(answer.headers.get("Server") ?? answer.headers.get("X-Powered-By"), path).toBeNull();
    if (!answer.headers.get("Content-Type")?.startsWith("text/html")) continue;
    const html = await answer.text();
    expect(html, path).not.toMatch(/\sstyle="|<style|\son[a-z]+="|javascript:/i);
    for (const [, attributes, content] of html.matchAll(/<script([^>]*)>([^<]*)/g))
      if (!attributes!.includes("application/ld+json"))
        expect([attributes, content], path).toEqual([expect.stringMatching(/ src="\/assets\//), ""]);
    for (const [, address] of html.matchAll(
      /<(?:script|img|iframe|source|link rel="(?:stylesheet|preload|icon)")[^>]*? (?:src|href)="([^"]*)"/g,
    ))
      expect(address, path).toMatch(/^\/(?!\/)/);
  }
  expect(pages.length).toBeGreaterThan(60);
});

describe("the desk", () => {
  it("keeps its session in a cookie that scripts and other sites do not get", async () => {
    expect(setCookie).toMatch(/^readout-session=[\w-]{43}; .*HttpOnly/);
    expect(setCookie).toContain("SameSite=Strict");
    expect(setCookie).toContain("Path=/desk");
  });

  it("shows nobody anything without it, and is kept by no cache with it", async () => {
    for (const path of [...DESK_PAGES, `/desk/dossiers/${ID}/corrections.ndjson`, `/desk/dossiers/${ID}/marks.tar`]) {
      const turned = await get(path);
      expect([turned.status, turned.headers.get("Location")], path).toEqual([303, "/desk/sign-in/"]);
      const shown = await get(path, { Cookie: cookie });
      expect([shown.status, shown.headers.get("Cache-Control")], path).toEqual([200, "no-store"]);
    }
  });

  it.each(CHANGES)("refuses to %s for a form of another site", async (what) => {
    const before = (await server.desk.dossier(ADMIN, ID)).version;
    const path = `/desk/dossiers/${ID}/${what}/`;
    for (const headers of [
      { Origin: "https://elsewhere.example" },
      { Origin: "null" },
      { "Sec-Fetch-Site": "cross-site", Origin: "https://elsewhere.example" },
    ])
      expect((await send(path, {}, headers)).status).toBe(403);
    expect(
      (await fetch(`${server.address}${path}`, { method: "POST", headers: { ...FORM, Cookie: cookie } })).status,
    ).toBe(403);
    expect((await server.desk.dossier(ADMIN, ID)).version).toBe(before);
  });

  it("takes its own forms when a proxy stands before it", async () => {
    const answer = await send(`/desk/dossiers/${ID}/undo/`, {}, { Origin: "http://localhost" });
    expect(answer.status).toBe(409);
  });

  it("takes no more than a page's worth of words", async () => {
    expect((await send(`/desk/dossiers/${ID}/write/`, { headline: "a".repeat(5_000_000) })).status).toBe(413);
    const long = await send(`/desk/dossiers/${ID}/write/`, { headline: "a".repeat(301), version: "99999" });
    expect(long.status).toBe(400);
  });

  it("ends a session for good", async () => {
    const signedIn = await send("/desk/sign-in/", { name: ADMIN.name, password: PASSWORD }, { Cookie: "" });
    const own = { Cookie: signedIn.headers.get("Set-Cookie")!.split(";")[0]! };
    expect((await get("/desk/", own)).status).toBe(200);
    await send("/desk/sign-out/", {}, own);
    expect((await get("/desk/", own)).status).toBe(303);
  });

  it("lets nobody try passwords without end", async () => {
    const statuses = [];
    for (let tries = 0; tries < 12; tries++)
      statuses.push(
        (await send("/desk/sign-in/", { name: ADMIN.name, password: "not the password" }, { Cookie: "" })).status,
      );
    expect(statuses[0]).toBe(403);
    expect(statuses.at(-1)).toBe(429);
  });
});

test("a citation that no longer holds blocks publishing, and the page stays as it was", async () => {
  const { draft, version, preview } = await server.desk.dossier(ADMIN, ID);
  const [line] = preview.explainer.lines;
  await server.desk.saveDraft(ADMIN, ID, { ...draft, words: { agreed: `It holds [@${line!.id}].` } }, version);
  await server.desk.publish(ADMIN, ID);
  const cited = line!.sides[0]!;
  const acts = (await server.desk.dossier(ADMIN, ID)).acts.filter(({ act }) => act.document === cited.source);
  await server.desk.decide(
    ADMIN,
    ID,
    acts.map(({ act }) => act.id),
    "rejected",
  );
  await expect(server.desk.publish(ADMIN, ID)).rejects.toMatchObject({ code: "citation-lost" });
  expect((await server.site.dossier(ID))!.revisions).toHaveLength(2);
  await server.desk.decide(
    ADMIN,
    ID,
    acts.map(({ act }) => act.id),
    "published",
  );
  await server.desk.publish(ADMIN, ID);
  expect((await server.site.dossier(ID))!.revisions).toHaveLength(3);
});

test("an address of another site is not followed by a slash that is missing", async () => {
  expect((await get("//elsewhere.example/%2e%2e")).headers.get("Location")).toBeNull();
});
