/**
 * A fitted Cox model -> its baseline cumulative hazard, and the survival it predicts for given covariates.
 *
 * Λ0 adds Σ 1/Σ risk over the draws of each time, so Efron's ties are kept (R: ctype 2). The variance of Λ(t | x) is
 * r² (Σ 1/total² + q V q), q = Σ (x - z̄) dΛ. Source: Tsiatis 1981, Ann Stat 9:93; Therneau and Grambsch, 10.2.
 */
import { type IntervalScale, intervalOf } from "../kaplan-meier.js";
import { rowsUpTo } from "../life-table.js";
import { inputError } from "../observations.js";
import { quadraticForm } from "../symmetric-matrix.js";
import type { CoxFit } from "./fit-cox.js";
import { type RiskSet, riskScores, sweepRiskSets } from "./risk-sets.js";

export interface PredictedSurvival {
  time: number;
  survival: number;
  cumulativeHazard: number;
  /** Of the cumulative hazard, and so of log survival. */
  standardError: number;
  low: number;
  high: number;
}

interface HazardStep {
  time: number;
  /** Risk is relative to mean covariates. */
  hazard: number;
  variance: number;
  meanHazard: number[];
}

/** Cumulative hazard of a subject whose covariates are all 0, at each time with an event. */
export function baselineHazard(fit: CoxFit, stratum?: string): { time: number[]; hazard: number[] } {
  const { means, scales } = fit.design;
  const factor = Math.exp(-fit.scaled.beta.reduce((sum, value, at) => sum + (value * means[at]!) / scales[at]!, 0));
  const steps = hazardSteps(fit, stratum);
  const hazard = steps.map(({ hazard: increase }) => increase * factor);
  for (let at = 1; at < hazard.length; at++) hazard[at]! += hazard[at - 1]!;
  return { time: steps.map(({ time }) => time), hazard };
}

/**
 * Survival at `times` for a subject with the covariates `at`, with the interval of R's survfit (scale `log` unless
 * told). Throws ReadoutError `survival-input` for a covariate that is missing, or a stratum that is not in the model.
 */
export function predictSurvival(
  fit: CoxFit,
  at: Readonly<Record<string, number>>,
  times: readonly number[],
  { stratum, scale = "log", level = 0.95 }: { stratum?: string; scale?: IntervalScale; level?: number } = {},
): PredictedSurvival[] {
  const values = scaledValues(fit, at);
  const risk = Math.exp(values.reduce((sum, value, place) => sum + value * fit.scaled.beta[place]!, 0));
  const steps = hazardSteps(fit, stratum);
  return times.map((time) => {
    const passed = steps.slice(
      0,
      rowsUpTo(
        steps.map((step) => step.time),
        time,
      ),
    );
    const hazard = risk * sumOf(passed, (step) => step.hazard);
    const pull = values.map((value, place) => sumOf(passed, (step) => value * step.hazard - step.meanHazard[place]!));
    const variance = sumOf(passed, (step) => step.variance) + quadraticForm(scaledCovariance(fit), pull);
    const standardError = risk * Math.sqrt(variance);
    const survival = Math.exp(-hazard);
    return {
      time,
      survival,
      cumulativeHazard: hazard,
      standardError,
      ...intervalOf(survival, standardError, scale, level),
    };
  });
}

function hazardSteps({ design, scaled, ties }: CoxFit, stratum = design.strataNames[0]!): HazardStep[] {
  const wanted = design.strataNames.indexOf(stratum);
  if (wanted === -1) throw inputError(`there is no stratum "${stratum}". Strata: ${design.strataNames.join(", ")}.`);
  const { risk, largest } = riskScores(design, scaled.beta);
  const factor = Math.exp(-largest);
  const steps: HazardStep[] = [];
  sweepRiskSets(design, risk, ties, ({ deaths, removed, draws, total, mean }: RiskSet) => {
    if (deaths.stratum !== wanted) return;
    if (removed === 0) steps.push({ time: deaths.time, hazard: 0, variance: 0, meanHazard: [...mean].fill(0) });
    const step = steps.at(-1)!;
    const increase = (deaths.weight * draws * factor) / total;
    step.hazard += increase;
    step.variance += (increase * factor) / total;
    for (let at = 0; at < mean.length; at++) step.meanHazard[at]! += mean[at]! * increase;
  });
  return steps.toReversed();
}

function scaledValues({ design: { names, means, scales } }: CoxFit, at: Readonly<Record<string, number>>): number[] {
  return names.map((name, place) => {
    const value = at[name];
    if (value === undefined || !Number.isFinite(value))
      throw inputError(
        `the covariate "${name}" is ${value ?? "missing"}. Give a number for each of ${names.join(", ")}.`,
      );
    return (value - means[place]!) / scales[place]!;
  });
}

function scaledCovariance({ covariance, design: { scales } }: CoxFit): number[][] {
  return covariance.map((row, a) => row.map((value, b) => value * scales[a]! * scales[b]!));
}

function sumOf(steps: readonly HazardStep[], value: (step: HazardStep) => number): number {
  return steps.reduce((sum, step) => sum + value(step), 0);
}
