/** A comparison of rates and its placebos -> fell, rose, no clear change, or cannot tell, each with its reasons. */
import type { Baseline, Judgement, Verdict } from "../model/watch-report.js";
import { type Comparison, hullOf } from "./periods.js";
import { apart, FEWEST_PLACEBOS, logRatio, moreExtreme, type Placebo, placebosOf, type Quiet } from "./placebos.js";
import { countIn, dispersionOf, type RateChange, rateChange } from "./rate-change.js";
import type { RateSeries } from "./rate-series.js";
import { isoOf, type Span } from "./windows.js";

/** One in twenty on each side: with the interval and the other bases beside it, fewer than one in ten is called. */
export const RARE = 0.05;
/** A window that would hold fewer, and did, is too small to tell anything. */
const FEWEST_EVENTS = 5;
const DAY = 86_400;

/** `blind` are reasons why the feed cannot tell at all: the figures are given, the verdict is not. */
export function judgeChange(
  series: RateSeries,
  comparison: Comparison,
  quiet: Quiet,
  blind: readonly string[],
): Judgement {
  const known = { ...comparison, bases: comparison.bases.filter(({ span }, at) => at === 0 || isWithin(series, span)) };
  const spans = [known.focus, widest(known.bases.map(({ span }) => span))];
  // Windows of a day or two say too little of how days vary; the thirty days before them do.
  const dispersion = dispersionOf(series, spans) ?? dispersionOf(series, [monthBefore(series, hullOf(spans))]);
  const baselines = known.bases.map(({ id, span }) =>
    baselineOf(id, series, known.focus, span, (a, b) => rateChange(a, b, dispersion)),
  );
  const first = baselines[0]!;
  const placebos = placebosOf(series, known, quiet);
  const log = logRatio(series, known.focus, known.bases[0]!.span);
  const extreme = log === null ? 0 : moreExtreme(placebos, log);
  const obstacles = [...blind, ...obstaclesOf(series, known, quiet, first), ...tooFewPlacebos(placebos)];
  const { verdict, because } =
    obstacles.length > 0 || log === null ? cannotTell(obstacles) : decide(baselines, log, placebos, extreme, known);
  return {
    verdict,
    rateRatio: first.rateRatio,
    low: first.low,
    high: first.high,
    dispersion: dispersion && round(dispersion.phi),
    placebos: { n: placebos.length, moreExtreme: extreme },
    baselines,
    because,
  };
}

function cannotTell(obstacles: readonly string[]): { verdict: Verdict; because: string[] } {
  return {
    verdict: "cannot-tell",
    because:
      obstacles.length > 0 ? [...obstacles] : ["There is nothing to compare with: the feed has no records before."],
  };
}

function baselineOf(
  id: string,
  series: RateSeries,
  focus: Span,
  span: Span,
  change: (a: ReturnType<typeof countIn>, b: ReturnType<typeof countIn>) => RateChange,
): Baseline {
  const [now, then] = [countIn(series, focus), countIn(series, span)];
  const { ratio, low, high } = change(now, then);
  return {
    id,
    count: then.count,
    days: round(then.days),
    during: now.count,
    duringDays: round(now.days),
    rateRatio: ratio === null ? null : round(ratio),
    low: low === null ? null : round(low),
    high: high === null ? null : round(high),
  };
}

/** What keeps the windows themselves from being compared. */
function obstaclesOf(series: RateSeries, { focus, bases }: Comparison, { breaks }: Quiet, first: Baseline): string[] {
  const hull = hullOf([focus, bases[0]!.span]);
  const reasons: string[] = [];
  if (!isWithin(series, focus)) {
    reasons.push(
      `The records run from ${isoOf(series.first)} to ${isoOf(series.last)} and do not cover the window ${isoOf(focus.start)} to ${isoOf(focus.end)}.`,
    );
  } else if (!isWithin(series, bases[0]!.span)) {
    reasons.push(`The records begin at ${isoOf(series.first)}, after the window that would be compared with.`);
  }
  const broken = breaks.filter((at) => at > hull.start && at < hull.end);
  if (broken.length > 0)
    reasons.push(`The feed breaks at ${broken.map((at) => isoOf(at).slice(0, 10)).join(", ")}, within the windows.`);
  const expected = first.days > 0 ? (first.count / first.days) * first.duringDays : 0;
  if (reasons.length === 0 && expected < FEWEST_EVENTS && first.during < FEWEST_EVENTS) {
    reasons.push(
      `Too few to tell: ${first.during} in the window, where the rate before makes ${round(expected)} likely.`,
    );
  }
  return reasons;
}

function tooFewPlacebos(placebos: readonly Placebo[]): string[] {
  if (placebos.length >= FEWEST_PLACEBOS) return [];
  return [
    `Only ${placebos.length} ordinary windows of this length can be drawn from the feed's history; at least ${FEWEST_PLACEBOS} are needed.`,
  ];
}

function decide(
  baselines: readonly Baseline[],
  log: number,
  placebos: readonly Placebo[],
  extreme: number,
  comparison: Comparison,
): { verdict: Verdict; because: string[] } {
  const { low, high } = baselines[0]!;
  const share = (1 + extreme) / (placebos.length + 1);
  const hull = hullOf([comparison.focus, comparison.bases[0]!.span]);
  const told = `${extreme} of ${placebos.length} ordinary windows of the same length and hours change as much or more (${apart(placebos, hull.end - hull.start)} of them share no day).`;
  const against = baselines.filter(
    ({ rateRatio }) => rateRatio !== null && rateRatio !== 1 && rateRatio < 1 !== log < 0,
  );
  const reasons = [
    ...(share > RARE ? ["That is not rare."] : []),
    ...(low === null || high === null || (low < 1 && high > 1)
      ? ["The interval, widened for days that are more alike than chance, holds no change too."]
      : []),
    ...against.map(({ id }) => `Set against ${id.replaceAll("-", " ")} it points the other way.`),
  ];
  if (reasons.length > 0) return { verdict: "no-clear-change", because: [told, ...reasons] };
  return { verdict: log < 0 ? "fell" : "rose", because: [told] };
}

function isWithin(series: RateSeries, { start, end }: Span): boolean {
  // A day's grace: a feed's first record is seldom at the first second of what it covers.
  return start >= series.first - DAY && end <= series.last + DAY && end > start;
}

function monthBefore({ first }: RateSeries, { start }: Span): Span {
  return { start: Math.max(first, start - 30 * DAY), end: start };
}

function widest(spans: readonly Span[]): Span {
  return spans.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
}

/** Four significant digits: more would promise what no feed holds. */
export function round(value: number): number {
  return Number(value.toPrecision(4));
}
