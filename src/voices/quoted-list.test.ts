/** Acts that quote a list -> one act for each quoted thing; all else stays whole. */
import { expect, test } from "vitest";
import { sourceOf } from "../../test/made-up-acts.js";
import { splitQuotedList } from "./quoted-list.js";

const issuesOf = (words: string) => ["trade", "visas", "ties"].filter((issue) => words.includes(issue));

test.each([
  [
    `a better relationship brings ties, including "open trade" and "free visas"`,
    ["a better relationship brings ties", "open trade", "free visas"],
  ],
  [`spoke of "open trade" and "free visas"`, [`spoke of "open trade" and "free visas"`]],
  [`spoke of trade, including "some things"`, [`spoke of trade, including "some things"`]],
  [
    `spoke of ties, such as "open trade", then left for "free visas"`,
    [`spoke of ties, such as "open trade", then left for "free visas"`],
  ],
])("%s", (clause, quotes) => {
  const { document, acts } = sourceOf("us", [clause], { issues: ["trade", "ties"] });
  const parts = splitQuotedList(acts[0]!, document.text, issuesOf);
  expect(parts.map(({ quote }) => quote)).toEqual(quotes);
  for (const { start, end, quote } of parts) expect(document.text.slice(start, end)).toBe(quote);
});
