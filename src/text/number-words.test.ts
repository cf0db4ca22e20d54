import { expect, test } from "vitest";
import { readNumber } from "./number-words.js";

const read = (text: string) =>
  readNumber(
    text.split(" ").map((lower) => ({ lower })),
    0,
  );

test.each([
  ["30 days", 30, 1],
  ["1,500 tonnes", 1500, 1],
  ["1.5 billion", 1.5e9, 2],
  ["200 million euros", 2e8, 2],
  ["10 000 people", 10000, 2],
  ["1 200 000 people", 1200000, 3],
  ["thirty days", 30, 1],
  ["twenty - five days", 25, 3],
  ["twenty five days", 25, 2],
  ["two hundred and fifty prisoners", 250, 4],
  ["two hundred thousand", 200000, 3],
  ["a hundred", 100, 2],
  ["two dozen", 24, 2],
  ["half a million", 500000, 3],
  ["twelve", 12, 1],
])("%s", (text, value, to) => expect(read(text)).toEqual({ value, to }));

test.each(["a week", "hundreds of people", "21st century", "many", "half of it", "00:00", "1,2,3", ""])(
  "%s is no number",
  (text) => {
    expect(read(text)).toBeNull();
  },
);

test("the end of the stretch ends the number", () => {
  const tokens = ["200", "million"].map((lower) => ({ lower }));
  expect(readNumber(tokens, 0, 1)).toEqual({ value: 200, to: 1 });
});
