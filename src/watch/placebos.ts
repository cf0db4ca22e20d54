/** A comparison and a feed's history -> the same comparison at every other day: what ordinary days look like. */
import { type Comparison, hullOf, touches } from "./periods.js";
import { countIn } from "./rate-change.js";
import type { RateSeries } from "./rate-series.js";
import type { Span } from "./windows.js";

const DAY = 86_400;
/** Fewer cannot show that one in twenty is rare. */
export const FEWEST_PLACEBOS = 30;
const HALF = 0.5;

export interface Placebo {
  start: number;
  /** Logarithm of the ratio of rates. */
  log: number;
}

export interface Quiet {
  /** Known truces, each with the week before it: no window may touch one. */
  truces: readonly Span[];
  /** Instants at which the feed broke: none may lie within the windows or between them. */
  breaks: readonly number[];
}

/**
 * The window and its first base, slid a day at a time over the history, so that the hours of the day stay. Days in
 * which the base has no events or no exposure are left out.
 */
export function placebosOf(series: RateSeries, { focus, bases }: Comparison, { truces, breaks }: Quiet): Placebo[] {
  const base = bases[0]!.span;
  const hull = hullOf([focus, base]);
  const found: Placebo[] = [];
  const earliest = Math.ceil((series.first - hull.start) / DAY);
  const latest = Math.floor((series.last - hull.end) / DAY);
  for (let days = earliest; days <= latest; days++) {
    const [window, before, all] = [focus, base, hull].map((span) => moved(span, days * DAY)) as [Span, Span, Span];
    if (truces.some((truce) => touches(window, truce) || touches(before, truce))) continue;
    if (breaks.some((at) => at > all.start && at < all.end)) continue;
    const log = logRatio(series, window, before);
    if (log !== null) found.push({ start: window.start, log });
  }
  return found;
}

/** A count of zero in the window stands as a half, so that it is comparable. */
export function logRatio(series: RateSeries, window: Span, base: Span): number | null {
  const [now, then] = [countIn(series, window), countIn(series, base)];
  if (now.days <= 0 || then.days <= 0 || then.count === 0) return null;
  return Math.log(Math.max(now.count, HALF) / now.days / (then.count / then.days));
}

/** How many placebos lie at least as far out on the same side, and how many are no less far apart than a window's length. */
export function moreExtreme(placebos: readonly Placebo[], log: number): number {
  return placebos.filter((placebo) => (log < 0 ? placebo.log <= log : placebo.log >= log)).length;
}

/** How many of them share no day: what the number is worth. */
export function apart(placebos: readonly Placebo[], length: number): number {
  let [count, free] = [0, Number.NEGATIVE_INFINITY];
  for (const { start } of placebos) {
    if (start < free) continue;
    count += 1;
    free = start + length;
  }
  return count;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
