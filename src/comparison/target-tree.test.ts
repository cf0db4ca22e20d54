import { describe, expect, it } from "vitest";
import { CATALOG } from "../../test/made-up-acts.js";
import { compareSets, TargetTree } from "./target-tree.js";

const tree = new TargetTree(CATALOG.targets);

describe("TargetTree", () => {
  it.each([
    [["energy"], ["energy"], "equal"],
    [["energy"], ["infrastructure"], "narrower"],
    [["infrastructure"], ["refinery"], "broader"],
    [["energy"], ["energy", "infrastructure"], "narrower"],
    [["refinery"], [], "unstated"],
    [[], [], "equal"],
    [["energy"], ["ships"], "disjoint"],
    [["energy", "ships"], ["refinery", "ports"], "overlapping"],
  ] as const)("%j stands to %j as %s", (a, b, expected) => {
    expect(tree.compare(a, b)).toBe(expected);
  });

  it("ends on targets that are part of one another", () => {
    const circle = new TargetTree([
      { id: "a", name: "a", patterns: ["a"], partOf: ["b"] },
      { id: "b", name: "b", patterns: ["b"], partOf: ["a"] },
    ]);
    expect(circle.isPartOf("a", "c")).toBe(false);
  });
});

describe("compareSets", () => {
  it("compares by equality where nothing else is given", () => {
    expect(compareSets(["USA"], ["USA", "RUS"])).toBe("narrower");
  });
});
