/** Two counts over two exposures -> the ratio of their rates, with an exact interval and an exact test. */
import betainc from "@stdlib/math-base-special-betainc";
import gammaln from "@stdlib/math-base-special-gammaln";
import { clopperPearson, type Interval } from "./binomial-intervals.js";

/** `ratio` is NaN where both counts are 0, Infinity where only the second is. */
export interface RateRatio extends Interval {
  ratio: number;
  /** Two-sided: the chance of all outcomes no likelier than the one seen, were the rates equal. */
  p: number;
}

/** Counts are compared as equally likely within this relative slack, as R's poisson.test does. */
const SLACK = 1 + 1e-7;

/**
 * Ratio (count / exposure) / (otherCount / otherExposure). Given their sum, the first of two Poisson counts is binomial
 * with odds ratio * exposure / otherExposure, whose Clopper-Pearson interval gives that of the ratio; as R's
 * poisson.test. Source: Przyborowski and Wilenski 1940, Biometrika 31:313. Throws RangeError for counts that are
 * negative or no whole numbers, or exposures that are not positive.
 */
export function exactRateRatio(
  { count, exposure }: { count: number; exposure: number },
  other: { count: number; exposure: number },
  level = 0.95,
): RateRatio {
  requireRate(count, exposure);
  requireRate(other.count, other.exposure);
  const scale = other.exposure / exposure;
  const total = count + other.count;
  const ratio = (count / other.count) * scale;
  if (total === 0) return { ratio, low: 0, high: Number.POSITIVE_INFINITY, p: 1 };
  const { low, high } = clopperPearson(count, total, level);
  return {
    ratio,
    low: (low / (1 - low)) * scale,
    high: high === 1 ? Number.POSITIVE_INFINITY : (high / (1 - high)) * scale,
    p: binomialTwoSided(count, total, exposure / (exposure + other.exposure)),
  };
}

/**
 * Exact two-sided test of a binomial proportion by the method of small likelihoods, as R's binom.test; the far tail's
 * end is found by bisection, so a million trials cost no more than ten. `probability` lies within (0, 1).
 */
export function binomialTwoSided(events: number, trials: number, probability: number): number {
  const expected = trials * probability;
  if (events === expected) return 1;
  const isBelow = events < expected;
  const reach = logMass(events, trials, probability) + Math.log(SLACK);
  const isRare = (k: number) => logMass(k, trials, probability) <= reach;
  if (isBelow) {
    const from = firstWhere(Math.ceil(expected), trials, isRare);
    return Math.min(1, atMost(events, trials, probability) + atLeast(from, trials, probability));
  }
  const down = firstWhere(0, Math.floor(expected), (steps) => isRare(Math.floor(expected) - steps));
  return Math.min(1, atLeast(events, trials, probability) + atMost(Math.floor(expected) - down, trials, probability));
}

/** The first k in from..to for which a monotone test holds, to + 1 where it never does. */
function firstWhere(from: number, to: number, holds: (k: number) => boolean): number {
  let [low, high] = [from, to + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function logMass(k: number, n: number, p: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p);
}

/** P(X <= k): DLMF 8.17.5. */
function atMost(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : betainc(1 - p, n - k, k + 1, true, false);
}

function atLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : betainc(p, k, n - k + 1, true, false);
}

function requireRate(count: number, exposure: number): void {
  if (Number.isInteger(count) && count >= 0 && exposure > 0 && Number.isFinite(exposure)) return;
  throw new RangeError(`exactRateRatio: ${count} events over an exposure of ${exposure} are no rate`);
}
