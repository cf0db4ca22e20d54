/**
 * w = (log t - x β) / σ -> log density and log survival of the standard error, each with two derivatives.
 *
 * Weibull (and exponential): least extreme value; log-normal: normal; log-logistic: logistic. Source: Kalbfleisch and
 * Prentice, Statistical Analysis of Failure Time Data, 2.2; Mills' ratio by DLMF 7.12.1 where the tail underflows.
 */
import { normalQuantile, normalUpperTail } from "../../numbers/distributions.js";

/** A value, its first and its second derivative in w. */
export type Jet = readonly [number, number, number];

export interface ErrorShape {
  logDensity(w: number): Jet;
  logSurvival(w: number): Jet;
  /** w that a share of `p` lies below. */
  quantile(p: number): number;
}

export const EXTREME_VALUE: ErrorShape = {
  logDensity: (w) => [w - Math.exp(w), 1 - Math.exp(w), -Math.exp(w)],
  logSurvival: (w) => [-Math.exp(w), -Math.exp(w), -Math.exp(w)],
  quantile: (p) => Math.log(-Math.log1p(-p)),
};

export const NORMAL: ErrorShape = {
  logDensity: (w) => [-(w * w) / 2 - LOG_ROOT_TWO_PI, -w, -1],
  logSurvival: (w) => {
    const hazard = normalHazard(w);
    return [
      w > FAR ? logDensityOf(w) - Math.log(hazard) : Math.log(normalUpperTail(w)),
      -hazard,
      hazard * (w - hazard),
    ];
  },
  quantile: normalQuantile,
};

export const LOGISTIC: ErrorShape = {
  logDensity: (w) => {
    const p = logistic(w);
    return [w - 2 * softplus(w), 1 - 2 * p, -2 * p * (1 - p)];
  },
  logSurvival: (w) => {
    const p = logistic(w);
    return [-softplus(w), -p, -p * (1 - p)];
  },
  quantile: (p) => Math.log(p / (1 - p)),
};

const LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;
/** Beyond this the asymptotic series is exact to the machine. */
const FAR = 30;

function logDensityOf(w: number): number {
  return -(w * w) / 2 - LOG_ROOT_TWO_PI;
}

function normalHazard(w: number): number {
  if (w <= FAR) return Math.exp(logDensityOf(w)) / normalUpperTail(w);
  const square = w * w;
  return w / (1 - 1 / square + 3 / square ** 2 - 15 / square ** 3 + 105 / square ** 4);
}

function logistic(w: number): number {
  return w > 0 ? 1 / (1 + Math.exp(-w)) : Math.exp(w) / (1 + Math.exp(w));
}

/** log(1 + e^w). */
function softplus(w: number): number {
  return Math.max(w, 0) + Math.log1p(Math.exp(-Math.abs(w)));
}
