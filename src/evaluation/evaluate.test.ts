/** Events of known marks and made-up comparisons -> the measures, intervals and probes that they must give. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Comparison } from "../model/comparison.js";
import { bootstrap, seededRandom } from "./bootstrap.js";
import { type Compare, evaluate } from "./evaluate.js";
import { markedEvent, parseMarks } from "./marked-event.js";
import { markedEventFiles } from "./write-marks.js";

const US = "We agreed to a truce. We discussed trade.";
const RU = "A truce was agreed. Nothing else.";

const files = markedEventFiles({
  id: "made-up",
  title: "A made-up call",
  date: "2025-01-01",
  sources: [
    { id: "us", party: "United States", text: US, complete: true, translated: false },
    { id: "ru", party: "Russia", text: RU, complete: true, translated: false },
  ],
  items: [
    {
      id: "01",
      issue: "Truce",
      relation: "both",
      sources: { us: { act: "agreed", start: 3, end: 20 }, ru: { act: "agreed", start: 0, end: 18 } },
    },
    {
      id: "02",
      issue: "Trade",
      relation: "only:us",
      sources: { us: { act: "discussed", start: 25, end: 40 }, ru: null },
    },
  ],
});
const event = markedEvent("made-up", parseMarks(files.get("gold.json")!, "gold.json"), (id) => files.get(`${id}.txt`));
const options = { random: seededRandom(1), resamples: 50, probes: true, progress: async () => undefined };

/** What a perfect engine prints, whatever the texts are called. */
const perfect: Compare = async (texts) => {
  const idOf = (text: string) => texts.find((one) => one.text === text)!.id;
  const [us, ru] = [idOf(US), idOf(RU)];
  const side = (text: string, start: number, end: number, act: "agreed" | "discussed") => ({
    act,
    veridicality: "asserted" as const,
    actors: [],
    attribution: [],
    rule: "made-up",
    strength: 0.5,
    spans: [{ start, end, quote: text.slice(start, end), act }],
  });
  const item = (id: string, relation: string, sources: Comparison["items"][number]["sources"]) => ({
    id,
    label: id,
    issues: [],
    relation,
    differences: [],
    sources,
  });
  return {
    sources: [],
    items: [
      item("a", "both", { [us]: side(US, 0, 20, "agreed"), [ru]: side(RU, 0, 18, "agreed") }),
      item("b", `only:${us}`, { [us]: side(US, 22, 40, "discussed"), [ru]: null }),
    ],
    unsaid: [],
  };
};

describe("a perfect engine", () => {
  it("scores 1 in everything, and labels change nothing", async () => {
    const found = await evaluate([event], perfect, options);
    for (const [name, { value }] of Object.entries(found.measures))
      expect([name, value]).toEqual([name, name === "relationF1" ? 0 : 1]);
    expect(found.relations.find(({ relation }) => relation === "both")).toMatchObject({
      marked: 1,
      right: 1,
      f1: null,
    });
    expect(found.quoteExact).toBe(1);
    expect(found.probes).toEqual({ order: { items: 2, kept: 2, same: 2 }, labels: { items: 2, kept: 2, same: 2 } });
    expect(found.measures.itemRecall!.interval).toBe(null);
  });

  it("has the same interval for the same seed", async () => {
    const many = [event, { ...event, id: "b" }, { ...event, id: "c" }];
    const run = () => evaluate(many, perfect, { ...options, random: seededRandom(7) });
    expect(await run()).toEqual(await run());
    expect((await run()).measures.itemRecall!.interval).toEqual({ low: 1, high: 1 });
    expect((await run()).measures.relationF1!.value).toBe(1);
  });
});

it("an engine that leans on labels is found out", async () => {
  const biased: Compare = async (texts, id) => {
    const comparison = await perfect(texts, id);
    return texts[0]!.id === "us" ? comparison : { ...comparison, items: comparison.items.slice(1) };
  };
  const { probes } = await evaluate([event], biased, options);
  expect(probes?.order).toEqual({ items: 2, kept: 1, same: 1 });
});

test("an interval holds the figure of a sample that is all alike, and lies within its range", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 12 }),
      fc.nat(),
      (values, seed) => {
        const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
        const found = bootstrap(values, mean, { random: seededRandom(seed), resamples: 60 })!;
        expect(found.low).toBeLessThanOrEqual(found.high);
        expect(found.low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
        expect(found.high).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
      },
    ),
  );
});

test.each([
  ["no JSON", "{", /is no JSON/],
  ["no items", '{"sources":[{"id":"us"}]}', /items/],
  ["a source without an id", '{"sources":[{}],"items":[]}', /sources\.0\.id/],
])("marks with %s are refused with the field", (_, json, message) => {
  expect(() => parseMarks(json, "gold.json")).toThrow(message);
});

test("corrections come back as they were made, also where a phrase stands twice", () => {
  const text = "We agreed to talk. Later they agreed to talk again in Geneva.";
  const start = text.lastIndexOf("agreed to talk");
  const out = markedEventFiles({
    id: "x",
    title: "x",
    date: "2025-01-01",
    sources: [{ id: "us", party: "US", text, complete: true, translated: false }],
    items: [
      { id: "1", issue: "Talks", relation: "only:us", sources: { us: { act: "agreed", start, end: start + 14 } } },
    ],
  });
  const back = markedEvent("x", parseMarks(out.get("gold.json")!, "gold.json"), (id) => out.get(`${id}.txt`));
  const cue = back.items[0]!.cues.us!;
  expect(cue.start).toBeLessThanOrEqual(start);
  expect(cue.end).toBeGreaterThanOrEqual(start + 14);
  expect(cue.start).toBeGreaterThan(10);
  expect(() =>
    markedEventFiles({
      id: "x",
      title: "x",
      date: "",
      sources: [],
      items: [{ id: "1", issue: "x", relation: "maybe", sources: {} }],
    }),
  ).toThrow(/no relation/);
});
