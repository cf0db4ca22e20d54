import fc from "fast-check";
import { expect, test } from "vitest";
import { markSegments } from "./mark-segments.js";

test.each([
  ["no spans", [], [[0, 10, ""]]],
  [
    "one span",
    [[2, 5, 1]],
    [
      [0, 2, ""],
      [2, 5, "1"],
      [5, 10, ""],
    ],
  ],
  [
    "overlap",
    [
      [0, 5, 1],
      [3, 8, 2],
    ],
    [
      [0, 3, "1"],
      [3, 5, "1 2"],
      [5, 8, "2"],
      [8, 10, ""],
    ],
  ],
  [
    "one inside another",
    [
      [0, 10, 1],
      [3, 5, 2],
    ],
    [
      [0, 3, "1"],
      [3, 5, "1 2"],
      [5, 10, "1"],
    ],
  ],
  [
    "two spans of one item",
    [
      [0, 6, 1],
      [4, 10, 1],
    ],
    [
      [0, 4, "1"],
      [4, 6, "1"],
      [6, 10, "1"],
    ],
  ],
  [
    "equal spans",
    [
      [1, 4, 2],
      [1, 4, 1],
    ],
    [
      [0, 1, ""],
      [1, 4, "1 2"],
      [4, 10, ""],
    ],
  ],
  [
    "empty or beyond the text",
    [
      [3, 3, 1],
      [8, 12, 2],
    ],
    [[0, 10, ""]],
  ],
] as [string, [number, number, number][], [number, number, string][]][])("%s", (_, spans, expected) => {
  const segments = markSegments(
    10,
    spans.map(([start, end, item]) => ({ start, end, item })),
  );
  expect(segments.map(({ start, end, items }) => [start, end, items.join(" ")])).toEqual(expected);
});

test("an item opens once, though its spans overlap", () => {
  const segments = markSegments(10, [
    { start: 0, end: 6, item: 1 },
    { start: 4, end: 10, item: 1 },
    { start: 5, end: 7, item: 2 },
  ]);
  expect(segments.flatMap(({ opens }) => opens)).toEqual([1, 2]);
});

test("segments cover the text without gap, and bear exactly the items whose spans cover them", () => {
  const span = fc
    .tuple(fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 4 }))
    .map(([a, b, item]) => ({ start: Math.min(a, b), end: Math.max(a, b), item }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const segments = markSegments(30, spans);
      expect(segments.map(({ start }) => start)).toEqual([0, ...segments.map(({ end }) => end)].slice(0, -1));
      expect(segments.at(-1)!.end).toBe(30);
      for (const { start, end, items } of segments) {
        const covering = spans.filter((each) => each.start <= start && each.end >= end).map(({ item }) => item);
        expect(items).toEqual([...new Set(covering)].sort((a, b) => a - b));
      }
    }),
  );
});
