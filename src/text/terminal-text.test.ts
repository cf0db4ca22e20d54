import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonText } from "./json-text.js";
import { safeForTerminal, safeLine } from "./terminal-text.js";

/** Anything a terminal may obey. */
const HOSTILE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

test.each([
  ["plain words, “quoted” – Türkiye", "plain words, “quoted” – Türkiye"],
  ["two\nlines", "two\nlines"],
  ["a\tb\r\nc", "a b\nc"],
  ["\u001b[31mred\u001b[0m", "\\u001b[31mred\\u001b[0m"],
  ["\u001b]0;title\u0007x", "\\u001b]0;title\\u0007x"],
  ["\u009b2Jgone", "\\u009b2Jgone"],
  ["evil\u202etxt.exe", "evil\\u202etxt.exe"],
  ["a\u2066b\u2069", "a\\u2066b\\u2069"],
  ["zero\u200bwidth\u200e\ufeff\u061c", "zerowidth"],
  ["lone \ud800 surrogate", "lone \ufffd surrogate"],
  ["peace 🕊", "peace 🕊"],
  ["over\u2028here", "over\nhere"],
])("%j is shown as %j", (text, shown) => {
  expect(safeForTerminal(text)).toBe(shown);
});

test("one line stays one line", () => {
  expect(safeLine("  a\n\n b\tc ")).toBe("a b c");
});

test("no string reaches the terminal with a control or directional character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(safeForTerminal(text)).not.toMatch(HOSTILE);
      expect(jsonText({ text })).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test("escaped JSON parses to the same value", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(JSON.parse(jsonText({ text }, 2))).toEqual({ text });
    }),
  );
});
