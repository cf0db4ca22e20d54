import { expect, test } from "vitest";
import { ACTORS } from "../../test/fixtures/actors.js";
import { Issue, Target } from "../model/catalog.js";
import { listed, namesOf } from "./names.js";

const issue = Issue.parse({
  id: "grain",
  name: "Grain exports",
  family: "economy",
  patterns: ["grain"],
  examples: ["Grain was discussed."],
});
const power = Target.parse({ id: "power-grid", name: "Power grid", patterns: ["power grid"] });
const names = namesOf({ ...ACTORS, issues: [issue], targets: [power] });

test.each([
  ["USA", "United States"],
  ["EU", "European Union"],
  ["RUS:president", "President of Russia"],
  ["RUS:putin", "Vladimir Putin"],
  ["GBR:defence-secretary", "defence secretary (United Kingdom)"],
  ["ZZZ:envoy", "envoy (ZZZ)"],
  ["?", "someone it does not name"],
  ["XYZ", "XYZ"],
])("%s is %s", (id, name) => {
  expect(names.actor(id)).toBe(name);
});

test("issues have names, or their id in words", () => {
  expect([names.issue("grain"), names.issue("black-sea")]).toEqual(["Grain exports", "black sea"]);
});

test("targets have names as inside a sentence, or their id in words", () => {
  expect([names.target("power-grid"), names.target("gas-pipeline")]).toEqual(["power grid", "gas pipeline"]);
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("%j", (words, text) => {
  expect(listed(words)).toBe(text);
});
