/** A design and coefficients -> each time's deaths, with the weighted mean and spread of the covariates of those at risk. */
import type { CoxDesign } from "./cox-design.js";

export type Ties = "efron" | "breslow";

/** Deaths of one time in one stratum: rows `from` to `to` (exclusive) end their watch then, some of them by death. */
export interface Deaths {
  from: number;
  to: number;
  time: number;
  stratum: number;
  count: number;
  /** Of one death; ties share their mean. */
  weight: number;
}

/**
 * One term of the partial likelihood. Buffers are used again for the next.
 * Efron 1977 (JASA 72:557): the k-th of d tied deaths is drawn from a risk set that holds k/d of the dead no more.
 */
export interface RiskSet {
  deaths: Deaths;
  /** k/d; 0 with Breslow, who has one set a death, all alike. */
  removed: number;
  /** How many deaths are drawn from this very set: 1, or d with Breslow. */
  draws: number;
  /** Sum of weight * risk. */
  total: number;
  mean: Float64Array;
  /** Weighted covariance of the covariates at risk, all of it, row after row. */
  covariance: Float64Array;
}

interface Sums {
  total: number;
  first: Float64Array;
  second: Float64Array;
}

/** exp(Z β) of each row, scaled so that the largest is 1, and the logarithm of the scale. */
export function riskScores({ values, count, names }: CoxDesign, beta: ArrayLike<number>) {
  const width = names.length;
  const linear = new Float64Array(count);
  let largest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let at = 0; at < width; at++) sum += values[row * width + at]! * beta[at]!;
    linear[row] = sum;
    if (sum > largest) largest = sum;
  }
  return { linear, largest, risk: linear.map((value) => Math.exp(value - largest)) };
}

/** Visits strata in order, and in each the deaths from the last time to the first. */
export function sweepRiskSets(design: CoxDesign, risk: Float64Array, ties: Ties, visit: (set: RiskSet) => void): void {
  const { count, time, stratum, names } = design;
  const [all, dead] = [emptySums(names.length), emptySums(names.length)];
  const set: RiskSet = {
    deaths: { from: 0, to: 0, time: 0, stratum: 0, count: 0, weight: 0 },
    removed: 0,
    draws: 1,
    total: 0,
    mean: new Float64Array(names.length),
    covariance: new Float64Array(names.length ** 2),
  };
  for (let from = 0, to = 0; from < count; from = to) {
    if (from === 0 || stratum[from] !== stratum[from - 1]) clear(all);
    clear(dead);
    while (to < count && time[to] === time[from] && stratum[to] === stratum[from]) to++;
    const deaths = addRows(design, risk, from, to, all, dead);
    if (deaths.count > 0) draw(deaths, all, dead, ties, set, visit);
  }
}

function addRows(design: CoxDesign, risk: Float64Array, from: number, to: number, all: Sums, dead: Sums): Deaths {
  let [count, weight] = [0, 0];
  for (let row = from; row < to; row++) {
    const share = risk[row]! * design.weight[row]!;
    add(all, design, row, share);
    if (design.event[row] === 0) continue;
    add(dead, design, row, share);
    count++;
    weight += design.weight[row]!;
  }
  return { from, to, time: design.time[from]!, stratum: design.stratum[from]!, count, weight: weight / count };
}

function draw(deaths: Deaths, all: Sums, dead: Sums, ties: Ties, set: RiskSet, visit: (set: RiskSet) => void): void {
  const draws = ties === "breslow" ? deaths.count : 1;
  const width = set.mean.length;
  for (let k = 0; k < deaths.count; k += draws) {
    const removed = k / deaths.count;
    set.deaths = deaths;
    set.removed = removed;
    set.draws = draws;
    set.total = all.total - removed * dead.total;
    for (let a = 0; a < width; a++) set.mean[a] = (all.first[a]! - removed * dead.first[a]!) / set.total;
    for (let a = 0; a < width; a++) {
      for (let b = 0; b <= a; b++) {
        const at = a * width + b;
        const value = (all.second[at]! - removed * dead.second[at]!) / set.total - set.mean[a]! * set.mean[b]!;
        set.covariance[at] = value;
        set.covariance[b * width + a] = value;
      }
    }
    visit(set);
  }
}

function emptySums(width: number): Sums {
  return { total: 0, first: new Float64Array(width), second: new Float64Array(width * width) };
}

function clear(sums: Sums): void {
  sums.total = 0;
  sums.first.fill(0);
  sums.second.fill(0);
}

/** The lower triangle of `second` alone is kept. */
function add(sums: Sums, { values, names }: CoxDesign, row: number, share: number): void {
  const width = names.length;
  const start = row * width;
  sums.total += share;
  for (let a = 0; a < width; a++) {
    const scaled = share * values[start + a]!;
    sums.first[a]! += scaled;
    for (let b = 0; b <= a; b++) sums.second[a * width + b]! += scaled * values[start + b]!;
  }
}
