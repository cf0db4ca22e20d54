import { describe, expect, it } from "vitest";
import { subject, unlikeR } from "../../../test/fixtures/survival-subjects.js";
import { type Distribution, fitParametric, parametricQuantile, parametricSurvival } from "./fit-parametric.js";

const columns = {
  time: subject("time"),
  event: subject("event").map((kind) => kind > 0),
  weight: subject("weight"),
  covariates: { age: subject("age"), arm: subject("arm") },
};

const NAMES: readonly [Distribution, string][] = [
  ["exponential", "exponential"],
  ["weibull", "weibull"],
  ["log-normal", "lognormal"],
  ["log-logistic", "loglogistic"],
];

describe("fitParametric", () => {
  it.each(NAMES)("%s is R's survreg", (distribution, name) => {
    const fit = fitParametric(columns, distribution);
    const errors = fit.coefficients.map(({ standardError }) => standardError);
    const scaleError = distribution === "exponential" ? [] : [fit.logScaleError];
    expect(
      unlikeR(
        fit.coefficients.map(({ coefficient }) => coefficient),
        `aft.${name}.coef`,
      ),
    ).toEqual([]);
    expect(unlikeR([...errors, ...scaleError], `aft.${name}.se`)).toEqual([]);
    expect(unlikeR([fit.scale, fit.logLikelihood], `aft.${name}.scale`)).toEqual([]);
    const median = parametricQuantile(fit, 0.5, { age: 40, arm: 1 });
    expect(unlikeR([median], `aft.${name}.median`)).toEqual([]);
    expect(parametricSurvival(fit, median, { age: 40, arm: 1 })).toBeCloseTo(0.5, 12);
    expect(parametricSurvival(fit, 0, { age: 40, arm: 1 })).toBe(1);
  });

  it("finds its way from times of any unit, and where hardly anybody met the event", () => {
    for (const [distribution] of NAMES) {
      const event = columns.event.map((_, row) => row % 40 === 0);
      const slow = fitParametric(
        { ...columns, event, covariates: {}, time: columns.time.map((time) => time * 1e9) },
        distribution,
      );
      const fast = fitParametric({ ...columns, event, covariates: {} }, distribution);
      expect(slow.scale).toBeCloseTo(fast.scale, 6);
    }
  });
});
