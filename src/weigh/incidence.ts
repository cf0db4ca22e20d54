/**
 * The life table of a class, the days already lasted and a horizon -> the chance of breakdown, with interval and bounds.
 *
 * Chance: Aalen-Johansen among those still in force. Interval: Clopper-Pearson at the effective sample size p(1-p)/se²
 * (Dorey and Korn 1987, Stat Med 6:679), which stays honest where nobody or everybody broke down. Bounds: unclear fates
 * count as not broken down, then as broken down (Manski 2003, Partial Identification of Probability Distributions).
 */
import type { ClassHistory } from "../model/history.js";
import type { BrokenBy, CurvePoint } from "../model/weighing.js";
import { clopperPearson, type Interval } from "../numbers/binomial-intervals.js";
import { aalenJohansen, incidenceAt } from "../survival/aalen-johansen.js";
import { startingAfter } from "../survival/life-table.js";
import { lifeTableOf } from "./summarise-class.js";

/** `days` since the start, after `elapsed`. */
export function brokenBy(history: ClassHistory, days: number, elapsed: number): BrokenBy {
  const left = startingAfter(lifeTableOf(history.table), elapsed);
  const atRisk = left.atRisk[0] ?? 0;
  const given = elapsed > 0 ? `still in force after ${elapsed} ${elapsed === 1 ? "day" : "days"}` : "from the start";
  if (atRisk === 0) return { days, probability: null, low: 0, high: 1, bounds: [0, 1], given, atRisk };
  const { probability, standardError } = incidenceAt(aalenJohansen(left), 0, days);
  const interval = effectiveInterval(probability, standardError, atRisk);
  return {
    days,
    probability,
    ...interval,
    bounds: boundsOf(history, probability * atRisk, elapsed, atRisk),
    given,
    atRisk,
  };
}

function effectiveInterval(probability: number, standardError: number, atRisk: number): Interval {
  const p = Math.min(1, Math.max(0, probability));
  const effective = standardError > 0 ? Math.min(atRisk, (p * (1 - p)) / standardError ** 2) : atRisk;
  return clopperPearson(p * effective, effective);
}

/** Those of unclear fate may all have lasted until `elapsed`; those of known fate without dates too, or none of them. */
function boundsOf({ fates, table }: ClassHistory, broke: number, elapsed: number, atRisk: number): [number, number] {
  const dated = (kind: number) => table.ended[kind]!.reduce((sum, count) => sum + count, 0);
  const undatedBroken = Math.max(0, fates["broke-down"] - dated(0));
  const undatedOthers = Math.max(0, fates.expired - dated(1)) + Math.max(0, fates.replaced - dated(2));
  const open = fates.unclear + undatedBroken;
  const most = atRisk + open + undatedOthers;
  return [broke / most, (broke + open) / (elapsed > 0 ? atRisk + open : most)];
}

/** Least and most share of the class that broke down by the end of watching. */
export function fateBounds({ fates }: ClassHistory): [number, number] {
  const n = Object.values(fates).reduce((sum, count) => sum + count, 0);
  return n === 0 ? [0, 1] : [fates["broke-down"] / n, (fates["broke-down"] + fates.unclear) / n];
}

/** Points of a curve, at most this many: enough for a picture, few enough for a file. */
const MOST_POINTS = 120;

/** From the start to `until`: one point a day on which a share changes, and one at the end. */
export function curveOf(history: ClassHistory, until: number): CurvePoint[] {
  const table = lifeTableOf(history.table);
  const atRisk = table.atRisk[0] ?? 0;
  if (atRisk === 0) return [];
  const curves = aalenJohansen(table);
  const steps = history.table.days.filter((day) => day < until);
  const every = Math.ceil(steps.length / MOST_POINTS);
  const days = [0, ...steps.filter((_, at) => at % every === 0), until];
  return days.map((day) => {
    const [broke, expired, replaced] = [0, 1, 2].map((kind) => incidenceAt(curves, kind, day)) as [Point, Point, Point];
    const { low, high } = effectiveInterval(broke.probability, broke.standardError, atRisk);
    return {
      days: day,
      brokeDown: broke.probability,
      low,
      high: day === 0 ? 0 : high,
      expired: expired.probability,
      replaced: replaced.probability,
    };
  });
}

interface Point {
  probability: number;
  standardError: number;
}
