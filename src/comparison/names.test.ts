import { describe, expect, it } from "vitest";
import { knowsName, namesOf } from "./names.js";

describe("namesOf", () => {
  it.each([
    ["agreed to revive the Caspian Grain Initiative soon", "Caspian Grain Initiative"],
    ["talks with the Organization for Security and Cooperation in Europe", "Organization for Security"],
    ["met President Maria Example in Oslo", ""],
    ["Both sides spoke", ""],
    ["the Contact Group and the Arctic Council", "Contact Group, Arctic Council"],
  ])("%s", (quote, expected) => {
    expect(namesOf([quote]).join(", ")).toBe(expected);
  });
});

describe("knowsName", () => {
  it.each([
    ["They revived the initiative.", "Caspian Grain Initiative", true],
    ["They spoke of grain on the Caspian.", "Caspian Grain Initiative", false],
    ["Russia was invited.", "Russian Federation", true],
    ["at the WTO", "World Trade Organization", true],
    ["nothing of the kind", "Arctic Council", false],
  ])("%s knows %s: %s", (text, name, expected) => {
    expect(knowsName(text, name)).toBe(expected);
  });
});
