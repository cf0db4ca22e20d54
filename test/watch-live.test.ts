/** Files of a feed that change while they are watched -> what is new in them, once, whatever their form. */
import { appendFileSync, writeFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { Agreement } from "../src/model/agreement.js";
import { openWatch, type Watch } from "../src/pipeline-watch.js";
import { CATALOG, csvOf, EVENTS, temporaryFile } from "./made-up-incidents.js";

const AGREEMENT = Agreement.parse({
  id: "made-up",
  title: "Made up",
  parties: ["RUS", "UKR"],
  common: { prohibits: ["strike"], area: ["UKR"] },
  readings: [{ id: "all", starts: "2025-03-18", durationDays: 30 }],
});
const row = (id: string, target = "refinery") => ({
  id,
  date: "2025-03-19",
  country: "Ukraine",
  conduct: "drones",
  target,
});

let watch: Watch;
afterEach(() => watch.close());

async function open(file: string): Promise<() => Promise<[string, string | null][]>> {
  watch = await openWatch({
    agreement: AGREEMENT,
    files: [{ feed: EVENTS.id, file }],
    mappings: [EVENTS],
    catalog: CATALOG,
    skip: async () => {},
    progress: async () => {},
  });
  return async () => (await watch.readOn()).value.map(({ id, target }) => [id, target]);
}

test("a CSV file that grows", async () => {
  const file = temporaryFile("rows.csv", csvOf([row("a"), row("b")]));
  const news = await open(file);
  expect(await news()).toEqual([]);
  appendFileSync(file, csvOf([row("c"), row("a", "bridge")]).replace(/^.*\n/, ""));
  expect(await news()).toEqual([
    ["c", "refinery"],
    ["a", "bridge"],
  ]);
  expect(await news()).toEqual([]);
});

test("a JSON file of which each version holds all", async () => {
  const file = temporaryFile("rows.json", JSON.stringify([row("a"), row("b")]));
  const news = await open(file);
  writeFileSync(file, JSON.stringify([row("a"), row("b", "bridge"), row("c")]));
  expect((await news()).sort()).toEqual([
    ["b", "bridge"],
    ["c", "refinery"],
  ]);
  writeFileSync(file, JSON.stringify([row("a")]));
  expect(await news()).toEqual([]);
});
