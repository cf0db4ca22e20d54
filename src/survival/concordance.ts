/**
 * Observations and a risk score -> how often the one with the higher score met the event first (Harrell's C).
 *
 * Pairs count where it is known who was first; equal scores count half; two events at one time do not count. The error
 * is that of the infinitesimal jackknife. Sources: Harrell et al. 1982, JAMA 247:2543; Therneau, survival 3.5,
 * "Concordance"; counted in n log n with a Fenwick tree (Fenwick 1994).
 */
import { checkObservations, inputError, numberColumn, type Observations, requireLength } from "./observations.js";

export interface Concordance {
  /** 0 to 1; 0.5 is a coin. */
  concordance: number;
  standardError: number;
  /** Comparable pairs, by weight. */
  pairs: number;
}

/** Any event counts. A high `score` means an early event. Throws ReadoutError `survival-input` where no pair is comparable. */
export function concordance(observations: Observations, score: ArrayLike<number>): Concordance {
  const { count, time, event, weight, order } = checkObservations(observations);
  const scores = numberColumn(score, "score");
  requireLength(scores, count, "score");
  const { rank, ranks } = rankOf(scores);
  const [wins, met] = [new Float64Array(count), new Float64Array(count)];
  const later = new WeightsByRank(ranks);
  const earlier = new WeightsByRank(ranks);
  const groups = [...groupsOfTime(order, time)];
  for (const group of groups.toReversed()) {
    const [deaths, others] = partition(group, event);
    for (const row of others) later.add(rank[row]!, weight[row]!);
    for (const row of deaths) {
      wins[row]! += later.below(rank[row]!) + later.at(rank[row]!) / 2;
      met[row]! += later.total;
    }
    for (const row of deaths) later.add(rank[row]!, weight[row]!);
  }
  const pairs = wins.reduce((sum, _, row) => sum + weight[row]! * met[row]!, 0);
  if (pairs === 0) throw inputError("no two rows can be compared: nobody was watched for longer than the first event.");
  const value = wins.reduce((sum, won, row) => sum + weight[row]! * won, 0) / pairs;
  for (const group of groups) {
    const [deaths, others] = partition(group, event);
    const lose = (row: number) => {
      wins[row]! += earlier.total - earlier.below(rank[row]!) - earlier.at(rank[row]!) / 2;
      met[row]! += earlier.total;
    };
    for (const row of deaths) lose(row);
    for (const row of deaths) earlier.add(rank[row]!, weight[row]!);
    for (const row of others) lose(row);
  }
  const variance = wins.reduce((sum, won, row) => sum + (weight[row]! * (won - value * met[row]!)) ** 2, 0);
  return { concordance: value, standardError: Math.sqrt(variance) / pairs, pairs };
}

function* groupsOfTime(order: Uint32Array, time: Float64Array): Generator<Uint32Array> {
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && time[order[to]!] === time[order[from]!]) to++;
    yield order.subarray(from, to);
  }
}

function partition(rows: Uint32Array, event: Uint8Array): [Uint32Array, Uint32Array] {
  return [rows.filter((row) => event[row]! > 0), rows.filter((row) => event[row] === 0)];
}

/** Place of each score among the distinct ones, from 0. */
function rankOf(scores: Float64Array): { rank: Uint32Array; ranks: number } {
  const distinct = Float64Array.from(new Set(scores)).sort();
  const places = new Map(Array.from(distinct, (score, at) => [score, at]));
  return { rank: Uint32Array.from(scores, (score) => places.get(score)!), ranks: distinct.length };
}

/** A Fenwick tree: weights added at ranks, summed below a rank, each in log n. */
class WeightsByRank {
  total = 0;
  private readonly tree: Float64Array;
  private readonly single: Float64Array;

  constructor(ranks: number) {
    this.tree = new Float64Array(ranks + 1);
    this.single = new Float64Array(ranks);
  }

  add(rank: number, weight: number): void {
    this.total += weight;
    this.single[rank]! += weight;
    for (let at = rank + 1; at < this.tree.length; at += at & -at) this.tree[at]! += weight;
  }

  at(rank: number): number {
    return this.single[rank]!;
  }

  below(rank: number): number {
    let sum = 0;
    for (let at = rank; at > 0; at -= at & -at) sum += this.tree[at]!;
    return sum;
  }
}
