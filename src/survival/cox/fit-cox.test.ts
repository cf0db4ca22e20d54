import { describe, expect, it } from "vitest";
import { subject, unlikeR } from "../../../test/fixtures/survival-subjects.js";
import { concordance } from "../concordance.js";
import type { CoxColumns } from "./cox-design.js";
import { type CoxOptions, fitCox } from "./fit-cox.js";
import { baselineHazard, predictSurvival } from "./predict-cox.js";
import { schoenfeldTest } from "./schoenfeld-test.js";

const columns: CoxColumns = {
  time: subject("time"),
  event: subject("event").map((kind) => kind === 1),
  covariates: { age: subject("age"), arm: subject("arm") },
};
const weight = subject("weight");
const cluster = subject("ward");
const strata = subject("site");
const fit = fitCox(columns);

const MODELS: readonly [string, CoxColumns, CoxOptions][] = [
  ["cox.efron", columns, {}],
  ["cox.breslow", columns, { ties: "breslow" }],
  ["cox.weighted", { ...columns, weight }, {}],
  ["cox.strata", { ...columns, strata }, {}],
  ["cox.robust", columns, { robust: true }],
  ["cox.cluster.breslow.weighted", { ...columns, weight, cluster }, { ties: "breslow" }],
  ["cox.cluster.weighted.strata", { ...columns, weight, cluster, strata }, {}],
];

describe("fitCox", () => {
  it.each(MODELS)("%s is R's coxph", (name, given, options) => {
    const { coefficients, logLikelihood } = fitCox(given, options);
    expect(
      unlikeR(
        coefficients.map(({ coefficient }) => coefficient),
        `${name}.coef`,
      ),
    ).toEqual([]);
    expect(
      unlikeR(
        coefficients.map(({ standardError }) => standardError),
        `${name}.se`,
      ),
    ).toEqual([]);
    expect(unlikeR([logLikelihood.null, logLikelihood.fitted], `${name}.loglik`)).toEqual([]);
  });

  it("tests the whole model as R does", () => {
    const { likelihoodRatio, wald, score } = fit.tests;
    expect(unlikeR([wald.chiSquared], "cox.wald.unrounded")).toEqual([]);
    const rounded = Number(wald.chiSquared.toFixed(2));
    expect(unlikeR([likelihoodRatio.chiSquared, rounded, score.chiSquared], "cox.tests")).toEqual([]);
  });

  it("does not mind in which unit a covariate is given", () => {
    const other = fitCox({
      ...columns,
      covariates: { age: subject("age").map((age) => age * 1e6 + 1e9), arm: subject("arm") },
    });
    expect(other.coefficients[0]!.coefficient * 1e6).toBeCloseTo(fit.coefficients[0]!.coefficient, 8);
    expect(other.coefficients[0]!.z).toBeCloseTo(fit.coefficients[0]!.z, 6);
  });
});

describe("what a fitted model says", () => {
  it("predicts R's survival with its interval", () => {
    for (const [name, model, stratum] of [
      ["predict", fit, undefined],
      ["predict.strata2", fitCox({ ...columns, strata }), "2"],
    ] as const) {
      const found = predictSurvival(model, { age: 40, arm: 1 }, [5, 20, 45, 90], stratum ? { stratum } : {});
      const values = [
        ...found.map(({ survival }) => survival),
        ...found.map(({ low }) => low),
        ...found.map(({ high }) => high),
      ];
      expect(unlikeR(values, name)).toEqual([]);
    }
  });

  it("has R's baseline hazard", () => {
    const { time, hazard } = baselineHazard(fit);
    const at = (day: number) => hazard[time.findLastIndex((step) => step <= day)] ?? 0;
    expect(unlikeR([3, 22, 56].map(at), "basehaz")).toEqual([]);
  });

  it.each(["km", "identity", "log"] as const)(
    "tests for change with time on the scale %s as R's cox.zph does",
    (scale) => {
      const { covariates, global } = schoenfeldTest(fit, scale);
      expect(
        unlikeR(
          [...covariates, global].map(({ chiSquared }) => chiSquared),
          `zph.${scale}`,
        ),
      ).toEqual([]);
    },
  );

  it("has R's concordance with its error", () => {
    const score = subject("age").map(
      (age, row) => fit.coefficients[0]!.coefficient * age + fit.coefficients[1]!.coefficient * subject("arm")[row]!,
    );
    const { concordance: value, standardError } = concordance(columns, score);
    expect(unlikeR([value, standardError], "concordance")).toEqual([]);
  });
});
