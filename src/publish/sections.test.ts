import { expect, test } from "vitest";
import { COMPARISON, NAMES } from "../../test/fixtures/comparison.js";
import type { Item } from "../model/comparison.js";
import { relationLabel, sectionsOf, sourceName } from "./sections.js";

test("items fall into sections in the order in which a reader asks, numbered through", () => {
  const sections = sectionsOf(COMPARISON, NAMES);
  expect(
    sections.map(({ key, title, items }) => [key, title, items.map(({ number, id }) => `${number} ${id}`)]),
  ).toEqual([
    ["both", "Both say", ["1 a1"]],
    ["differs", "Differs, and how", ["2 a2"]],
    ["contradicts", "Contradicts", ["3 a3"]],
    ["only-0", "Only France (fr) says", ["4 a4"]],
  ]);
});

test("every item stands in one section", () => {
  const [item] = COMPARISON.items;
  const relations = ["both", "contradicts", "scope-differs", "strength-differs", "only:fr", "only:ind", "some:fr,ind"];
  const items = relations.map((relation, at): Item => ({ ...item!, id: `i${at}`, relation }));
  const shown = sectionsOf({ ...COMPARISON, items }, NAMES).flatMap((section) => section.items);
  expect(shown.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id));
});

test.each([
  ["both", "Both say"],
  ["scope-differs", "Scope differs"],
  ["strength-differs", "Strength differs"],
  ["contradicts", "Contradicts"],
  ["only:us-ua", "Only us-ua"],
  ["some:az,ru", "Some: az, ru"],
])("%s: %s", (relation, label) => {
  expect(relationLabel({ ...COMPARISON.items[0]!, relation }, COMPARISON.sources)).toBe(label);
});

test("a source is called by its party, a source of none or of many by its id", () => {
  const [source] = COMPARISON.sources;
  expect(sourceName({ ...source!, parties: ["FRA", "IND"] }, NAMES)).toBe("France and India (fr)");
  expect(sourceName({ ...source!, parties: [] }, NAMES)).toBe("fr");
  expect(sourceName({ ...source!, parties: ["FRA", "IND", "TUR", "GBR"] }, NAMES)).toBe("fr");
});
