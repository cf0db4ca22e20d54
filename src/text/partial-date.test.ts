import { expect, test } from "vitest";
import { readDate, readRelativeDay } from "./partial-date.js";

const tokensOf = (text: string) => text.split(" ").map((word) => ({ text: word, lower: word.toLowerCase() }));

test.each([
  ["18 March 2025", null, "2025-03-18", 3],
  ["March 18 , 2025 ,", null, "2025-03-18", 4],
  ["March 18", null, "--03-18", 2],
  ["18th of March", null, "--03-18", 3],
  ["March 2025", null, "2025-03", 2],
  ["March", null, "--03", 1],
  ["2025-03-18", null, "2025-03-18", 1],
  ["18.03.2025", null, "2025-03-18", 1],
  ["2026", null, "2026", 1],
  ["18 March", "2025-03-19", "2025-03-18", 2],
  ["10 January", "2021-12-30", "2022-01-10", 2],
  ["30 December", "2022-01-03", "2021-12-30", 2],
  ["5 May", "2025", "--05-05", 2],
])("%s near %s", (text, near, date, to) => expect(readDate(tokensOf(text), 0, near)).toEqual({ date, to }));

test.each(["may agree", "march on", "30 days", "175 prisoners", "45 March", "1701", ""])("%s is no date", (text) => {
  expect(readDate(tokensOf(text), 0)).toBeNull();
});

test.each([
  ["today", "2025-03-18", "2025-03-18"],
  ["tomorrow", "2025-12-31", "2026-01-01"],
  ["monday", "2025-03-18", "2025-03-24"],
  ["tuesday", "2025-03-18", "2025-03-25"],
  ["monday", null, null],
  ["monday", "2025-03", null],
  ["soon", "2025-03-18", null],
])("%s in a text of %s", (word, near, expected) => expect(readRelativeDay(word, near)).toBe(expected));
