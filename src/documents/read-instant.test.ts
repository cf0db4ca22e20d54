import { expect, test } from "vitest";
import { readInstant } from "./read-instant.js";

test.each([
  ["2025-03-18T21:40:00+03:00", null, "2025-03-18T18:40:00Z", "+03:00", "2025-03-18"],
  ["2025-03-18T21:40:05.123Z", null, "2025-03-18T21:40:05Z", "+00:00", "2025-03-18"],
  ["2025-03-18T21:40", "Europe/Kyiv", "2025-03-18T19:40:00Z", "Europe/Kyiv", "2025-03-18"],
  ["Tue, 18 Mar 2025 21:40:00 +0530", null, "2025-03-18T16:10:00Z", "+05:30", "2025-03-18"],
  ["Tue, 18 Mar 2025 21:40:00 GMT", "Asia/Tokyo", "2025-03-18T21:40:00Z", "+00:00", "2025-03-18"],
  ["March 18, 2025 at 9:40 p.m. EDT", null, "2025-03-19T01:40:00Z", "-04:00", "2025-03-18"],
  ["18 March 2025, 21:40", "Europe/Moscow", "2025-03-18T18:40:00Z", "Europe/Moscow", "2025-03-18"],
  ["18.03.2025 21:40", "Europe/Berlin", "2025-03-18T20:40:00Z", "Europe/Berlin", "2025-03-18"],
  ["2025/03/18 00:10", "Asia/Shanghai", "2025-03-17T16:10:00Z", "Asia/Shanghai", "2025-03-18"],
  ["30 March 2025 02:30", "Europe/Berlin", "2025-03-30T01:30:00Z", "Europe/Berlin", "2025-03-30"],
  ["July 1, 2024 12:05 am", "America/New_York", "2024-07-01T04:05:00Z", "America/New_York", "2024-07-01"],
  ["18 March 2025, 21:40", null, null, null, "2025-03-18"],
  ["18 March 2025", "Europe/Moscow", null, null, "2025-03-18"],
  ["18.03.2025", "Europe/Moscow", null, null, "2025-03-18"],
  ["March 2025", "Europe/Moscow", null, null, "2025-03"],
])("%s in %s", (words, zone, at, told, day) => {
  expect(readInstant(words, zone)).toEqual({ at, zone: told, day });
});

test.each([["yesterday"], ["2025-13-45T10:00:00Z"], ["31 June 2025 10:00"], [""], ["21:40"]])(
  "no date: %j",
  (words) => {
    expect(readInstant(words, "Europe/Moscow")).toBe(null);
  },
);
