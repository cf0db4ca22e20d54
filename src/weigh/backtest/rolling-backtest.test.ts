import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HistoryRecord } from "../../model/history.js";
import { NO_TRAITS } from "../histories/importer.js";
import { backtestHistory } from "./backtest-history.js";
import { rollingBacktest } from "./rolling-backtest.js";
import { brierScore, calibrationOf, concordanceOf, logScore, outcomesOn } from "./score-predictions.js";
import { knownOn, type Subject } from "./subjects.js";

const subject = (days: number, kind: number, startedOn = "2000-01-01"): Subject => ({
  startedOn,
  days,
  kind,
  conflict: "1",
  traits: NO_TRAITS,
  covariates: {},
});

/** A history of 30 years, 24 agreements a year: the unwritten break down in days, or not, as `effect` has it. */
function history(effect: boolean): HistoryRecord[] {
  let seed = 11;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: 720 }, (_, at) => {
    const written = at % 2;
    const mean = effect && !written ? 40 : 900;
    return {
      id: String(at),
      place: "Northland",
      conflict: String(at % 40),
      startedOn: `${1990 + Math.floor(at / 24)}-0${1 + (at % 9)}-10`,
      days: Math.ceil(-Math.log(random()) * mean),
      fate: random() < 0.7 ? "broke-down" : "expired",
      traits: { ...NO_TRAITS, kind: "ceasefire", written: written === 1 },
      covariates: { written, noise: random() < 0.5 ? 1 : 0 },
    };
  });
}

const options = { history: "made-up", classes: [], horizonsDays: [30, 90] };

describe("rollingBacktest", () => {
  it("finds a model that knows what matters, and offers its effects", () => {
    const { results, effects } = backtestHistory(history(true), options);
    const cox = results.find(({ model }) => model === "cox")!;
    expect(cox.beatsBaseRate).toBe(true);
    expect(cox.concordance).toBeGreaterThan(0.6);
    expect(effects.find(({ name }) => name === "written")!.high).toBeLessThan(0.5);
    for (const { brier, baseBrier, logScore: own, baseLogScore } of cox.byHorizon)
      expect(brier < baseBrier && own < baseLogScore).toBe(true);
  });

  it("offers nothing where nothing is to be known", () => {
    const { results, effects } = backtestHistory(history(false), options);
    expect(results.find(({ model }) => model === "cox")!.beatsBaseRate).toBe(false);
    expect(effects).toEqual([]);
  });

  it("tries nothing on a history that is too thin", () => {
    expect(rollingBacktest(history(true).slice(0, 30), options)).toEqual([]);
  });

  it("learns nothing from what came after the day it predicts from", () => {
    const known = knownOn("2000-03-01", [subject(10, 1), subject(100, 1), subject(5, 2, "2000-04-01")]);
    expect(known.map(({ days, kind }) => [days, kind])).toEqual([
      [10, 1],
      [60, 0],
    ]);
  });
});

describe("scores", () => {
  it("count the censored by weight: 0 for those lost before the day, more for the rest", () => {
    const outcomes = outcomesOn(30, [subject(10, 1), subject(20, 0), subject(50, 1), subject(25, 2)]);
    expect(outcomes.map(({ broke }) => broke)).toEqual([1, 0, 0, 0]);
    expect(outcomes[0]!.weight).toBe(1);
    expect(outcomes[1]!.weight).toBe(0);
    expect(outcomes[2]!.weight).toBeCloseTo(1.5, 12);
  });

  it("are 0 for a prophet and a quarter for a coin", () => {
    const outcomes = outcomesOn(30, [subject(10, 1), subject(50, 1)]);
    expect(brierScore([1, 0], outcomes)).toBe(0);
    expect(brierScore([0.5, 0.5], outcomes)).toBe(0.25);
    expect(logScore([0.5, 0.5], outcomes)).toBeCloseTo(Math.LN2, 12);
    expect(logScore([0, 0], outcomes)).toBeLessThan(10);
  });

  it("are best, on average, for who says the truth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 1, max: 19 }), (broke, said) => {
        const outcomes = Array.from({ length: 20 }, (_, at) => ({ broke: at < broke ? 1 : 0, weight: 1 }));
        const score = (p: number) => [
          brierScore(
            outcomes.map(() => p),
            outcomes,
          ),
          logScore(
            outcomes.map(() => p),
            outcomes,
          ),
        ];
        const [truth, other] = [score(broke / 20), score(said / 20)];
        expect(truth[0]! <= other[0]! + 1e-12 && truth[1]! <= other[1]! + 1e-12).toBe(true);
      }),
    );
  });

  it("set predictions beside what came of them, in groups", () => {
    const subjects = [1, 1, 1, 1, 2, 2, 2, 2].map((kind, at) => subject(5 + at, kind));
    const groups = calibrationOf([0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.1], outcomesOn(30, subjects));
    expect(groups.map(({ observed, n }) => [observed, n])).toEqual([
      [0, 2],
      [0, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(concordanceOf([0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.1], subjects)).toBe(1);
  });
});
