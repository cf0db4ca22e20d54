import { describe, expect, it } from "vitest";
import { binomialTwoSided, exactRateRatio } from "./rate-ratio.js";

/** [count, exposure, other count, other exposure, ratio, low, high, p], as R's poisson.test prints them. */
const CASES: readonly [number, number, number, number, number, number, number, number][] = [
  [5, 30, 51, 30, 0.09803921569, 0.0305345765653, 0.2440804180087, 1.170292474e-10],
  [13, 30, 3, 30, 4.333333333, 1.1907890428, 23.7073818868, 0.02127075195],
  [96, 30, 117, 30, 0.8205128205, 0.619801324857, 1.084025441805, 0.1704227839],
  [38, 90, 61, 90, 0.6229508196721311, 0.404170087922756, 0.949264543242751, 0.0265251068483944],
  [0, 3, 10, 30, 0, 0, 4.46125549591925, 1],
  [7, 1, 0, 4, Number.POSITIVE_INFINITY, 5.76523407534096, Number.POSITIVE_INFINITY, 1.28e-5],
  [100000, 10, 101000, 10, 0.9900990099009901, 0.9814699973089782, 0.998803794044312, 0.0258623924397345],
  [5, 3, 5, 3, 1, 0.230142468938108, 4.345134579523997, 1],
  [346, 7, 5, 1.25, 12.3571428571429, 5.24446406570418, 38.297787448583, 1.57768636578446e-18],
];

describe("exactRateRatio", () => {
  it.each(CASES)("of %i in %d to %i in %d is R's", (count, exposure, other, otherExposure, ...expected) => {
    const { ratio, low, high, p } = exactRateRatio({ count, exposure }, { count: other, exposure: otherExposure });
    for (const [at, value] of [ratio, low, high, p].entries()) expect(isNear(value, expected[at]!)).toBe(true);
  });

  it("knows nothing where nothing happened", () => {
    expect(exactRateRatio({ count: 0, exposure: 2 }, { count: 0, exposure: 3 })).toMatchObject({
      low: 0,
      high: Infinity,
      p: 1,
    });
  });

  it.each([
    [1.5, 1],
    [-1, 1],
    [1, 0],
  ])("refuses %d events over %d", (count, exposure) => {
    expect(() => exactRateRatio({ count, exposure }, { count: 1, exposure: 1 })).toThrow(
      `${count} events over an exposure of ${exposure}`,
    );
  });
});

describe("binomialTwoSided", () => {
  it.each([
    [3, 10, 0.3, 1],
    [0, 10, 0.1, 0.612579511000001],
    [9, 10, 0.5, 0.021484375],
    [120, 1000, 0.1, 0.0396077196416304],
  ])("of %i in %i at %d is R's", (events, trials, probability, expected) => {
    expect(binomialTwoSided(events, trials, probability)).toBeCloseTo(expected, 10);
  });
});

function isNear(value: number, expected: number): boolean {
  return value === expected || Math.abs(value - expected) <= 1e-9 * Math.abs(expected);
}
