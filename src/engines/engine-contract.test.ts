/** Every engine -> the one contract that all of them keep; the model's answers come from a server on loopback. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentOf } from "../../test/made-up-acts.js";
import { type ModelServer, startModelServer } from "../../test/model-server.js";
import { readCatalog } from "../catalog/read-catalog.js";
import { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { Engine } from "../model/engine.js";
import type { ProposedAct } from "../model/proposal.js";
import { findActs } from "../statements/find-acts.js";
import { compileLexicon } from "../statements/lexicon.js";
import { admitter } from "../statements/read-proposal.js";
import { llmEngine } from "./llm/llm-engine.js";
import { settingsFrom } from "./llm/settings.js";
import { rulesEngine } from "./rules-engine.js";

const TEXT = `The President of Türkiye spoke by phone with the President of Greece.

The two presidents agreed to reopen the port for grain exports for 60 days. Greece rejected any sanctions on its ships. Greece stopped short of accepting the ceasefire.

Türkiye demanded the release of 40 sailors if the talks resume.
`;

const about = { actors: ["Greece"], recipients: [], attribution: [], condition: null, why: "The verb says so." };
const PROPOSALS: ProposedAct[] = [
  {
    ...about,
    act: "agreed",
    veridicality: "asserted",
    quote: "The two presidents agreed to reopen the port for grain exports for 60 days",
    trigger: "agreed to",
    actors: ["Türkiye", "Greece"],
  },
  {
    ...about,
    act: "rejected",
    veridicality: "asserted",
    quote: "Greece rejected any sanctions on its ships",
    trigger: "rejected",
  },
  {
    ...about,
    act: "accepted",
    veridicality: "negated",
    quote: "Greece stopped short of accepting the ceasefire",
    trigger: "stopped short of accepting",
  },
  {
    ...about,
    act: "demanded",
    veridicality: "asserted",
    quote: "Türkiye demanded the release of 40 sailors",
    trigger: "demanded",
    actors: ["Türkiye"],
    condition: "if the talks resume",
  },
];

const lexicon = compileLexicon(readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url))));
const TEXTS: [string, Document][] = [
  ["a readout", documentOf("tr", TEXT, { parties: ["TUR"] })],
  ["an empty text", documentOf("empty", "")],
  ["blanks", documentOf("blank", " \n\n\t")],
  ["a text in which nothing is done", documentOf("plain", "The weather was fine in Ankara.")],
  [
    "marks and letters of every kind",
    documentOf(
      "odd",
      "“Türkiye” 🙂 agreed — «naïvely» — to… \u200f\u202e talk.\nŽižek’s\u00a0plan\u0007 was rejected.",
    ),
  ],
  [
    "one long line",
    documentOf("long", `${"The sides discussed trade and the ministers agreed to meet. ".repeat(400)}`),
  ],
];

let server: ModelServer;
const engines: [string, () => Engine][] = [
  ["rules", () => rulesEngine((document, participants) => findActs(document, lexicon, participants))],
  [
    "llm",
    () =>
      llmEngine({
        settings: settingsFrom({ READOUT_LLM_BASE_URL: server.url, READOUT_LLM_MODEL: "made-up" }),
        effects: {
          fetch,
          wait: async () => undefined,
          now: () => 0,
          readEntry: async () => null,
          writeEntry: async () => undefined,
        },
        draft: false,
        admitTo: (document, participants) => admitter(document, lexicon, participants, "llm"),
      }),
  ],
];
beforeAll(async () => {
  server = await startModelServer(PROPOSALS);
});
afterAll(() => server.close());

describe.each(engines)("the engine %s", (id, open) => {
  it("names itself", () => expect(open().id).toBe(id));

  it.each(TEXTS)("gives acts that are whole records and exact slices, in order: %s", async (_, document) => {
    const { acts, problems } = await open().read(document);
    for (const act of acts) {
      expect(() => Act.parse(act)).not.toThrow();
      expect(document.text.slice(act.start, act.end)).toBe(act.quote);
      expect(act.end - act.start).toBeLessThanOrEqual(400);
      expect(act.document).toBe(document.id);
      if (act.condition) expect(document.text.slice(act.condition.start, act.condition.end)).toBe(act.condition.quote);
    }
    expect(acts.map(({ start }) => start)).toEqual(acts.map(({ start }) => start).sort((a, b) => a - b));
    expect(new Set(acts.map((act) => act.id)).size).toBe(acts.length);
    expect(problems.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("gives the same for the same text", async () => {
    const [, document] = TEXTS[0]!;
    expect((await open().read(document)).acts).toEqual((await open().read(document)).acts);
  });

  it("never takes what somebody stopped short of for an acceptance", async () => {
    const { acts } = await open().read(TEXTS[0]![1]);
    const accepted = acts.filter(
      ({ act, veridicality, quote }) =>
        act === "accepted" && veridicality === "asserted" && quote.includes("stopped short"),
    );
    expect(accepted).toEqual([]);
    expect(acts.some(({ act, veridicality }) => act === "accepted" && veridicality === "negated")).toBe(true);
  });

  it("tells who acts, what it is about and under which condition", async () => {
    const { acts } = await open().read(TEXTS[0]![1]);
    const agreed = acts.find(({ act, veridicality }) => act === "agreed" && veridicality === "asserted");
    expect(agreed?.issues).toContain("grain-exports");
    expect(agreed?.scope.durationDays).toBe(60);
    const rejected = acts.find(({ act }) => act === "rejected");
    expect(rejected?.actors.map((actor) => actor.split(":")[0])).toEqual(["GRC"]);
    expect(acts.find(({ quote }) => quote.includes("40 sailors"))?.condition?.quote).toMatch(/if the talks resume/);
  });
});
