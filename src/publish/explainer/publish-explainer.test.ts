import { expect, test } from "vitest";
import type { SideView } from "../../model/explainer.js";
import { groupLines } from "./line-groups.js";

const side = (source: string, act: SideView["act"], veridicality: SideView["veridicality"] = "asserted"): SideView => ({
  source,
  act,
  veridicality,
  actors: ["A"],
  voices: [],
  strength: 0.5,
  quotes: [],
});

test.each([
  ["both agree", "both", [side("a", "agreed"), side("b", "accepted")], "agreedByAll"],
  ["one agrees, one proposes", "differs", [side("a", "agreed"), side("b", "proposed")], "agreedBySome"],
  ["one urges acceptance", "only", [side("a", "accepted", "unasserted")], null],
  ["one says it was not accepted", "only", [side("a", "accepted", "negated")], null],
  ["they contradict each other", "contradicts", [side("a", "agreed"), side("b", "agreed")], "agreedBySome"],
  ["one orders", "only", [side("a", "ordered")], "undertaken"],
  ["one alone agrees", "only", [side("a", "agreed")], "agreedBySome"],
] as const)("%s", (_, kind, sides, expected) => {
  const line = {
    id: "x",
    number: 1,
    subject: "s",
    detail: null,
    kind,
    relation: kind,
    differences: [],
    sides: [...sides],
  };
  const { agreedByAll, agreedBySome, undertaken } = groupLines([line]);
  const found = Object.entries({ agreedByAll, agreedBySome, undertaken }).filter(([, numbers]) => numbers.length > 0);
  expect(found.map(([name]) => name)).toEqual(expected === null ? [] : [expected]);
});
