import { expect, test } from "vitest";
import { commitment } from "../../test/test-stores.js";
import type { Commitment } from "../model/commitment.js";
import type { LedgerEvent } from "../model/ledger-event.js";
import { datesOf, deadlinesOf } from "./deadlines.js";
import { startOf } from "./instants.js";
import { emptyState, replay } from "./replay.js";
import { NO_HASH } from "./seal.js";
import { windowOf } from "./windows.js";

function stateOf(more: object) {
  const event: LedgerEvent = {
    ...commitment("halt", more),
    dossier: "d",
    seq: 1,
    at: "2026-01-01T00:00:00.000Z",
    previous: NO_HASH,
  };
  return replay(emptyState("d"), [event]).commitments.halt!;
}

const READINGS = [
  { id: "kremlin", party: "RUS", starts: "2025-03-18", evidence: null },
  { id: "ukraine", party: "UKR", starts: "2025-03-25", evidence: null },
  { id: "other", evidence: null },
];
const disputed = stateOf({ readings: READINGS });

test("thirty days from two days lapse on two days, and the readings are said to disagree", () => {
  expect(datesOf(disputed, startOf("2025-04-20"))).toMatchObject({
    starts: ["2025-03-18", "2025-03-25"],
    lapses: ["2025-04-16", "2025-04-23"],
    disagree: true,
    readings: [
      { reading: "kremlin", lastDay: "2025-04-16", lapsesAt: "2025-04-17T00:00:00.000Z", phase: "over" },
      { reading: "ukraine", lastDay: "2025-04-23", phase: "running" },
      { reading: "other", lastDay: null, phase: "unstated", because: "30 days from a day that is not stated" },
    ],
  });
});

test("what is due in the next days comes in order of time", () => {
  expect(
    deadlinesOf([disputed], startOf("2025-04-10"), 10).map(({ reading, what, day }) => [reading, what, day]),
  ).toEqual([["kremlin", "lapses", "2025-04-16"]]);
  expect(deadlinesOf([disputed], startOf("2025-03-01"), 60)).toHaveLength(4);
  expect(deadlinesOf([{ ...disputed, status: "withdrawn" }], startOf("2025-03-01"), 60)).toEqual([]);
});

const windows: [title: string, common: object, reading: object, expected: object][] = [
  [
    "an end that is a day is part of it",
    {},
    { starts: "2025-04-19", ends: "2025-04-20" },
    { lastDay: "2025-04-20", ends: Date.parse("2025-04-21T00:00:00Z") },
  ],
  [
    "an end that is an instant is not",
    {},
    { starts: "2025-04-19T15:00:00Z", ends: "2025-04-21T00:00:00Z" },
    { lastDay: "2025-04-20", ends: Date.parse("2025-04-21T00:00:00Z") },
  ],
  [
    "days are those of the zone, across a change of clocks",
    { zone: "Europe/Kyiv" },
    { starts: "2025-03-18", durationDays: 30 },
    {
      firstDay: "2025-03-18",
      lastDay: "2025-04-16",
      starts: Date.parse("2025-03-17T22:00:00Z"),
      ends: Date.parse("2025-04-16T21:00:00Z"),
    },
  ],
  [
    "a length of its own outranks a common end",
    { ends: "2025-12-31" },
    { starts: "2025-03-18", durationDays: 1 },
    { lastDay: "2025-03-18" },
  ],
  [
    "a month ends with its last day",
    {},
    { starts: "2025-03", ends: "2025-03" },
    { firstDay: "2025-03-01", lastDay: "2025-03-31" },
  ],
  ["no end is stated", {}, { starts: "2025-03-18" }, { ends: null, because: "no end is stated" }],
];
test.each(windows)("%s", (_, common, reading, expected) => {
  const made = { common } as Pick<Commitment, "common">;
  expect(windowOf(made, { id: "x", evidence: null, ...reading })).toMatchObject(expected);
});
