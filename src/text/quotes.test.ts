/** Table of [text, its quotations]: the marks in which words stand, over a paragraph's end too. */
import { expect, it } from "vitest";
import { findQuotations } from "./quotes.js";

it.each<[string, string[]]>([
  ['He said "yes" and "no".', ["yes", "no"]],
  ["He said “yes”.", ["yes"]],
  ["''The port is open,'' he said. ''It is late.''", ["The port is open,", "It is late."]],
  ["``The port is open,'' he said.", ["The port is open,"]],
  ["The captain's and the envoys' boats", []],
  ["''The port is open.\n\n''It is late.''", ["The port is open.", "It is late."]],
  ["''The port is open.\n\n'Twas late.", []],
])("%s", (text, expected) => {
  expect(findQuotations(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
