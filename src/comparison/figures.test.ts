import { describe, expect, it } from "vitest";
import { findFigures, sumsIn } from "./figures.js";

describe("findFigures", () => {
  it.each([
    ["a package of $ 500 million", "money 500000000"],
    ["half a billion dollars in aid", "money 500000000"],
    ["€2.5 billion over three years", "money 2500000000, duration 1095"],
    ["for a period of 30 days", "duration 30"],
    ["a thirty-day pause", "duration 30"],
    ["two weeks", "duration 14"],
    ["on January 9", "date --01-09"],
    ["on 9 January 2025", "date --01-09"],
    ["by the end of the year", "when by the end of the year"],
    ["early next month", "when early next month"],
    ["over 175 captured soldiers on each side", "count 175"],
    ["since the 2014 elections", ""],
    ["on January 26 to the terms", "date --01-26"],
    ["no figure at all", ""],
  ])("%s", (text, expected) => {
    expect(
      findFigures(text)
        .map(({ kind, value }) => `${kind} ${value}`)
        .join(", "),
    ).toBe(expected);
  });

  it("quotes the words as they stand", () => {
    const text = "They asked for $1 billion by the end of next month.";
    for (const { words } of findFigures(text)) expect(text).toContain(words);
  });
});

describe("sumsIn", () => {
  it.each([
    ["another $1 billion in aid", ["money:1000000000"]],
    ["aid in the amount of USD 1 billion", ["money:1000000000"]],
    ["175 prisoners each", ["count:175"]],
    ["two crossings and 3 bridges for 30 days", []],
  ])("%s", (text, expected) => {
    expect(sumsIn(text)).toEqual(expected);
  });
});
