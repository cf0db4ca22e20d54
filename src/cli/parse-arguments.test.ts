import { expect, test } from "vitest";
import { COMMON_OPTIONS, parseArguments, parseList, parsePublished } from "./parse-arguments.js";

test("options and sources are told apart", () => {
  const { values, positionals } = parseArguments("read", ["a.txt", "--json", "-", "--", "--json"], COMMON_OPTIONS);
  expect({ ...values }).toEqual({ json: true });
  expect(positionals).toEqual(["a.txt", "-", "--json"]);
});

test.each([
  [["--frob"], 'Unknown option "--frob". See readout read --help.'],
  [["--published"], /^Option "--published <value>" argument missing\. See/],
  [["--json=yes"], /^Option "--json" does not take an argument\. See/],
])("%j is wrong usage", (args, message) => {
  expect(() => parseArguments("read", args, COMMON_OPTIONS)).toThrow(message);
  expect(() => parseArguments("read", args, COMMON_OPTIONS)).toThrow(expect.objectContaining({ exitCode: 2 }));
});

test.each(["2025", "2025-03", "2024-02-29", undefined])("--published %s", (date) => {
  expect(parsePublished(date)).toBe(date);
});

test.each(["", "25", "2025-13", "2025-02-30", "18 March 2025", "2025-03-18T00:00"])(
  "--published %j is refused",
  (date) => {
    expect(() => parsePublished(date)).toThrow(expect.objectContaining({ exitCode: 2 }));
  },
);

test.each([
  [undefined, []],
  ["us, ru,", ["us", "ru"]],
])("the list %j", (value, words) => {
  expect(parseList(value)).toEqual(words);
});
