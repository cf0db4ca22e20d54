import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "./fold.js";

describe("foldText", () => {
  it.each([
    ["Erdoğan met Łukaszenka in Kraków", "Erdogan met Lukaszenka in Kraków"],
    ["Zelenskyy’s “yes”", 'Zelenskyy\'s "yes"'],
    ["«no» ‘maybe’", "\"no\" 'maybe'"],
    ["İstanbul, Đorđe, Œuvre", "Istanbul, Dorde, Ouvre"],
    ["30\u00a0days\tand\u200ba half", "30 days and a half"],
    ["non\u2011paper", "non-paper"],
    ["He said: ''yes.'' ``No,'' she said", 'He said:  "yes."   "No,"  she said'],
    ["plain text stays", "plain text stays"],
  ])("%s", (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it("turns every letter of Latin Extended-A and B into one ASCII letter", () => {
    const letters = Array.from({ length: 0x250 - 0x100 }, (_, i) => String.fromCharCode(0x100 + i)).join("");
    expect(foldText(letters)).toMatch(/^[A-Za-z]{336}$/);
  });

  it("keeps the length, so offsets stay", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => foldText(text).length === text.length));
  });
});
