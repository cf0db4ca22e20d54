/** Observations in groups -> the log-rank test that all groups share one hazard. Source: Mantel 1966; as R's survdiff with rho 0. */
import { chiSquaredUpperTail } from "../numbers/distributions.js";
import { checkObservations, inputError, type Observations, requireLength } from "./observations.js";
import { solve } from "./symmetric-matrix.js";

export interface LogRank {
  groups: { name: string; count: number; observed: number; expected: number }[];
  chiSquared: number;
  degreesOfFreedom: number;
  p: number;
}

/** Any event counts. `group` names each row's group. Throws ReadoutError `survival-input` below two groups or without events. */
export function logRank(observations: Observations, group: ArrayLike<string | number>): LogRank {
  const { count, time, event, weight, order } = checkObservations(observations);
  requireLength(group, count, "group");
  const names = [...new Set(Array.from(group, String))].sort();
  if (names.length < 2) throw inputError(`column "group" holds one group only, "${names[0]}". Give two or more.`);
  const place = new Map(names.map((name, at) => [name, at]));
  const groupOf = Uint32Array.from(group, (name) => place.get(String(name))!);
  const tally = new Tally(names.length);
  for (let at = count - 1; at >= 0; ) {
    const now = time[order[at]!]!;
    for (; at >= 0 && time[order[at]!] === now; at--) {
      const row = order[at]!;
      tally.add(groupOf[row]!, weight[row]!, event[row]! > 0);
    }
    tally.closeTime();
  }
  if (!tally.observed.some((sum) => sum > 0)) throw inputError(`column "event" holds no event among ${count} rows.`);
  return { groups: tally.rows(names), ...tally.test() };
}

class Tally {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  private readonly counts: Float64Array;
  private readonly atRisk: Float64Array;
  private readonly met: Float64Array;
  private readonly variance: number[][];

  constructor(groups: number) {
    const zeros = () => new Float64Array(groups);
    this.observed = zeros();
    this.expected = zeros();
    this.counts = zeros();
    this.atRisk = zeros();
    this.met = zeros();
    this.variance = Array.from({ length: groups }, () => new Array<number>(groups).fill(0));
  }

  add(group: number, weight: number, isEvent: boolean): void {
    this.atRisk[group]! += weight;
    this.counts[group]! += 1;
    if (isEvent) this.met[group]! += weight;
  }

  /** Adds the expectation and the hypergeometric covariance of the events of one time. */
  closeTime(): void {
    const events = this.met.reduce((sum, value) => sum + value, 0);
    if (events === 0) return;
    const n = this.atRisk.reduce((sum, value) => sum + value, 0);
    const spread = n > 1 ? (events * (n - events)) / (n - 1) : 0;
    for (let a = 0; a < this.atRisk.length; a++) {
      const share = this.atRisk[a]! / n;
      this.observed[a]! += this.met[a]!;
      this.expected[a]! += events * share;
      for (let b = 0; b < this.atRisk.length; b++) {
        this.variance[a]![b]! += spread * share * ((a === b ? 1 : 0) - this.atRisk[b]! / n);
      }
    }
    this.met.fill(0);
  }

  rows(names: readonly string[]): LogRank["groups"] {
    return names.map((name, at) => ({
      name,
      count: this.counts[at]!,
      observed: this.observed[at]!,
      expected: this.expected[at]!,
    }));
  }

  /** Quadratic form of observed less expected, one group left out since they sum to 0. */
  test(): Omit<LogRank, "groups"> {
    const used = [...this.expected.keys()].filter((at) => this.expected[at]! > 0).slice(1);
    const gap = used.map((at) => this.observed[at]! - this.expected[at]!);
    const covariance = used.map((a) => used.map((b) => this.variance[a]![b]!));
    const chiSquared = used.length === 0 ? 0 : dot(gap, solve(covariance, gap));
    return { chiSquared, degreesOfFreedom: used.length, p: chiSquaredUpperTail(chiSquared, used.length) };
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0);
}
