import fc from "fast-check";
import { expect, test } from "vitest";
import { diffWords } from "./word-diff.js";

const said = (before: string, after: string) =>
  diffWords(before, after).map((hunk) => [hunk.before.quote, hunk.after.quote]);

test.each([
  ["They agreed to a truce.", "They  agreed\n\nto a truce.", []],
  ["They agreed to a truce of 30 days.", "They agreed to a truce of 60 days.", [["30", "60"]]],
  ["They agreed.", "They agreed to talk.", [["agreed.", "agreed to talk."]]],
  ["They met in Geneva and then they parted.", "They met and then they parted.", [["in Geneva", ""]]],
  ["", "They met.", [["", "They met."]]],
  ["They met.", "", [["They met.", ""]]],
  [
    "A firm, full and lasting truce was agreed",
    "A partial and lasting truce was discussed",
    [
      ["firm, full", "partial"],
      ["agreed", "discussed"],
    ],
  ],
])("%j -> %j", (before, after, expected) => {
  expect(said(before, after)).toEqual(expected);
});

test("what is put in place of the hunks makes the other text, white space aside", () => {
  const text = fc
    .array(fc.constantFrom("they", "agreed", "to", "a", "truce", "of", "30", "60", "days."), { maxLength: 30 })
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(text, text, (before, after) => {
      let made = "";
      let at = 0;
      for (const hunk of diffWords(before, after)) {
        expect(before.slice(hunk.before.start, hunk.before.end)).toBe(hunk.before.quote);
        expect(after.slice(hunk.after.start, hunk.after.end)).toBe(hunk.after.quote);
        made += `${before.slice(at, hunk.before.start)} ${hunk.after.quote} `;
        at = hunk.before.end;
      }
      made += before.slice(at);
      expect(made.trim().split(/\s+/)).toEqual(after.trim().split(/\s+/));
    }),
  );
});

test("a text rewritten from end to end is one hunk", () => {
  const words = (salt: string) => Array.from({ length: 5_000 }, (_, at) => `${salt}${at}`).join(" ");
  expect(diffWords(words("a"), words("b"))).toHaveLength(1);
});
