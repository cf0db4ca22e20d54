import { describe, expect, it } from "vitest";
import { clopperPearson, jeffreys, wilson } from "./binomial-intervals.js";

/** [events, trials, Clopper-Pearson, Wilson, Jeffreys], from R 4.2.2 (binom.test, prop.test, qbeta). */
const CASES: readonly [number, number, [number, number], [number, number], [number, number]][] = [
  [0, 10, [0, 0.308497107819], [0, 0.277532799863], [4.78904331576e-5, 0.2171962675092]],
  [1, 10, [0.00252857854446, 0.4450161170282], [0.0178762130951, 0.4041500267952], [0.0110116737632, 0.3813147710666]],
  [
    4,
    114,
    [0.00964149482123, 0.08740445778504],
    [0.0137279412345, 0.0867584150886],
    [0.0119573506825, 0.0812568257039],
  ],
  [10, 10, [0.691502892181, 1], [0.722467200137, 1], [0.782803732491, 0.999952109567]],
];

const CLOSE = 11;

describe("binomial intervals", () => {
  it.each(CASES)("of %i in %i are those of R", (events, trials, exact, score, bayes) => {
    for (const [interval, [low, high]] of [
      [clopperPearson(events, trials), exact],
      [wilson(events, trials), score],
      [jeffreys(events, trials), bayes],
    ] as const) {
      expect(interval.low).toBeCloseTo(low, CLOSE);
      expect(interval.high).toBeCloseTo(high, CLOSE);
    }
  });

  it("take fractions of events, as effective sample sizes are", () => {
    const { low, high } = clopperPearson(2.5, 40.2);
    expect(low).toBeLessThan(2.5 / 40.2);
    expect(high).toBeGreaterThan(2.5 / 40.2);
  });

  it.each([
    [5, 3],
    [-1, 3],
    [0, 0],
    [Number.NaN, 3],
    [1, Number.POSITIVE_INFINITY],
  ])("refuse %d in %d, naming both", (events, trials) => {
    expect(() => wilson(events, trials)).toThrow(`${events} events out of ${trials} trials`);
  });
});
