import fc from "fast-check";
import { expect, test } from "vitest";
import { TextBuilder, toOriginal } from "./source-map.js";

test("white space is one blank inside a line and none at its ends", () => {
  const original = "  The \n\t talks\u00a0went\u00ad on. ";
  const into = new TextBuilder();
  into.add(original, 0, original.length);
  expect(into.text).toBe("The talks went on.");
  const start = into.text.indexOf("went");
  expect(toOriginal({ start, end: start + 7 }, into.map)).toEqual({
    start: original.indexOf("went"),
    end: original.indexOf("."),
  });
});

test("a reference stands for one character, and what was put between stands for nothing", () => {
  const into = new TextBuilder();
  into.add("A", 0, 1);
  into.add("&", 1, 6);
  into.break(2);
  into.insert("- ");
  into.add("B", 10, 11);
  expect(into.text).toBe("A&\n\n- B");
  expect(toOriginal({ start: 1, end: 2 }, into.map)).toEqual({ start: 1, end: 6 });
  expect(toOriginal({ start: 2, end: 6 }, into.map)).toBe(null);
  expect(toOriginal({ start: 0, end: 7 }, into.map)).toEqual({ start: 0, end: 11 });
  expect(toOriginal({ start: 3, end: 9 }, null)).toEqual({ start: 3, end: 9 });
});

test("runs are in order, and even runs hold the original's words", () => {
  const piece = fc.record({
    words: fc.string({ unit: fc.constantFrom("a", "b", "é", " ", "\n", "\u00a0", "\u00ad", "😀") }),
    gap: fc.nat(5),
    kind: fc.constantFrom("even", "break", "reference"),
  });
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const into = new TextBuilder();
      let original = "";
      for (const { words, gap, kind } of pieces) {
        original += "<".repeat(gap);
        if (kind === "break") into.break(2);
        else if (kind === "even") into.add(words, original.length, original.length + words.length);
        else into.add("&", original.length, original.length + 5);
        original += kind === "even" ? words : kind === "reference" ? "&amp;" : "";
      }
      const { text, map } = into;
      let [after, sourceAfter] = [0, 0];
      for (const [start, end, from, to] of map) {
        expect(start).toBeGreaterThanOrEqual(after);
        expect(from).toBeGreaterThanOrEqual(sourceAfter);
        if (end - start === to - from)
          expect(text.slice(start, end)).toBe(original.slice(from, to).replace(/\s/g, " "));
        [after, sourceAfter] = [end, to];
      }
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/ {2}|\n{3}/);
    }),
  );
});
