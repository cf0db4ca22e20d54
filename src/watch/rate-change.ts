/** Two windows of a series -> the ratio of their rates, with an interval that counts days more alike than chance. */
import { studentQuantile } from "../numbers/distributions.js";
import type { RateSeries } from "./rate-series.js";
import type { Span } from "./windows.js";

const DAY_SECONDS = 86_400;
/** Stands for a count of zero in a logarithm; source: Haldane 1956, Annals of Human Genetics 20:309. */
const HALF = 0.5;
const FEWEST_DAYS = 4;

export interface Counted {
  count: number;
  days: number;
}

export interface RateChange {
  ratio: number | null;
  low: number | null;
  high: number | null;
}

/** Variance of daily counts over their mean, and the degrees of freedom behind it. */
export interface Dispersion {
  phi: number;
  degreesOfFreedom: number;
}

export function countIn(series: RateSeries, { start, end }: Span): Counted {
  return { count: series.count(start, end), days: series.exposureDays(start, end) };
}

/**
 * Pearson's estimate over days, each group around its own rate, never below 1; null for fewer than four days in all.
 * Days are counted from each span's start, so that a window's own hours stay together. Source: McCullagh and Nelder
 * 1989, Generalized Linear Models, 4.5.2 and 9.2.4.
 */
export function dispersionOf(series: RateSeries, spans: readonly Span[]): Dispersion | null {
  let [chi, days, groups] = [0, 0, 0];
  for (const span of spans) {
    const bins = dailyBins(series, span);
    const total = bins.reduce((sum, bin) => sum + bin.count, 0);
    const exposure = bins.reduce((sum, bin) => sum + bin.days, 0);
    if (total === 0 || exposure === 0) continue;
    for (const bin of bins) chi += (bin.count - (total * bin.days) / exposure) ** 2 / ((total * bin.days) / exposure);
    days += bins.length;
    groups += 1;
  }
  const degreesOfFreedom = days - groups;
  return degreesOfFreedom < FEWEST_DAYS - 1 ? null : { phi: Math.max(1, chi / degreesOfFreedom), degreesOfFreedom };
}

function dailyBins(series: RateSeries, { start, end }: Span): Counted[] {
  const bins: Counted[] = [];
  for (let at = start; at < end; at += DAY_SECONDS) {
    const bin = countIn(series, { start: at, end: Math.min(at + DAY_SECONDS, end) });
    if (bin.days > 0) bins.push(bin);
  }
  return bins;
}

/**
 * Quasi-Poisson: log ratio ± t * sqrt(phi * (1 / count + 1 / count)), t with the dispersion's degrees of freedom.
 * `ratio` is null where a window has no exposure or the base has no events.
 */
export function rateChange(window: Counted, base: Counted, dispersion: Dispersion | null, level = 0.95): RateChange {
  if (window.days <= 0 || base.days <= 0 || base.count === 0) return { ratio: null, low: null, high: null };
  const ratio = window.count / window.days / (base.count / base.days);
  if (dispersion === null) return { ratio, low: null, high: null };
  const counted = Math.max(window.count, HALF);
  const log = Math.log(counted / window.days / (base.count / base.days));
  const t = studentQuantile(1 - (1 - level) / 2, dispersion.degreesOfFreedom);
  const half = t * Math.sqrt(dispersion.phi * (1 / counted + 1 / base.count));
  return { ratio, low: window.count === 0 ? 0 : Math.exp(log - half), high: Math.exp(log + half) };
}
