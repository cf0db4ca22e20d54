/**
 * A life table -> the Kaplan-Meier curve S(t) = Π (1 - d/n) with Greenwood's variance, its intervals and quantiles.
 *
 * Sources: Kaplan and Meier 1958, JASA 53:457; Greenwood 1926; intervals and the median's as R's survfit (Therneau,
 * survival 3.5): Kalbfleisch and Prentice, Statistical Analysis of Failure Time Data, 1.4.1; Brookmeyer and Crowley
 * 1982, Biometrics 38:29.
 */
import type { Interval } from "../numbers/binomial-intervals.js";
import { normalQuantile } from "../numbers/distributions.js";
import { anyEvent, type LifeTable, stepAt } from "./life-table.js";

/** One step a row of the life table. */
export interface SurvivalCurve {
  time: Float64Array;
  survival: Float64Array;
  /** Standard error of log survival: √Σ d / (n (n - d)); NaN once survival is 0. */
  logError: Float64Array;
}

/** Scale on which the interval is symmetric. `log-log` keeps to 0..1 and is best in small samples. */
export type IntervalScale = "log" | "log-log" | "plain";

/** `event` is a column of the table; without it events of any kind. */
export function kaplanMeier(table: LifeTable, event: Float64Array = anyEvent(table)): SurvivalCurve {
  const survival = new Float64Array(table.time.length);
  const logError = new Float64Array(table.time.length);
  let [left, variance] = [1, 0];
  for (let row = 0; row < survival.length; row++) {
    const [died, atRisk] = [event[row]!, table.atRisk[row]!];
    left *= (atRisk - died) / atRisk;
    variance += died === 0 ? 0 : died / (atRisk * (atRisk - died));
    survival[row] = left;
    logError[row] = left === 0 ? Number.NaN : Math.sqrt(variance);
  }
  return { time: table.time, survival, logError };
}

/** S at `time`: 1 before the first row; the last value after the last. */
export function survivalAt({ time, survival }: SurvivalCurve, at: number): number {
  return stepAt(time, survival, at, 1);
}

/** Greenwood's standard error of S at `time`. */
export function greenwoodError(curve: SurvivalCurve, at: number): number {
  return survivalAt(curve, at) * stepAt(curve.time, curve.logError, at, 0);
}

/** Interval of S at `time`. NaN as in R where there is none: once S is 0, and on `log-log` while S is 1. */
export function survivalInterval(
  curve: SurvivalCurve,
  at: number,
  { scale = "log-log", level = 0.95 }: { scale?: IntervalScale; level?: number } = {},
): Interval {
  return intervalOf(survivalAt(curve, at), stepAt(curve.time, curve.logError, at, 0), scale, level);
}

/** Interval of a probability of surviving from the standard error of its logarithm. */
export function intervalOf(survival: number, logError: number, scale: IntervalScale, level = 0.95): Interval {
  const reach = normalQuantile(1 - (1 - level) / 2) * logError;
  if (scale === "plain")
    return { low: Math.max(0, survival - reach * survival), high: Math.min(1, survival + reach * survival) };
  if (scale === "log") return { low: survival * Math.exp(-reach), high: Math.min(1, survival * Math.exp(reach)) };
  if (survival === 1) return { low: Number.NaN, high: Number.NaN };
  const ratio = reach / Math.log(survival);
  return { low: survival ** Math.exp(-ratio), high: survival ** Math.exp(ratio) };
}

/**
 * The time by which a share of `probability` has met the event, with the interval in which the curve's own interval
 * crosses it. Infinity where the curve, or its interval, never falls that far. Where the curve runs level at exactly
 * the share, the middle of that step, as in R.
 */
export function survivalQuantile(
  curve: SurvivalCurve,
  probability = 0.5,
  { scale = "log-log", level = 0.95 }: { scale?: IntervalScale; level?: number } = {},
): { time: number } & Interval {
  const { survival, logError } = curve;
  const bounds = Array.from(survival, (value, row) => intervalOf(value, logError[row]!, scale, level));
  const crossing = (values: ArrayLike<number>) => firstAtMost(curve.time, values, 1 - probability);
  return {
    time: crossing(survival),
    low: crossing(bounds.map(({ low }) => low)),
    high: crossing(bounds.map(({ high }) => high)),
  };
}

/** Values this near count as equal: R's square root of the machine's precision. */
const EQUAL = 2 ** -26;

function firstAtMost(time: Float64Array, values: ArrayLike<number>, level: number): number {
  const first = findRow(values, (value) => value < level + EQUAL);
  if (first === -1) return Number.POSITIVE_INFINITY;
  if (Math.abs(values[first]! - level) >= EQUAL) return time[first]!;
  const next = findRow(values, (value) => value < values[first]!);
  return next === -1 ? time[first]! : (time[first]! + time[next]!) / 2;
}

function findRow(values: ArrayLike<number>, holds: (value: number) => boolean): number {
  for (let row = 0; row < values.length; row++) if (holds(values[row]!)) return row;
  return -1;
}
