/**
 * A probability or a value -> quantiles and tails of the normal, Student, chi-squared, gamma and beta distributions.
 *
 * All go back to the incomplete gamma and beta functions and their inverses; upper tails are computed as such, never
 * as one minus a lower tail, so that 1e-30 keeps its digits. Source: NIST Digital Library of Mathematical Functions,
 * 7.17 (inverse error function), 8.2 (gamma), 8.17 (beta). Arguments outside of the domain give NaN.
 */
import betainc from "@stdlib/math-base-special-betainc";
import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";
import gammainc from "@stdlib/math-base-special-gammainc";
import gammaincinv from "@stdlib/math-base-special-gammaincinv";
import betaQuantileOf from "@stdlib/stats-base-dists-beta-quantile";

/** P(Z <= z) of a standard normal. */
export function normalCdf(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/** P(Z > z) of a standard normal. */
export function normalUpperTail(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}

/** z with P(Z <= z) = p. */
export function normalQuantile(p: number): number {
  return -Math.SQRT2 * erfcinv(2 * p);
}

/** P(X > x) of chi-squared; 1 for x <= 0. */
export function chiSquaredUpperTail(x: number, degreesOfFreedom: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, degreesOfFreedom / 2, true, true);
}

/** x with P(X <= x) = p of chi-squared. */
export function chiSquaredQuantile(p: number, degreesOfFreedom: number): number {
  return 2 * gammaincinv(p, degreesOfFreedom / 2, false);
}

/** P(X <= x) of a gamma distribution; `rate` is one over the scale. */
export function gammaCdf(x: number, shape: number, rate = 1): number {
  return x <= 0 ? 0 : gammainc(x * rate, shape, true, false);
}

/** x with P(X <= x) = p of a gamma distribution; `rate` is one over the scale. */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  return gammaincinv(p, shape, false) / rate;
}

/** P(X <= x) of Beta(a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  return x >= 1 ? 1 : betainc(x, a, b, true, false);
}

/** x with P(X <= x) = p of Beta(a, b). */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaQuantileOf(p, a, b);
}

/** t with P(T <= t) = p of Student's distribution, from the beta quantile of df/(df + t²). */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  if (p === 0.5) return 0;
  const tails = 2 * Math.min(p, 1 - p);
  const near = betaQuantile(tails, degreesOfFreedom / 2, 0.5);
  const far = near < 0.5 ? 1 - near : betaQuantile(1 - tails, 0.5, degreesOfFreedom / 2);
  const size = Math.sqrt((degreesOfFreedom * far) / (near < 0.5 ? near : 1 - far));
  return p < 0.5 ? -size : size;
}

/** P(|T| > |t|) of Student's distribution. */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  return betaCdf(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}
