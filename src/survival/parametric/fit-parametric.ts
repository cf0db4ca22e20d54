/**
 * Columns of times, events and covariates -> an accelerated failure time model, as R's survreg fits it.
 *
 * log t = x β + σ w with w of a standard shape; censored rows count with log S. β (the intercept first) and log σ are
 * found by damped Newton. Source: Kalbfleisch and Prentice, Statistical Analysis of Failure Time Data, chapter 3.
 */
import { normalQuantile } from "../../numbers/distributions.js";
import { maximise } from "../damped-newton.js";
import { inputError } from "../observations.js";
import { type ErrorShape, EXTREME_VALUE, LOGISTIC, NORMAL } from "./error-shapes.js";
import { type ParametricColumns, parametricDesign, transformation } from "./parametric-design.js";
import { parametricLikelihood, startOf } from "./parametric-likelihood.js";

export type Distribution = "exponential" | "weibull" | "log-normal" | "log-logistic";

export interface ParametricFit {
  distribution: Distribution;
  /** "(intercept)" first. */
  coefficients: { name: string; coefficient: number; standardError: number; low: number; high: number }[];
  /** σ; 1 for the exponential. */
  scale: number;
  /** Of log σ; 0 for the exponential. */
  logScaleError: number;
  /** Of the coefficients, then of log σ unless exponential. */
  covariance: number[][];
  logLikelihood: number;
  count: number;
  events: number;
  iterations: number;
}

const SHAPES: Record<Distribution, ErrorShape> = {
  exponential: EXTREME_VALUE,
  weibull: EXTREME_VALUE,
  "log-normal": NORMAL,
  "log-logistic": LOGISTIC,
};

/** Throws ReadoutError `survival-input` for bad columns (times must be above 0), dependent covariates and no events. */
export function fitParametric(columns: ParametricColumns, distribution: Distribution): ParametricFit {
  const design = parametricDesign(columns);
  const isFixed = distribution === "exponential";
  const maximum = maximise(parametricLikelihood(design, SHAPES[distribution], isFixed), startOf(design, isFixed));
  const found = maximum.covariance;
  if (!maximum.converged || !found)
    throw inputError(
      `the ${distribution} model has no finite maximum: a covariate separates the events from the rest. Leave it out.`,
    );
  const { coefficients, covariance } = transformation(design, maximum.at, found);
  const reach = normalQuantile(0.975);
  return {
    distribution,
    coefficients: design.names.map((name, at) => {
      const [coefficient, standardError] = [coefficients[at]!, Math.sqrt(covariance[at]![at]!)];
      const ends = { low: coefficient - reach * standardError, high: coefficient + reach * standardError };
      return { name, coefficient, standardError, ...ends };
    }),
    scale: isFixed ? 1 : Math.exp(maximum.at.at(-1)!),
    logScaleError: isFixed ? 0 : Math.sqrt(covariance.at(-1)!.at(-1)!),
    covariance,
    logLikelihood: maximum.value,
    count: design.count,
    events: design.events,
    iterations: maximum.iterations,
  };
}

/** S(t | x) of a fitted model. Covariates that are left out count as 0. */
export function parametricSurvival(
  fit: ParametricFit,
  time: number,
  at: Readonly<Record<string, number>> = {},
): number {
  if (time <= 0) return 1;
  const linear = linearPredictor(fit, at);
  return Math.exp(SHAPES[fit.distribution].logSurvival((Math.log(time) - linear) / fit.scale)[0]);
}

/** The time by which a share of `probability` has met the event. */
export function parametricQuantile(
  fit: ParametricFit,
  probability = 0.5,
  at: Readonly<Record<string, number>> = {},
): number {
  return Math.exp(linearPredictor(fit, at) + fit.scale * SHAPES[fit.distribution].quantile(probability));
}

function linearPredictor({ coefficients }: ParametricFit, at: Readonly<Record<string, number>>): number {
  return coefficients.reduce(
    (sum, { name, coefficient }, place) => sum + coefficient * (place === 0 ? 1 : (at[name] ?? 0)),
    0,
  );
}
