/** Published data sets beside the project -> the numbers that R's survival computes on them; runs with READOUT_EVAL_DATA. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import * as survival from "../src/survival.js";
import { isNear } from "./fixtures/survival-subjects.js";

const data = process.env.READOUT_EVAL_DATA;
const FOLDER = join(data ?? "", "data");

type Row = Record<string, number> & { celltype: string };
const rows = (name: string): Row[] =>
  parse(readFileSync(join(FOLDER, name), "utf8"), {
    columns: true,
    cast: (value) => (value === "" || value === "NA" ? Number.NaN : Number.isNaN(+value) ? value : +value),
  });
const json = (name: string) => JSON.parse(readFileSync(join(FOLDER, "survival-reference", name), "utf8"));
const far = (values: readonly number[], expected: readonly (number | null)[]) =>
  values.flatMap((value, at) => (isNear(value, expected[at]!) ? [] : [`${at}: ${value}, R ${expected[at]}`]));
const estimates = ({ coefficients, logLikelihood }: survival.CoxFit) => [
  ...coefficients.map(({ coefficient }) => coefficient),
  ...coefficients.map(({ standardError }) => standardError),
  logLikelihood.null,
  logLikelihood.fitted,
];

describe.skipIf(data === undefined)("the data sets of R and of this field (READOUT_EVAL_DATA)", () => {
  const reference = data ? json("reference.json") : { km: {}, cox: {}, survreg: {} };
  const further = data ? json("reference2.json") : {};
  const lung = data ? rows("survival-reference/lung.csv") : [];
  const veteran = data ? rows("survival-reference/veteran.csv") : [];
  const ovarian = data ? rows("survival-reference/ovarian.csv") : [];
  const ceasefires = data ? rows("ceasefire-base-rates/civil-ceasefires-1989-2020.csv") : [];
  const peace = data ? rows("peace-agreements/ucdp-peace-agreements-survival.csv") : [];
  const column = (table: Row[], name: string) => table.map((row) => row[name]!);
  const sets: Record<string, survival.Observations> = {
    lung: { time: column(lung, "time"), event: lung.map(({ status }) => status === 2) },
    veteran: { time: column(veteran, "time"), event: column(veteran, "status") },
    ovarian: { time: column(ovarian, "futime"), event: column(ovarian, "fustat") },
    ucdp_pa_221_days: { time: column(peace, "t"), event: column(peace, "ev") },
    cf_breakdown_days: { time: column(ceasefires, "t"), event: ceasefires.map(({ ended }) => ended === 2) },
  };
  const veteranFit =
    data &&
    survival.fitCox({ ...sets.veteran!, covariates: { trt: column(veteran, "trt"), karno: column(veteran, "karno") } });

  it.each(Object.keys(sets))("%s: Kaplan-Meier, Greenwood, both intervals, the median", (name) => {
    const expected = reference.km[name];
    const curve = survival.kaplanMeier(survival.lifeTable(sets[name]!));
    const at = (read: (time: number) => number) => expected.times.map(read);
    expect(
      far(
        at((time) => survival.survivalAt(curve, time)),
        expected.surv,
      ),
    ).toEqual([]);
    expect(
      far(
        at((time) => survival.greenwoodError(curve, time)),
        expected.greenwood_se,
      ),
    ).toEqual([]);
    for (const [scale, key] of [
      ["log-log", "loglog"],
      ["plain", "plain"],
    ] as const) {
      expect(
        far(
          at((time) => survival.survivalInterval(curve, time, { scale }).low),
          expected[`${key}_lo`],
        ),
      ).toEqual([]);
      expect(
        far(
          at((time) => survival.survivalInterval(curve, time, { scale }).high),
          expected[`${key}_hi`],
        ),
      ).toEqual([]);
    }
    const { time, low, high } = survival.survivalQuantile(curve);
    expect(far([time, low, high], [expected.median, expected.median_lo_loglog, expected.median_hi_loglog])).toEqual([]);
  });

  it("peace agreements survive 365 days with 0.791", () => {
    expect(survival.survivalAt(survival.kaplanMeier(survival.lifeTable(sets.ucdp_pa_221_days!)), 365)).toBeCloseTo(
      0.791,
      3,
    );
  });

  it("log-rank and Nelson-Aalen", () => {
    for (const [test, expected] of [
      [survival.logRank(sets.lung!, column(lung, "sex")), reference.logrank.lung_sex],
      [
        survival.logRank(
          sets.veteran!,
          veteran.map(({ celltype }) => celltype),
        ),
        reference.logrank.veteran_celltype,
      ],
    ] as const)
      expect(far([test.chiSquared, test.degreesOfFreedom, test.p], [expected.chisq, expected.df, expected.p])).toEqual(
        [],
      );
    const { time, hazard, standardError } = survival.nelsonAalen(survival.lifeTable(sets.lung!));
    const { times, cumhaz, se } = further.nelson_aalen_lung;
    const at = (steps: Float64Array) => times.map((day: number) => steps[time.findLastIndex((step) => step <= day)]);
    expect(far([...at(hazard), ...at(standardError)], [...cumhaz, ...se])).toEqual([]);
  });

  it.each(["efron", "breslow"] as const)("Cox on lung with %s ties, and its concordance", (ties) => {
    const covariates = { age: column(lung, "age"), sex: column(lung, "sex") };
    const fit = survival.fitCox({ ...sets.lung!, covariates }, { ties });
    const expected = reference.cox[`lung_age_sex_${ties}`];
    expect(far(estimates(fit), [...expected.coef, ...expected.se, ...expected.loglik])).toEqual([]);
    const score = lung.map((row) =>
      fit.coefficients.reduce((sum, { name, coefficient }) => sum + coefficient * row[name]!, 0),
    );
    expect(far([survival.concordance(sets.lung!, score).concordance], [expected.concordance])).toEqual([]);
  });

  it("Cox with strata, and with robust errors by institution", () => {
    const known = lung.filter((row) => !Number.isNaN(row["ph.ecog"]));
    const given = (table: Row[]) => ({ time: column(table, "time"), event: table.map(({ status }) => status === 2) });
    const covariates = { age: column(known, "age"), sex: column(known, "sex") };
    const strata = survival.fitCox({ ...given(known), covariates, strata: column(known, "ph.ecog") });
    const expected = further.cox_lung_strata_ecog;
    expect(far(estimates(strata), [...expected.coef, ...expected.se, ...expected.loglik])).toEqual([]);
    const placed = known.filter(({ inst }) => !Number.isNaN(inst));
    const { coefficients } = survival.fitCox({
      ...given(placed),
      covariates: { age: column(placed, "age"), sex: column(placed, "sex"), ecog: column(placed, "ph.ecog") },
      cluster: column(placed, "inst"),
    });
    const { robust_se: robust, naive_se: naive } = further.cox_lung_robust_inst;
    expect(
      far(
        coefficients.map(({ standardError }) => standardError),
        robust,
      ),
    ).toEqual([]);
    expect(
      far(
        coefficients.map(({ naiveError }) => naiveError),
        naive,
      ),
    ).toEqual([]);
  });

  it("Schoenfeld test, baseline hazard, predicted curve and concordance on veteran", () => {
    const fit = veteranFit as survival.CoxFit;
    const { covariates, global } = survival.schoenfeldTest(fit);
    const { chisq, p } = further.schoenfeld_veteran_trt_karno_km;
    expect(
      far(
        [...covariates, global].map((test) => test.chiSquared),
        chisq,
      ),
    ).toEqual([]);
    expect(
      far(
        [...covariates, global].map((test) => test.p),
        p,
      ),
    ).toEqual([]);
    const base = survival.baselineHazard(fit);
    const expected = further.basehaz_veteran_uncentered;
    expect(
      far(
        expected.time.map((day: number) => base.hazard[base.time.findLastIndex((time) => time <= day)]),
        expected.hazard,
      ),
    ).toEqual([]);
    const curve = survival.predictSurvival(fit, { trt: 1, karno: 60 }, [30, 90, 180]);
    const { surv, lower, upper } = further.predict_veteran_trt1_karno60;
    expect(
      far(
        [...curve.map((one) => one.survival), ...curve.map(({ low }) => low), ...curve.map(({ high }) => high)],
        [...surv, ...lower, ...upper],
      ),
    ).toEqual([]);
  });

  it.each([
    ["weibull", "weibull"],
    ["exponential", "exponential"],
    ["log-normal", "lognormal"],
    ["log-logistic", "loglogistic"],
  ] as const)("the %s model on lung", (distribution, name) => {
    const { coefficients, scale, logLikelihood } = survival.fitParametric(sets.lung!, distribution);
    const expected = reference.survreg[`lung_${name}`];
    expect(
      far([coefficients[0]!.coefficient, scale, logLikelihood], [expected.intercept, expected.scale, expected.loglik]),
    ).toEqual([]);
  });

  it("restricted mean on ovarian", () => {
    const { mean, standardError } = survival.restrictedMean(survival.lifeTable(sets.ovarian!), 600);
    expect(far([mean, standardError], [...further.rmst_ovarian_600.rmean, ...further.rmst_ovarian_600.se])).toEqual([]);
  });

  it("cumulative incidence of ceasefires, at 30 days 0.0820 broken down, 0.3394 expired, 0.1524 replaced", () => {
    const kinds = [0, 2, 1, 0, 3];
    const curves = survival.aalenJohansen(
      survival.lifeTable({ time: column(ceasefires, "t"), event: ceasefires.map(({ ended }) => kinds[ended!]!) }),
    );
    const { times, pstate, se } = further.aalen_johansen_ceasefires;
    for (const [place, time] of times.entries()) {
      const found = [0, 1, 2].map((kind) => survival.incidenceAt(curves, kind, time));
      expect(
        far(
          found.map(({ probability }) => probability),
          pstate[place].slice(1),
        ),
      ).toEqual([]);
      expect(
        far(
          found.map(({ standardError }) => standardError),
          se[place].slice(1),
        ),
      ).toEqual([]);
    }
    const month = [0, 1, 2].map((kind) => survival.incidenceAt(curves, kind, 30).probability.toFixed(4));
    expect(month).toEqual(["0.0820", "0.3394", "0.1524"]);
  });

  it("the Cox table of ceasefires as R prints it", () => {
    const is = (test: (row: Row) => boolean) => ceasefires.map((row) => Number(test(row)));
    const atLeastOne = (name: string) => is((row) => row[name]! >= 1);
    const fit = survival.fitCox({
      ...sets.cf_breakdown_days!,
      covariates: {
        multi: is(({ n }) => n! > 1),
        written1: atLeastOne("written"),
        impl1: atLeastOne("impl"),
        enf1: atLeastOne("enf"),
        fixed1: is(({ fixed }) => fixed === 1),
        pp: column(ceasefires, "pp"),
        klass2: is(({ klass }) => klass === 2),
        klass3: is(({ klass }) => klass === 3),
      },
    });
    const printed = readFileSync(join(FOLDER, "ceasefire-base-rates/r-reference.txt"), "utf8");
    for (const { name, coefficient, hazardRatio, standardError, z, low, high } of fit.coefficients) {
      const [first, second] = [...printed.matchAll(new RegExp(`^${name} +(.*)$`, "gm"))].map((line) =>
        line[1]!.split(/ +/),
      );
      const shown = [...first!.slice(0, 4), second![2]!, second![3]!];
      // R rounds twice on its way to what it prints, so a last digit may be one off.
      const off = [coefficient, hazardRatio, standardError, z, low, high].filter(
        (value, at) => Math.abs(value - Number(shown[at])) >= 10 ** -(shown[at]!.split(".")[1]?.length ?? 0),
      );
      expect(off).toEqual([]);
    }
    const { likelihoodRatio, wald, score } = fit.tests;
    expect([likelihoodRatio, wald, score].map(({ chiSquared }) => chiSquared.toFixed(1))).toEqual([
      "126.1",
      "118.1",
      "133.8",
    ]);
  });
});
