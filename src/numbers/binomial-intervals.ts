/** Events out of trials -> intervals for their probability: Clopper-Pearson, Wilson and Jeffreys. */
import { betaQuantile, normalQuantile } from "./distributions.js";

/** Both ends, 0 <= low <= high; `high` may be Infinity where a ratio has no upper bound. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Exact interval by the quantiles of Beta(x, n - x + 1) and Beta(x + 1, n - x): never covers less than `level`.
 * `events` and `trials` may be fractions (effective sample sizes). Source: Clopper and Pearson 1934, Biometrika 26:404.
 * Throws RangeError where `events` lies outside of 0..trials, or trials is not positive.
 */
export function clopperPearson(events: number, trials: number, level = 0.95): Interval {
  requireCounts("clopperPearson", events, trials);
  const tail = (1 - level) / 2;
  return {
    low: events === 0 ? 0 : betaQuantile(tail, events, trials - events + 1),
    high: events === trials ? 1 : betaQuantile(1 - tail, events + 1, trials - events),
  };
}

/** Score interval. Source: Wilson 1927, JASA 22:209. Throws as clopperPearson. */
export function wilson(events: number, trials: number, level = 0.95): Interval {
  requireCounts("wilson", events, trials);
  const z = normalQuantile(1 - (1 - level) / 2);
  const p = events / trials;
  const spread = z * z;
  const middle = p + spread / (2 * trials);
  const half = z * Math.sqrt((p * (1 - p)) / trials + spread / (4 * trials * trials));
  const whole = 1 + spread / trials;
  return {
    low: events === 0 ? 0 : (middle - half) / whole,
    high: events === trials ? 1 : (middle + half) / whole,
  };
}

/** Equal-tailed interval of the Beta(x + 1/2, n - x + 1/2) posterior. Source: Brown, Cai and DasGupta 2001, Stat Sci 16:101. */
export function jeffreys(events: number, trials: number, level = 0.95): Interval {
  requireCounts("jeffreys", events, trials);
  const tail = (1 - level) / 2;
  const quantile = (p: number) => betaQuantile(p, events + 0.5, trials - events + 0.5);
  return { low: quantile(tail), high: quantile(1 - tail) };
}

function requireCounts(name: string, events: number, trials: number): void {
  if (trials > 0 && Number.isFinite(trials) && events >= 0 && events <= trials) return;
  throw new RangeError(`${name}: ${events} events out of ${trials} trials are no proportion`);
}
