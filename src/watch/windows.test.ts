import { expect, test } from "vitest";
import type { Terms } from "../model/agreement.js";
import { isoOf, windowOf } from "./windows.js";

const told = (common: Terms, own: Terms = {}) => {
  const { start, end } = windowOf({ id: "x", common }, { id: "r", ...own });
  return `${isoOf(start)} ${isoOf(end)}`;
};

test.each<[string, Terms, Terms, string]>([
  ["thirty days", { durationDays: 30 }, { starts: "2025-03-18" }, "2025-03-18T00:00:00Z 2025-04-17T00:00:00Z"],
  ["an inclusive day", {}, { starts: "2025-03-18", ends: "2025-03-18" }, "2025-03-18T00:00:00Z 2025-03-19T00:00:00Z"],
  ["a month", {}, { starts: "2025-02", ends: "2025-02" }, "2025-02-01T00:00:00Z 2025-03-01T00:00:00Z"],
  [
    "instants",
    {},
    { starts: "2025-04-19T18:00:00+03:00", ends: "2025-04-21T00:00:00+03:00" },
    "2025-04-19T15:00:00Z 2025-04-20T21:00:00Z",
  ],
  [
    "days of a zone across a change of clocks",
    { zone: "Europe/Kyiv", durationDays: 7 },
    { starts: "2025-03-28" },
    "2025-03-27T22:00:00Z 2025-04-03T21:00:00Z",
  ],
  [
    "what the reading says itself first",
    { ends: "2025-12-31" },
    { starts: "2025-01-01", durationDays: 1 },
    "2025-01-01T00:00:00Z 2025-01-02T00:00:00Z",
  ],
])("%s", (_, common, own, expected) => expect(told(common, own)).toBe(expected));

test.each<[string, Terms, RegExp]>([
  ["no start", { ends: "2025-01-01" }, /"starts" is missing/],
  ["no end", { starts: "2025-01-01" }, /neither "ends" nor "durationDays"/],
  ["an end before the start", { starts: "2025-04-20", ends: "2025-04-19" }, /ends \(2025-04-20.*\) before it starts/],
  ["an unknown zone", { starts: "2025-04-20", durationDays: 1, zone: "Mars/Base" }, /zone "Mars\/Base"/],
  ["a day that is none", { starts: "2025-02-30", durationDays: 1 }, /is no date/],
  ["a thousand years", { starts: "2025-01-01", ends: "3025" }, /more than 100 years/],
])("%s is refused", (_, own, message) => {
  expect(() => told({}, own)).toThrow(message);
  expect(() => told({}, own)).toThrow(expect.objectContaining({ exitCode: 2 }));
});
