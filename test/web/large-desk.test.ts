/** The desk with a dossier of 200,000 words and 2,000 acts that have nothing in common: it is gone through page by page. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { sha256 } from "../../src/ledger/seal.js";
import type { Act } from "../../src/model/act.js";
import { recordEntry } from "../test-stores.js";
import { ADMIN, type DeskServer, PASSWORD, startDesk } from "./desk-server.js";

const CLAUSES = 1000;
const ID = "large";
let server: DeskServer;
let cookie: string;

const SOUNDS = ["ka", "le", "mi", "no", "ru", "sa", "ti", "vo", "ze", "pu"];
/** A word of its own for each number. */
const word = (at: number) => [...String(at + 10_000)].map((digit) => SOUNDS[Number(digit)]).join("");
const clause = (at: number, id: string) =>
  `${word(at)} agreed to ${word(at + 2000)} ${word(at + 4000)} for ${id} ${word(at + 6000)}`;

/** A text of some 100,000 words and an act for each of its paragraphs. */
function largeText(id: string): { text: string; acts: Act[] } {
  const acts: Act[] = [];
  let text = "";
  for (let at = 0; at < CLAUSES; at++) {
    const quote = clause(at, id);
    const [start, end] = [text.length, text.length + quote.length];
    text += `${quote}, and ${"it went on at some length about the weather of that day in the city ".repeat(6)}in the end.\n\n`;
    acts.push({
      ...MADE_UP,
      id: `${id}-${at}`,
      document: id,
      start,
      end,
      quote,
      clause: at,
      trigger: { start, end, quote },
    });
  }
  return { text, acts };
}

const MADE_UP: Omit<Act, "id" | "document" | "start" | "end" | "quote" | "clause" | "trigger"> = {
  act: "agreed",
  plover: null,
  actors: ["USA"],
  recipients: [],
  attribution: ["White House"],
  veridicality: "asserted",
  strength: 0.9,
  issues: [],
  scope: { targets: [], area: [], parties: [], start: null, durationDays: null, quantity: null, exceptions: [] },
  condition: null,
  rule: "made-up",
  weight: 1,
};

beforeAll(async () => {
  server = await startDesk();
  const what = { type: "dossier-opened" as const, title: "Large", conflict: null, publishesUnread: false };
  await server.store.openDossier(ID, [{ on: "2024-05-02", author: "Ann", what }]);
  for (const id of ["one", "two"]) {
    const { text, acts } = largeText(id);
    const facts = {
      id,
      source: `${id}.txt`,
      sha256: sha256(text),
      title: null,
      publisher: id,
      parties: [],
      genre: "readout",
    };
    const body = { ...facts, published: null, language: "en", translated: false, complete: true };
    const entries = acts.map((act) => recordEntry("act", act.id, act, null, "rules"));
    await server.store.append(ID, { entries: [recordEntry("document", id, body, text), ...entries] });
  }
  const signedIn = await fetch(`${server.address}/desk/sign-in/`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: server.address },
    body: new URLSearchParams({ name: ADMIN.name, password: PASSWORD }),
  });
  cookie = signedIn.headers.get("Set-Cookie")!.split(";")[0]!;
}, 300_000);
afterAll(() => server?.close());

async function page(path: string): Promise<string> {
  const answer = await fetch(`${server.address}/desk/dossiers/${ID}/${path}`, { headers: { Cookie: cookie } });
  expect(answer.status).toBe(200);
  return answer.text();
}

it("shows every act once over the pages of its queue, none of which is a burden", async () => {
  const first = await page("");
  const pages = Number(/Page 1 of (\d+)/.exec(first)?.[1]);
  expect(pages).toBe(50);
  const seen = new Set<string>();
  for (const number of [1, 2, 25, pages]) {
    const html = await page(`?page=${number}`);
    expect(html.length).toBeLessThan(700_000);
    for (const [, id] of html.matchAll(/id="act-([^"]+)"/g)) seen.add(id!);
  }
  expect(seen.size).toBe(4 * 40);
  expect(await page("?page=99999")).toContain(`Page ${pages} of ${pages}`);
}, 300_000);

it("takes decisions and drafts, and publishes", async () => {
  const { acts, version, draft } = await server.desk.dossier(ADMIN, ID);
  expect(acts).toHaveLength(2 * CLAUSES);
  for (let from = 0; from < acts.length; from += 500)
    await server.desk.decide(
      ADMIN,
      ID,
      acts.slice(from, from + 500).map(({ act }) => act.id),
      "published",
    );
  await server.desk.saveDraft(ADMIN, ID, { ...draft, headline: "Large?" }, version);
  await server.desk.publish(ADMIN, ID);
  const lines = await fetch(`${server.address}/api/v1/dossiers/${ID}/lines?limit=500`);
  expect(((await lines.json()) as { lines: unknown[] }).lines).toHaveLength(500);
  expect((await fetch(`${server.address}/dossiers/${ID}/`)).status).toBe(200);
}, 300_000);
