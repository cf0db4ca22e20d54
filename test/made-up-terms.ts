/** Arbitrary rows and terms of made-up agreements, for properties that any of them must have. */
import fc from "fast-check";

const AREAS = [
  ["UKR"],
  ["UA-63", "UA-14"],
  [
    {
      name: "a triangle with a dent",
      polygon: [
        [
          [30, 46],
          [38, 46],
          [34, 47],
          [34, 52],
          [30, 46],
        ],
      ],
    },
  ],
  [
    "RUS",
    {
      name: "a box with a hole",
      polygon: [
        [
          [31, 46],
          [37, 46],
          [37, 51],
          [31, 51],
        ],
        [
          [33, 48],
          [35, 48],
          [35, 50],
          [33, 50],
        ],
      ],
    },
  ],
];

const from = (values: readonly string[]) => fc.constantFrom(...values);
/** A row of the made-up feed, good or vague. */
export const madeUpRow = fc.record({
  date: fc.integer({ min: 1, max: 28 }).map((day) => `2025-03-${String(day).padStart(2, "0")}`),
  precision: from(["day", "week", "month"]),
  lat: fc.integer({ min: 440, max: 530 }).map((tenth) => `${tenth / 10 + 0.03}`),
  lon: fc.integer({ min: 290, max: 400 }).map((tenth) => `${tenth / 10 + 0.03}`),
  country: from(["Ukraine", "Russia", ""]),
  region: from(["Kharkiv", "Donetsk", "", ""]),
  conduct: from(["drones", "guns", "any", "unheard"]),
  target: from(["refinery", "bridge", "works", "barracks", ""]),
  actor: from(["Russia", "Ukraine", "", "Hamas"]),
  other: from(["", "", "Ukraine"]),
  said_by: from(["", "Russia"]),
});
/** Terms of one reading. */
export const madeUpTerms = fc.record({
  starts: fc.integer({ min: 1, max: 20 }).map((day) => `2025-03-${String(day).padStart(2, "0")}`),
  durationDays: fc.integer({ min: 1, max: 12 }),
  prohibits: fc.constantFrom(["strike"], ["any"], ["drone-strike", "shelling"]),
  targets: fc.constantFrom(["energy"], ["any"], ["energy", "infrastructure"]),
  binds: fc.constantFrom(["RUS", "UKR"], ["UKR"]),
  area: fc.constantFrom(...AREAS),
});
