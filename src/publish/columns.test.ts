import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { numbered, sideBySide, wrapIndented } from "./columns.js";

test("cells stand side by side where there is room", () => {
  expect(sideBySide(["one\ntwo", "three"], 90, 2)).toEqual([
    `  one${" ".repeat(38)}  │  three`,
    `  two${" ".repeat(38)}  │`,
  ]);
});

test("cells stand below one another where there is none", () => {
  expect(sideBySide(["one", "two"], 50, 2)).toEqual(["  one", "", "  two"]);
});

test("a mark stands before the first line", () => {
  expect(wrapIndented("one two", 12, 5, "≠")).toEqual(["≠    one two"]);
  expect([numbered(7), numbered(42), numbered(123), numbered(1234)]).toEqual([" 7.  ", "42.  ", "123. ", "1234. "]);
});

test("no line is wider than the terminal, whatever the words", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "é", "字", "🕊", " ", "\n", "longish"), maxLength: 80 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), fc.integer({ min: 40, max: 160 }), (cells, width) => {
      for (const line of sideBySide(cells, width, 5)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});
