import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { judgeChange } from "./judge-change.js";
import { levelShifts } from "./level-shifts.js";
import { comparisonsOf } from "./periods.js";
import { placebosOf } from "./placebos.js";
import { dispersionOf, rateChange } from "./rate-change.js";
import { type RateSeries, reportsSeries, startsSeries } from "./rate-series.js";

const DAY = 86_400;

/** Counts by day, at noon. */
function daily(counts: readonly number[]): RateSeries {
  const minutes = counts.map((_, day) => day * 1_440 + 720);
  return startsSeries([{ region: null, minutes, counts: [...counts] }], 0, counts.length * DAY);
}

describe("the interval", () => {
  it("is that of a quasi-Poisson model", () => {
    // Pearson over degrees of freedom, and t of 6 (qt(.975, 6) is 2.446912).
    const series = daily([4, 8, 3, 9, 6, 10, 30, 20]);
    const spans = [
      { start: 0, end: 6 * DAY },
      { start: 6 * DAY, end: 8 * DAY },
    ];
    const dispersion = dispersionOf(series, spans)!;
    expect(dispersion.degreesOfFreedom).toBe(6);
    expect(dispersion.phi).toBeCloseTo(
      (sum([4, 8, 3, 9, 6, 10].map((x) => (x - 40 / 6) ** 2)) / (40 / 6) + 50 / 25) / 6,
      10,
    );
    const { ratio, low, high } = rateChange({ count: 50, days: 2 }, { count: 40, days: 6 }, dispersion);
    expect(ratio).toBeCloseTo(3.75, 10);
    const half = 2.446912 * Math.sqrt(dispersion.phi * (1 / 50 + 1 / 40));
    expect(low).toBeCloseTo(3.75 * Math.exp(-half), 4);
    expect(high).toBeCloseTo(3.75 * Math.exp(half), 4);
  });

  it("holds its ratio, whatever is counted", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(counts, (values) => {
        const series = daily(values);
        const [before, after] = [
          { start: 0, end: 10 * DAY },
          { start: 10 * DAY, end: values.length * DAY },
        ];
        const { ratio, low, high } = rateChange(
          { count: series.count(after.start, after.end), days: values.length - 10 },
          { count: series.count(before.start, before.end), days: 10 },
          dispersionOf(series, [before, after]),
        );
        if (ratio === null || low === null || high === null) return;
        expect(low).toBeLessThanOrEqual(ratio + 1e-9);
        expect(high).toBeGreaterThanOrEqual(ratio);
      }),
    );
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

test("a report that leaves its figure out counts neither as a number nor as time", () => {
  const series = reportsSeries([
    { at: 0, value: 5, exposureHours: 24 },
    { at: DAY, value: null, exposureHours: 24 },
    { at: 2 * DAY, value: 0, exposureHours: 0 },
    { at: 3 * DAY, value: 8, exposureHours: 48 },
  ]);
  expect([series.count(0, 4 * DAY), series.exposureDays(0, 4 * DAY)]).toEqual([13, 3]);
});

describe("placebos", () => {
  const [comparison] = comparisonsOf({ start: 50 * DAY, end: 51 * DAY }, 200 * DAY);
  const series = daily(Array.from({ length: 200 }, (_, day) => 20 + (day % 7)));

  it("keep off truces, the weeks before them and breaks", () => {
    const quiet = { truces: [{ start: 43 * DAY, end: 51 * DAY }], breaks: [100 * DAY] };
    const starts = placebosOf(series, comparison!, quiet).map(({ start }) => start / DAY);
    expect(starts.length).toBeGreaterThan(100);
    for (const start of starts) {
      expect(start + 1 <= 43 || start - 7 >= 51).toBe(true);
      expect(start - 7 >= 100 || start + 1 <= 100).toBe(true);
      expect(start).toBeGreaterThanOrEqual(7);
    }
  });

  it("under thirty make no verdict", () => {
    const short = daily(Array.from({ length: 36 }, () => 20));
    const [one] = comparisonsOf({ start: 20 * DAY, end: 21 * DAY }, 36 * DAY);
    expect(judgeChange(short, one!, { truces: [], breaks: [] }, [])).toMatchObject({
      verdict: "cannot-tell",
      because: [expect.stringMatching(/Only \d+ ordinary windows/)],
    });
  });
});

describe("a verdict", () => {
  const noisy = (day: number) => 30 + 10 * Math.sin(day * 1.7) + 8 * Math.sin(day * 0.9);
  const series = (inside: number) =>
    daily(Array.from({ length: 200 }, (_, day) => Math.round(day >= 120 && day < 123 ? inside : noisy(day))));
  const [comparison] = comparisonsOf({ start: 120 * DAY, end: 123 * DAY }, 200 * DAY);
  const quiet = { truces: [{ start: 113 * DAY, end: 123 * DAY }], breaks: [] };

  it.each([
    [2, "fell"],
    [30, "no-clear-change"],
    [160, "rose"],
  ])("of %i a day where 30 are usual is %s", (inside, verdict) => {
    expect(judgeChange(series(inside), comparison!, quiet, []).verdict).toBe(verdict);
  });

  it.each<[string, number[], string[], RegExp]>([
    ["a break in the windows", [118 * DAY], [], /breaks at 1970-04-29/],
    ["a feed that is blind", [], ["It does not see it."], /does not see/],
  ])("is withheld for %s", (_, breaks, blind, because) => {
    const judged = judgeChange(series(2), comparison!, { ...quiet, breaks }, blind);
    expect(judged).toMatchObject({
      verdict: "cannot-tell",
      because: expect.arrayContaining([expect.stringMatching(because)]),
    });
    expect(judged.baselines[0]!.during).toBe(6);
  });

  it("is withheld where there is too little, and outside of the records", () => {
    const rare = daily(Array.from({ length: 200 }, (_, day) => (day % 5 === 0 ? 1 : 0)));
    expect(judgeChange(rare, comparison!, quiet, []).because[0]).toMatch(/Too few to tell/);
    const [late] = comparisonsOf({ start: 300 * DAY, end: 303 * DAY }, 400 * DAY);
    expect(judgeChange(series(2), late!, quiet, []).because[0]).toMatch(/do not cover the window/);
  });
});

test("a level that moves for good is a shift, ups and downs are none", () => {
  const flat = Array.from({ length: 400 }, (_, day) => Math.round(30 + 6 * Math.sin(day * 1.7)));
  const moved = flat.map((count, day) => (day >= 210 ? Math.round(count * 1.4) : count));
  expect(levelShifts(daily(flat).count, 0, 400 * DAY)).toEqual([]);
  const shifts = levelShifts(daily(moved).count, 0, 400 * DAY);
  expect(shifts).toHaveLength(1);
  expect(Math.abs(shifts[0]!.at / DAY - 210)).toBeLessThanOrEqual(7);
  expect(shifts[0]!.ratio).toBeCloseTo(1.4, 1);
});
