/** A model that misbehaves in every way -> only acts that stand in the text, one clear error, and the key in none of it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { documentOf } from "../../../test/made-up-acts.js";
import { type Mode, type ModelServer, startModelServer } from "../../../test/model-server.js";
import { parseYaml, readCatalog } from "../../catalog/read-catalog.js";
import type { Document } from "../../model/document.js";
import type { ProposedAct } from "../../model/proposal.js";
import { compileLexicon } from "../../statements/lexicon.js";
import { admitter } from "../../statements/read-proposal.js";
import { instructionsIn } from "./instructions-in-text.js";
import { llmEngine } from "./llm-engine.js";
import { settingsFrom } from "./settings.js";

const KEY = "sk-very-secret-0123456789";
const TEXT = "Kenya rejected the ceasefire. Kenya and Somalia agreed on an exchange of 40 prisoners.";
const about = { actors: ["Kenya"], recipients: [], attribution: [], condition: null, why: "The verb says so." };
const ACTS: ProposedAct[] = [
  { ...about, act: "rejected", veridicality: "asserted", quote: "Kenya rejected the ceasefire", trigger: "rejected" },
  {
    ...about,
    act: "agreed",
    veridicality: "asserted",
    quote: "Kenya and Somalia agreed on an exchange of 40 prisoners",
    trigger: "agreed on",
  },
];

const lexicon = compileLexicon(readCatalog(fileURLToPath(new URL("../../../catalog", import.meta.url))));
const document = documentOf("ke", TEXT, { parties: ["KEN"] });
let server: ModelServer;
let waited: number[] = [];
let entries = new Map<string, string>();
beforeAll(async () => {
  server = await startModelServer(ACTS);
});
afterAll(() => server.close());
beforeEach(() => {
  server.answer("good");
  server.requests.length = 0;
  waited = [];
  entries = new Map();
});

function engine(env: Record<string, string> = {}, draft = false) {
  const base = { READOUT_LLM_BASE_URL: server.url, READOUT_LLM_MODEL: "made-up", READOUT_LLM_KEY: KEY };
  return llmEngine({
    settings: settingsFrom({ ...base, ...env }),
    effects: {
      fetch,
      wait: async (milliseconds) => void waited.push(milliseconds),
      now: () => performance.now(),
      readEntry: async (name) => entries.get(name) ?? null,
      writeEntry: async (name, text) => void entries.set(name, text),
    },
    draft,
    admitTo: (one, participants) => admitter(one, lexicon, participants, "llm"),
  });
}

const quotesOf = async (read: Document = document, env = {}) =>
  (await engine(env).read(read)).acts.map(({ quote }) => quote);
const GOOD = ACTS.map(({ quote }) => quote);

describe("what is asked", () => {
  it("sends text, schema and key where they belong, and nothing else", async () => {
    await engine().read(document);
    const [{ body, authorization }] = server.requests as [ModelServer["requests"][number]];
    expect(authorization).toBe(`Bearer ${KEY}`);
    expect(JSON.stringify(body)).not.toContain(KEY);
    expect(body).toMatchObject({ model: "made-up", temperature: 0, response_format: { type: "json_schema" } });
    expect(body.messages.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(body.messages[0]!.content).not.toContain("Kenya");
    expect(body.messages[1]!.content).toContain(TEXT);
  });

  it("tells tokens, cost and repairs", async () => {
    server.answer("bad-json", "good");
    const { usage } = await engine({ READOUT_LLM_PRICES: "2,10" }).read(document);
    expect(usage).toMatchObject({ requests: 2, repairs: 1, cached: 0, promptTokens: 2000, completionTokens: 200 });
    expect(usage!.costUsd).toBeCloseTo(0.006, 9);
    expect(usage!.seconds).toBeGreaterThanOrEqual(0);
    server.answer("no-usage");
    expect((await engine().read(document)).usage).toMatchObject({ promptTokens: 0, costUsd: null });
  });
});

describe("what is answered", () => {
  it.each<[string, Mode[], number]>([
    ["JSON between fences", ["fenced"], 1],
    ["offsets that nobody asked for, wrong ones", ["wrong-offsets", "good"], 2],
    ["text around the JSON, then JSON", ["bad-json", "good"], 2],
    ["half an answer, then all of it", ["half", "good"], 2],
    ["an act that there is not, among good ones", ["not-the-schema"], 3],
    ["an invented quote among good ones", ["invented-quotes"], 3],
    ["a quote with another letter among good ones", ["changed-quotes"], 3],
    ["nothing, then an answer", ["empty", "good"], 2],
    ["429 once, then an answer", ["busy", "good"], 2],
    ["503 twice, then an answer", ["overloaded", "overloaded", "good"], 3],
  ])("%s: the acts that stand in the text", async (_, modes, requests) => {
    server.answer(...modes);
    expect(await quotesOf()).toEqual(GOOD);
    expect(server.requests.length).toBe(requests);
  });

  it.each<[string, Mode, RegExp]>([
    ["never JSON", "bad-json", /0 acts were kept.*no JSON/],
    ["always half", "half", /0 acts were kept.*cut off/],
    ["always empty", "empty", /0 acts were kept/],
    ["only offsets, never clean", "wrong-offsets", /0 acts were kept/],
    ["always an invented quote", "invented-quotes", /2 acts were kept and 1 left out.*everything/],
  ])("%s: a problem that says so, after two repairs", async (_, mode, message) => {
    server.answer(mode);
    const { problems } = await engine().read(document);
    expect(server.requests.length).toBe(3);
    expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
  });

  it.each<[string, Mode, string]>([
    ["429 for ever", "busy", "llm-busy"],
    ["503 for ever", "overloaded", "llm-busy"],
    ["a refused key", "no-key", "llm-refused"],
    ["an unknown model", "no-model", "llm-failed"],
    ["no answer", "hangs", "llm-timeout"],
    ["an answer that never ends", "drips", "llm-timeout"],
    ["a connection that breaks", "cut-off", "llm-unreachable"],
    ["an answer without end", "endless", "llm-answer-broken"],
    ["another protocol", "not-a-completion", "llm-answer-broken"],
    ["a redirect to another place", "redirects", "llm-unreachable"],
  ])("%s: one clear error without the key", async (_, mode, code) => {
    server.answer(mode);
    const error = await engine({ READOUT_LLM_TIMEOUT: "0.5" })
      .read(document)
      .then(
        () => null,
        (reason: Error) => reason,
      );
    expect(error).toMatchObject({ code, message: expect.stringMatching(/^http:\/\/127\.0\.0\.1[^\n]+\.$/) });
    expect(`${error?.message}${error?.stack}`).not.toContain(KEY);
  });

  it("waits as long as it is asked to, and never longer than half a minute", async () => {
    server.answer("busy");
    await expect(engine().read(document)).rejects.toMatchObject({ code: "llm-busy" });
    expect(waited).toEqual([1000, 1000, 1000]);
  });

  it("cannot be reached where nobody listens", async () => {
    const read = engine({ READOUT_LLM_BASE_URL: "http://127.0.0.1:9/v1" }).read(document);
    await expect(read).rejects.toMatchObject({ code: "llm-unreachable" });
  });
});

describe("the cache", () => {
  it("asks once for one text, and again for another model, endpoint or text", async () => {
    expect(await quotesOf()).toEqual(GOOD);
    expect(await quotesOf()).toEqual(GOOD);
    expect(server.requests.length).toBe(1);
    expect((await engine().read(document)).usage).toMatchObject({ requests: 0, cached: 1 });
    await quotesOf(document, { READOUT_LLM_MODEL: "another" });
    await quotesOf(documentOf("ke", `${TEXT} `, { parties: ["KEN"] }));
    await quotesOf(document, { READOUT_LLM_BASE_URL: server.url.replace("127.0.0.1", "localhost") });
    expect(server.requests.length).toBe(4);
  });

  it("keeps no answer with a fault and trusts no entry unseen", async () => {
    server.answer("invented-quotes");
    await quotesOf();
    expect(entries.size).toBe(0);
    server.answer("good");
    await quotesOf();
    for (const name of entries.keys()) entries.set(name, '{"acts":[{"act":"agreed"}]}');
    server.requests.length = 0;
    expect(await quotesOf()).toEqual(GOOD);
    expect(server.requests.length).toBe(1);
    const forged = { acts: [{ ...ACTS[0], quote: "Kenya accepted it", trigger: "accepted" }] };
    for (const name of entries.keys()) entries.set(name, JSON.stringify(forged));
    expect(await quotesOf()).toEqual([]);
  });
});

describe("drafts", () => {
  it.each<[string, Partial<Document>, boolean]>([
    ["called one by the user", {}, true],
    ["called one by its name", { source: "/texts/readout-DRAFT-2.txt" }, false],
    ["called one by its first line", { text: `EMBARGOED UNTIL 18:00\n${TEXT}` }, false],
  ])("%s are sent nowhere but to the endpoint named for them", async (_, change, draft) => {
    const text = documentOf("ke", change.text ?? TEXT, change);
    await expect(engine({}, draft).read(text)).rejects.toMatchObject({ code: "draft-kept", exitCode: 2 });
    const other = { READOUT_LLM_DRAFTS: "https://another.example/v1" };
    await expect(engine(other, draft).read(text)).rejects.toMatchObject({ code: "draft-kept" });
    expect(server.requests.length).toBe(0);
    await engine({ READOUT_LLM_DRAFTS: `${server.url}/` }, draft).read(text);
    expect(server.requests.length).toBe(1);
  });
});

describe("settings", () => {
  it.each([
    [{ READOUT_LLM_BASE_URL: undefined }, /needs READOUT_LLM_BASE_URL/],
    [{ READOUT_LLM_MODEL: " " }, /needs READOUT_LLM_MODEL/],
    [{ READOUT_LLM_BASE_URL: "ftp://x/v1" }, /no plain http\(s\) address/],
    [{ READOUT_LLM_BASE_URL: `https://user:${KEY}@x/v1` }, /without a password/],
    [{ READOUT_LLM_BASE_URL: "http://example.org/v1" }, /Use https/],
    [{ READOUT_LLM_PRICES: "cheap" }, /READOUT_LLM_PRICES takes two numbers/],
    [{ READOUT_LLM_TIMEOUT: "-1" }, /READOUT_LLM_TIMEOUT takes seconds/],
  ])("%j", (change, message) => {
    const env = { READOUT_LLM_BASE_URL: "https://x/v1", READOUT_LLM_MODEL: "m", READOUT_LLM_KEY: KEY, ...change };
    const failure = () => settingsFrom(env);
    expect(failure).toThrow(message);
    expect(failure).toThrow(expect.objectContaining({ exitCode: 2, message: expect.not.stringContaining(KEY) }));
  });
});

const Injection = z.object({ id: z.string(), clean: z.string(), text: z.string() }).strict();
const path = fileURLToPath(new URL("../../../bench/stress/injections.yaml", import.meta.url));
const injections = z.array(Injection).parse(parseYaml(readFileSync(path, "utf8"), path));

describe("a model that obeys the text", () => {
  it.each(injections.map((one) => [one.id, one] as const))("changes nothing: %s", async (_, { clean, text }) => {
    const quote = clean.slice(0, -1);
    const obedient = await startModelServer([
      { ...about, act: "discussed", veridicality: "asserted", quote, trigger: quote.split(" ")[1]!, actors: [] },
    ]);
    try {
      const read = async (words: string) => {
        const answers = engine({ READOUT_LLM_BASE_URL: obedient.url });
        const { acts, problems } = await answers.read(documentOf("x", words));
        return {
          acts: acts.map(({ act, veridicality, quote: said }) => [act, veridicality, said]),
          codes: problems.map(({ code }) => code),
        };
      };
      const before = await read(clean);
      obedient.answer("obeys");
      const after = await read(text);
      expect(after.acts).toEqual(before.acts);
      expect(after.codes).toContain("instructions-in-text");
      expect(new Set(obedient.requests.map(({ body }) => body.messages[0]!.content)).size).toBe(1);
    } finally {
      await obedient.close();
    }
  });

  it.each([
    "The ministers marked the anniversary of the agreement.",
    "The President ignored the previous agreement on prisoners.",
    "The parties rejected all previous proposals and reported progress on water.",
    "The model of the dam was shown to the ministers.",
    "The system of border crossings was discussed.",
  ])("is not feared where the text speaks to readers: %s", (text) => {
    expect(instructionsIn(text)).toEqual([]);
  });
});
