/** Starts by minute, or reports with their exposure -> how much fell into any window, and over how many days. */
import type { CountReport, StartSeries } from "../model/incident.js";

const DAY_SECONDS = 86_400;
const MINUTE_SECONDS = 60;

/** Windows are seconds since 1970 UTC, the end exclusive. */
export interface RateSeries {
  count(start: number, end: number): number;
  /** Days for which the feed answers: length of the window, or the hours that its reports cover. */
  exposureDays(start: number, end: number): number;
  /** From the first record to the end of the last; outside of it nothing is known. */
  first: number;
  last: number;
}

/** Incidents by the minute in which they start; several regions are added. A feed without records has no series. */
export function startsSeries(series: readonly StartSeries[], first: number, last: number): RateSeries {
  const pairs = series.flatMap(({ minutes, counts }) =>
    minutes.map((minute, at) => [minute * MINUTE_SECONDS, counts[at]!] as const),
  );
  pairs.sort(([a], [b]) => a - b);
  const [times, sums] = [pairs.map(([time]) => time), runningSums(pairs.map(([, count]) => count))];
  return {
    count: (start, end) => sums[lowerBound(times, end)]! - sums[lowerBound(times, start)]!,
    exposureDays: (start, end) => (end - start) / DAY_SECONDS,
    first,
    last,
  };
}

/** Figures by report; one that leaves its figure out counts neither as a number nor as time, since missing is not zero. */
export function reportsSeries(reports: readonly CountReport[]): RateSeries {
  const told = reports.filter(({ value }) => value !== null);
  const times = told.map(({ at }) => at);
  const values = runningSums(told.map(({ value }) => value!));
  const days = runningSums(told.map(({ exposureHours }) => exposureHours / 24));
  const between = (sums: readonly number[], start: number, end: number) =>
    sums[lowerBound(times, end)]! - sums[lowerBound(times, start)]!;
  return {
    count: (start, end) => between(values, start, end),
    exposureDays: (start, end) => between(days, start, end),
    first: times[0] ?? 0,
    last: (times.at(-1) ?? 0) + (times.length > 0 ? DAY_SECONDS : 0),
  };
}

/** [0, a, a + b, …]: the sum of the first n at n. */
function runningSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  return sums;
}

/** The first place whose time is not before `wanted`. */
function lowerBound(times: readonly number[], wanted: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
