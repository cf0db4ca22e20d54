/** The API over a store, on a real port, as programs use it: tokens and scopes, the typed client, events, webhooks, limits. */
import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { readoutClient } from "../../src/client.js";
import { verdictOf } from "./api-verdict.js";
import { ADMIN, type DeskServer, startDesk } from "./desk-server.js";
import { listen } from "./listen.js";
import { type ServedTexts, serveTexts } from "./two-texts.js";

let server: DeskServer;
let texts: ServedTexts;
const ID = "grain-call";

beforeAll(async () => {
  [server, texts] = await Promise.all([startDesk(), serveTexts()]);
});
afterAll(async () => {
  texts?.close();
  await server?.close();
  expect(server.faults).toEqual([]);
});

/** A call with a token that has these scopes; null sends none. */
async function call(method: string, path: string, scopes: Parameters<DeskServer["token"]>[0] | null, body?: unknown) {
  const headers: Record<string, string> = body === undefined ? {} : { "Content-Type": "application/json" };
  if (scopes) headers.Authorization = `Bearer ${await server.token(scopes)}`;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return verdictOf(await fetch(`${server.address}/api/v1${path}`, { method, headers, ...sent }));
}

describe("a comparison through the API", () => {
  const wanted = () => ({ title: "Grain call", addresses: texts.addresses });

  it("is made by a token that may edit, and by no other", async () => {
    expect(await call("POST", "/comparisons", null, wanted())).toMatchObject({ status: 401, code: "token-invalid" });
    expect(await call("POST", "/comparisons", ["read"], wanted())).toMatchObject({
      status: 403,
      code: "right-missing",
    });
    expect(await call("POST", "/comparisons", ["edit", "add"], wanted())).toMatchObject({
      status: 201,
      body: { id: ID },
    });
  });

  it("waits in a queue that a token must be allowed to see, page by page", async () => {
    expect(await call("GET", `/dossiers/${ID}/queue`, ["read"])).toMatchObject({ status: 403 });
    const first = await call("GET", `/dossiers/${ID}/queue?limit=2`, ["read-unpublished"]);
    const rest = await call("GET", `/dossiers/${ID}/queue?cursor=${first.body.next}`, ["read-unpublished"]);
    const all = (await server.desk.dossier(ADMIN, ID)).acts.map(({ act }) => act.id);
    expect([...first.body.acts, ...rest.body.acts].map(({ id }: { id: string }) => id)).toEqual(all);
    expect(first.body.acts).toHaveLength(2);
    expect(rest.body.next).toBeNull();
  });

  it("is decided on by a token that may edit", async () => {
    const acts = (await server.desk.dossier(ADMIN, ID)).acts.map(({ act }) => act.id);
    const body = { acts, decision: "published" };
    expect(await call("POST", `/dossiers/${ID}/decisions`, ["read-unpublished"], body)).toMatchObject({ status: 403 });
    expect(await call("POST", `/dossiers/${ID}/decisions`, ["edit"], body)).toMatchObject({ status: 204 });
    expect((await call("GET", `/dossiers/${ID}/queue`, ["read-unpublished"])).body.acts).toEqual([]);
    const unknown = await call("POST", "/dossiers/nothing/decisions", ["edit"], body);
    expect(unknown).toMatchObject({ status: 404, code: "dossier-unknown" });
  });

  it("is not public before it is published, and is at the next read after", async () => {
    expect(await call("GET", `/dossiers/${ID}`, ["read-unpublished"])).toMatchObject({ status: 404 });
    await server.desk.publish(ADMIN, ID);
    expect(await call("GET", `/dossiers/${ID}`, null)).toMatchObject({ status: 200, body: { id: ID } });
  });
});

test("a token that was made up, revoked or narrowed opens nothing", async () => {
  for (const token of [`rdo_0123456789abcdef_${"a".repeat(43)}`, "nonsense", ""]) {
    const answer = await fetch(`${server.address}/api/v1/webhooks`, { headers: { Authorization: `Bearer ${token}` } });
    expect(await verdictOf(answer)).toMatchObject({ status: 401, code: "token-invalid" });
    expect(answer.headers.get("WWW-Authenticate")).toBe("Bearer");
  }
});

/** The answer as the client types it where nothing went wrong. */
function worked<Answer extends { ok: boolean }>(answer: Answer): Extract<Answer, { ok: true }> {
  expect(answer.ok).toBe(true);
  return answer as Extract<Answer, { ok: true }>;
}

test("the typed client reads pages by cursor, and what it may not do is told", async () => {
  const client = readoutClient(`${server.address}/`, await server.token(["read"]));
  const list = await client.dossiers.$get({ query: {} });
  expect((await worked(list).json()).dossiers.map(({ id }) => id)).toEqual([ID]);
  const dossier = await worked(await client.dossiers[":id"].$get({ param: { id: ID } })).json();
  const numbers: number[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const query = { limit: "1", ...(cursor === undefined ? {} : { cursor }) };
    const page = await worked(await client.dossiers[":id"].lines.$get({ param: { id: ID }, query })).json();
    numbers.push(...page.lines.map(({ number }) => number));
    cursor = page.next ?? undefined;
    more = page.next !== null;
  }
  expect(numbers).toEqual(dossier.explainer.lines.map(({ number }) => number));
  expect(numbers.length).toBeGreaterThan(1);
  const source = dossier.explainer.sources[0]!.id;
  const read = client.dossiers[":id"].sources[":source"];
  expect((await worked(await read.$get({ param: { id: ID, source } })).json()).text).toContain("grain");
  const refused = await client.comparisons.$post({ json: { title: "No", addresses: texts.addresses } });
  expect(refused.status).toBe(403);
});

test("reads are kept with their ETag until the record changes, and no longer", async () => {
  const path = `${server.address}/api/v1/dossiers/${ID}/lines`;
  const first = await fetch(path);
  const tag = first.headers.get("ETag")!;
  const again = await fetch(path, { headers: { "If-None-Match": `"other", W/${tag}` } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const { act } = (await server.desk.dossier(ADMIN, ID)).acts[0]!;
  await server.desk.decide(ADMIN, ID, [act.id], "rejected");
  const changed = await fetch(path, { headers: { "If-None-Match": tag } });
  expect(changed.status).toBe(200);
  expect(await changed.text()).not.toBe(await first.text());
  await server.desk.decide(ADMIN, ID, [act.id], "published");
});

describe("server-sent events", () => {
  it("tell the version at once, each change, and nothing twice to who comes back", async () => {
    const path = `${server.address}/api/v1/dossiers/${ID}/events`;
    const first = await listen(path);
    const told = await first.next();
    expect(told).toMatchObject({ event: "version", id: (await server.site.dossier(ID))!.version });
    await server.desk.publish(ADMIN, ID);
    const changed = await first.next();
    expect(changed.id).not.toBe(told.id);
    first.end();
    await server.desk.publish(ADMIN, ID);
    const back = await listen(path, changed.id);
    const missed = await back.next();
    expect(missed.id).toBe((await server.site.dossier(ID))!.version);
    back.end();
    const knows = await listen(path, missed.id);
    await server.desk.takeBack(ADMIN, ID);
    expect(await knows.next()).toMatchObject({ event: "gone" });
    expect(await verdictOf(await fetch(path))).toMatchObject({ status: 404, code: "dossier-unknown" });
    await server.desk.publish(ADMIN, ID);
  });
});

describe("webhooks", () => {
  it("are registered by who may, told of what happens, signed, and ended", async () => {
    const received: { headers: IncomingHttpHeaders; body: string }[] = [];
    const receiver = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += String(chunk);
      });
      request.on("end", () => {
        received.push({ headers: request.headers, body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    const wanted = { dossier: ID, url, kinds: ["page"] };
    expect(await call("POST", "/webhooks", ["edit"], wanted)).toMatchObject({ status: 403 });
    expect(await call("POST", "/webhooks", ["administer"], { ...wanted, url: "file:///etc/passwd" })).toMatchObject({
      status: 400,
      code: "request-invalid",
    });
    const made = await call("POST", "/webhooks", ["administer"], wanted);
    expect(made.status).toBe(201);
    const list = await call("GET", "/webhooks", ["administer"]);
    expect(list.body.webhooks).toMatchObject([{ id: made.body.id, url, dossier: ID, kinds: ["page"] }]);
    expect(JSON.stringify(list.body)).not.toContain(made.body.secret);

    await server.desk.publish(ADMIN, ID);
    expect(await server.sendAlerts()).toBe(1);
    const [{ headers, body }] = received as [(typeof received)[0]];
    expect(JSON.parse(body)).toMatchObject({ kind: "page", dossier: ID });
    const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["readout-signature"]))!;
    expect(signature).toBe(createHmac("sha256", made.body.secret).update(`${seconds}.${body}`).digest("hex"));

    expect(await call("DELETE", `/webhooks/${made.body.id}`, ["administer"])).toMatchObject({ status: 204 });
    expect(await call("DELETE", `/webhooks/${made.body.id}`, ["administer"])).toMatchObject({
      status: 404,
      code: "subscription-unknown",
    });
    await server.desk.publish(ADMIN, ID);
    expect(await server.sendAlerts()).toBe(0);
    receiver.close();
  });
});

test("limits count each token for itself, and a made-up token for the address", async () => {
  const address = await server.limited(2);
  const ask = async (token: string | null) =>
    (await fetch(`${address}/api/v1/dossiers`, { headers: token ? { Authorization: `Bearer ${token}` } : {} })).status;
  expect([await ask(null), await ask("made-up-1"), await ask("made-up-2")]).toEqual([200, 200, 429]);
  const token = await server.token(["read"]);
  expect([await ask(token), await ask(token), await ask(token)]).toEqual([200, 200, 429]);
  const refused = await fetch(`${address}/api/v1/dossiers`);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(await verdictOf(refused)).toMatchObject({ status: 429, code: "rate-limit" });
});
