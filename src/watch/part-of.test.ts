import { expect, test } from "vitest";
import { PartOf } from "./part-of.js";

const TREE = new PartOf(
  [
    { id: "infrastructure", partOf: [] },
    { id: "energy", partOf: ["infrastructure"] },
    { id: "refinery", partOf: ["energy"] },
    { id: "bridge", partOf: ["infrastructure"] },
    { id: "military", partOf: [] },
  ],
  "targets",
);

test.each<[string | null, string[], string]>([
  ["refinery", ["energy"], "in"],
  ["refinery", ["infrastructure"], "in"],
  ["bridge", ["energy"], "out"],
  ["infrastructure", ["energy"], "may-be"],
  ["military", ["energy"], "out"],
  [null, ["energy"], "may-be"],
  [null, ["any"], "in"],
  ["military", ["any"], "in"],
])("%j among %j is %s", (id, named, expected) => expect(TREE.among(id, named)).toBe(expected));

test("a circle is told in words, and what is part of nothing known too", () => {
  const circle = [
    { id: "a", partOf: ["b"] },
    { id: "b", partOf: ["c"] },
    { id: "c", partOf: ["a"] },
  ];
  expect(() => new PartOf(circle, "my agreement: targets")).toThrow(
    "my agreement: targets: a is part of b is part of c is part of a",
  );
  expect(() => new PartOf([{ id: "a", partOf: ["nowhere"] }], "targets")).toThrow(
    /"a" is part of "nowhere", which does not exist/,
  );
});
