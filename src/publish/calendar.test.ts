import { expect, test } from "vitest";
import type { DueCommitment } from "../model/deadline.js";
import { calendarOf } from "./calendar.js";

const due = (lastDay: string | null, title = "Halt, to; strikes"): DueCommitment => ({
  commitment: "halt",
  title,
  status: "accepted",
  readings: [
    {
      reading: "kremlin",
      party: "RUS",
      firstDay: "2025-03-18",
      lastDay,
      lapsesAt: null,
      zone: "UTC",
      phase: "running",
      because: null,
    },
  ],
  starts: null,
  lapses: null,
  disagree: false,
});
const ids = (calendar: string) => [...calendar.matchAll(/^UID:(.*)$/gm)].map((match) => match[1]);

test("a day is an entry of that whole day, and a date that moves keeps its id", () => {
  const [before, after] = [calendarOf("call", [due("2025-04-16")]), calendarOf("call", [due("2025-04-30")])];
  expect(before).toContain("DTSTART;VALUE=DATE:20250416\r\nDTEND;VALUE=DATE:20250417\r\n");
  expect(after).toContain("DTSTART;VALUE=DATE:20250430\r\nDTEND;VALUE=DATE:20250501\r\n");
  expect(ids(before)).toEqual(ids(after));
  expect(new Set(ids(before)).size).toBe(2);
});

test("the same ledger gives the same bytes; what is open has no entry; text cannot break out of its line", () => {
  expect(calendarOf("call", [due(null)])).toBe(calendarOf("call", [due(null)]));
  expect(ids(calendarOf("call", [due(null)]))).toHaveLength(1);
  const hostile = calendarOf("call", [due("2025-04-16", "x\r\nEND:VEVENT\r\nATTACH:http://evil")]);
  expect(hostile).not.toMatch(/^ATTACH/m);
});
