import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LoopbackServer, serve } from "../../test/servers/loopback-server.js";
import type { Network } from "./network.js";
import { openNetwork } from "./open-network.js";

const WORDS = "The talks went on. ".repeat(200);
let server: LoopbackServer;
let network: Network;
let port: string;

beforeAll(async () => {
  const redirect = (location: string, status = 302) => ({ status, headers: { location } });
  server = await serve({
    "/plain": { body: WORDS, headers: { "content-type": "text/plain", etag: '"1"' } },
    "/gzip": { body: gzipSync(WORDS), headers: { "content-encoding": "gzip" } },
    "/br": { body: brotliCompressSync(WORDS), headers: { "content-encoding": "br" } },
    "/deflate": { body: deflateSync(WORDS), headers: { "content-encoding": "deflate" } },
    "/bomb": { body: gzipSync(Buffer.alloc(50_000_000)), headers: { "content-encoding": "gzip" } },
    "/bombs": { body: gzipSync(gzipSync(Buffer.alloc(50_000_000))), headers: { "content-encoding": "gzip, gzip" } },
    "/broken": { body: "not gzip at all", headers: { "content-encoding": "gzip" } },
    "/odd": { body: "x", headers: { "content-encoding": "compress-by-magic" } },
    "/large": { body: Buffer.alloc(11_000_000, "x") },
    "/moved": redirect("/plain", 301),
    "/twice": redirect("/moved"),
    "/loop": redirect("/loop"),
    "/file": redirect("file:///etc/passwd"),
    "/script": redirect("javascript:alert(1)"),
    "/metadata": redirect("http://169.254.169.254/latest/meta-data/"),
    "/secret": redirect("http://user:word@127.0.0.1/"),
    "/hangs": () => undefined,
    "/drips": (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(drip));
      return undefined;
    },
    "/breaks": (_, response) => {
      response.destroy();
      return undefined;
    },
    "/agent": (request) => ({ body: request.headers["user-agent"] ?? "" }),
    "/post": (request) => ({ status: request.method === "POST" ? 201 : 405 }),
  });
  port = new URL(server.origin).port;
  network = openNetwork({ userAgent: "Readout test", allowPrivate: true });
});

afterAll(async () => {
  await network.close();
  await server.close();
});

const text = async (path: string) => Buffer.from((await network.request(server.origin + path)).bytes).toString();

test.each([["/plain"], ["/gzip"], ["/br"], ["/deflate"], ["/twice"]])("%s gives its words", async (path) => {
  expect(await text(path)).toBe(WORDS);
});

test("an answer tells its status, its fields and the way it came", async () => {
  const answer = await network.request(`${server.origin}/twice`);
  expect(answer).toMatchObject({ status: 200, address: `${server.origin}/plain`, headers: { etag: '"1"' } });
  expect(answer.way).toEqual(["/twice", "/moved", "/plain"].map((path) => server.origin + path));
  expect((await network.request(`${server.origin}/none`)).status).toBe(404);
  expect(await text("/agent")).toBe("Readout test");
  expect((await network.request(`${server.origin}/post`, { method: "POST", body: "{}" })).status).toBe(201);
});

describe("is refused with one line", () => {
  test.each([
    ["/bomb", "fetch-too-large", /unfolds to more than 20 MB/],
    ["/bombs", "fetch-too-large", /unfolds/],
    ["/large", "fetch-too-large", /larger than 10 MB/],
    ["/broken", "fetch-failed", /compression is broken/],
    ["/odd", "fetch-failed", /encoding that was not asked for \(compress-by-magic\)/],
    ["/loop", "fetch-redirects", /more than 5 times/],
    ["/file", "address-invalid", /leads to file:/],
    ["/script", "address-invalid", /leads to javascript:/],
    ["/secret", "address-invalid", /user name/],
    ["/hangs", "fetch-timeout", /did not answer in 0\.4 s/],
    ["/drips", "fetch-timeout", /did not answer in 0\.4 s/],
    ["/breaks", "fetch-failed", /broke off/],
  ])("%s", async (path, code, message) => {
    const address = server.origin + path;
    const limits = { milliseconds: /hangs|drips/.test(path) ? 400 : 20_000 };
    const failed = network.request(address, { limits });
    await expect(failed).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    await expect(failed).rejects.toMatchObject({ message: expect.stringMatching(/^http[^\n]+\.$/) });
  });

  test.each([
    ["ftp://example.org/x"],
    ["/relative"],
    ["http://"],
    ["http://a:b@example.org/"],
    [`http://x/${"a".repeat(5000)}`],
  ])("the address %s", async (address) => {
    await expect(network.request(address)).rejects.toMatchObject({ code: "address-invalid" });
  });
});

describe("the guard", () => {
  const guarded = openNetwork({ userAgent: "Readout test" });
  afterAll(() => guarded.close());

  test.each([
    "http://127.0.0.1:PORT/plain",
    "http://localhost:PORT/plain",
    "http://[::1]:PORT/plain",
    "http://0x7f.1:PORT/plain",
    "http://2130706433:PORT/plain",
    "http://[::ffff:127.0.0.1]:PORT/plain",
    "http://0.0.0.0:PORT/plain",
    "http://169.254.169.254/latest/meta-data/",
  ])("does not ask %s", async (address) => {
    const before = server.asked.length;
    await expect(guarded.request(address.replace("PORT", port))).rejects.toMatchObject({ code: "address-refused" });
    expect(server.asked.length).toBe(before);
  });

  test("connects to the address it has checked: a name is looked up once, and a second look-up would not be asked", async () => {
    const answers = [["127.0.0.1"], ["10.0.0.1"]];
    let lookups = 0;
    const once = openNetwork({
      userAgent: "t",
      allowPrivate: true,
      lookup: async () => answers[Math.min(lookups++, 1)]!,
    });
    const answer = await once.request(`http://rebind.example:${port}/plain`);
    await once.close();
    expect({ status: answer.status, lookups }).toEqual({ status: 200, lookups: 1 });
  });

  test("checks again where a redirect leads elsewhere", async () => {
    const lookup = async (host: string) => (host === "public.example" ? ["127.0.0.1"] : ["10.0.0.1"]);
    const isOurs = openNetwork({ userAgent: "t", allowPrivate: true, lookup });
    await expect(isOurs.request(`http://public.example:${port}/plain`)).resolves.toMatchObject({ status: 200 });
    await isOurs.close();
    const strict = openNetwork({ userAgent: "t", lookup: async () => ["127.0.0.1"] });
    await expect(strict.request(`http://public.example:${port}/metadata`)).rejects.toMatchObject({
      code: "address-refused",
    });
    await strict.close();
  });
});
