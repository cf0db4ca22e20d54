/** Pages in the shapes of publishers, served on loopback -> their words come out, and what the pages tell of them. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCatalog } from "../../src/catalog/read-catalog.js";
import { readDocument } from "../../src/documents/read-document.js";
import { Document } from "../../src/model/document.js";
import type { Outcome } from "../../src/model/problem.js";
import type { Network } from "../../src/network/network.js";
import { openNetwork } from "../../src/network/open-network.js";
import { toOriginal } from "../../src/text/source-map.js";
import { type LoopbackServer, serve } from "../servers/loopback-server.js";
import { pageCases } from "./page-cases.js";
import { scoreWords } from "./score-words.js";

const LEAST = 0.97;
const cases = pageCases();
const catalog = readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url)));
let server: LoopbackServer;
let network: Network;

beforeAll(async () => {
  server = await serve(
    Object.fromEntries(
      cases.map(({ id, bytes, contentType }) => [`/${id}`, { body: bytes, headers: { "content-type": contentType } }]),
    ),
  );
  network = openNetwork({ userAgent: "Readout test", allowPrivate: true });
});
afterAll(async () => {
  await network.close();
  await server.close();
});

async function readPage(id: string): Promise<Outcome<Document>> {
  const { bytes, headers, address } = await network.request(`${server.origin}/${id}`);
  return readDocument(bytes, {
    id: "page",
    source: address,
    contentType: headers["content-type"],
    actors: catalog,
    furniture: catalog.pageFurniture,
  });
}

describe.each(cases.map((page) => [page.id, page] as const))("%s", (id, page) => {
  let read: Outcome<Document>;
  beforeAll(async () => {
    read = await readPage(id);
  });

  test("words", () => {
    const score = scoreWords(read.value.text, page.words);
    expect({ ...score, ok: score.precision >= LEAST && score.recall >= LEAST }).toMatchObject({ ok: true });
  });

  test("facts", () => {
    const { charset, problem, images, published, ...rest } = page.expect;
    const { value, problems } = read;
    expect(Document.parse(value)).toEqual(value);
    expect(value.title).toBe(page.title);
    expect(value.published).toBe(published ?? value.published);
    expect(value.provenance).toMatchObject(charset === undefined ? rest : { ...rest, charset });
    if (images !== undefined) expect(value.provenance!.images).toHaveLength(images);
    expect(problems.filter(({ level }) => level === "error").map(({ code }) => code)).toEqual(problem ? [problem] : []);
  });

  test("offsets map back", () => {
    const { text, provenance } = read.value;
    const original = new TextDecoder(provenance!.charset).decode(page.bytes, { stream: true });
    for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const span = toOriginal({ start: word.index, end: word.index + word[0].length }, provenance!.map)!;
      const there = original.slice(span.start, span.end);
      if (!there.includes("&")) expect(there).toBe(word[0]);
    }
  });

  test("reading what was read changes nothing", async () => {
    const { text } = read.value;
    const again = await readDocument(Buffer.from(asPage(text)), {
      id: "again",
      source: "again.html",
      actors: catalog,
      furniture: catalog.pageFurniture,
    });
    expect(again.value.text).toBe(text);
    const plain = await readDocument(Buffer.from(text), { id: "plain", source: "plain.txt", actors: catalog });
    expect(plain.value.text).toBe(text);
  });
});

/** The plainest page that holds the text. */
function asPage(text: string): string {
  const [title, ...paragraphs] = text
    .split("\n\n")
    .map((block) => block.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  const body = paragraphs.map((block) => {
    const lines = block.split("\n");
    if (lines.every((line) => line.startsWith("- ")))
      return `<ul>${lines.map((line) => `<li>${line.slice(2)}</li>`).join("")}</ul>`;
    return `<p>${lines.join("<br>")}</p>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${body.join("")}</article></body></html>`;
}
