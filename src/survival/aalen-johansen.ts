/**
 * A life table with competing kinds of event -> the probability of having met each kind by each time.
 *
 * F_j(t) = Σ S(s-) d_j/n. The variance is that of the infinitesimal jackknife, which for one state left once has a
 * closed form in sums over the table: each row's events are a multinomial draw, and a draw moves F_j at once by S(s-)
 * and later by -(F_j(t) - F_j(s)) / (1 - d/n). Sources: Aalen and Johansen 1978, Scand J Stat 5:141; Therneau,
 * survival 3.5, "Methods", infinitesimal jackknife.
 */
import { anyEvent, type LifeTable, stepAt } from "./life-table.js";

export interface CumulativeIncidence {
  time: Float64Array;
  /** Of each kind, in the table's order. */
  incidence: Float64Array[];
  standardError: Float64Array[];
  /** None of them met; with the incidences it sums to 1. */
  survival: Float64Array;
  survivalError: Float64Array;
}

export function aalenJohansen(table: LifeTable): CumulativeIncidence {
  const all = anyEvent(table);
  const survival = survivalOf(table, all);
  const kinds = table.events.map((events) => incidenceOf(table, events, all, survival));
  const whole = incidenceOf(table, all, all, survival);
  return {
    time: table.time,
    incidence: kinds.map(({ incidence }) => incidence),
    standardError: kinds.map(({ standardError }) => standardError),
    survival,
    survivalError: whole.standardError,
  };
}

/** F of one kind (from 0, in the table's order) at `time`, with its standard error. */
export function incidenceAt(
  { time, incidence, standardError }: CumulativeIncidence,
  kind: number,
  at: number,
): { probability: number; standardError: number } {
  return {
    probability: stepAt(time, incidence[kind]!, at, 0),
    standardError: stepAt(time, standardError[kind]!, at, 0),
  };
}

function survivalOf({ atRisk }: LifeTable, all: Float64Array): Float64Array {
  let left = 1;
  return Float64Array.from(all, (met, row) => {
    left *= (atRisk[row]! - met) / atRisk[row]!;
    return left;
  });
}

/** With F for F_j(t) and f for F_j(s), a row adds (S² q_j - 2 S (F - f) h_j + (F - f)² h/(1 - h)) / n, q_j = h_j (1 - h_j). */
function incidenceOf({ atRisk, time }: LifeTable, events: Float64Array, all: Float64Array, survival: Float64Array) {
  const incidence = new Float64Array(time.length);
  const standardError = new Float64Array(time.length);
  let [total, constant, linear, square] = [0, 0, 0, 0];
  for (let row = 0; row < time.length; row++) {
    const n = atRisk[row]!;
    const before = row === 0 ? 1 : survival[row - 1]!;
    const [own, any] = [events[row]! / n, all[row]! / n];
    total += before * own;
    const later = any < 1 ? any / (1 - any) / n : 0;
    constant += (before * before * own * (1 - own) + 2 * before * total * own) / n + total * total * later;
    linear += (before * own) / n + total * later;
    square += later;
    incidence[row] = total;
    standardError[row] = Math.sqrt(Math.max(0, constant - 2 * total * linear + total * total * square));
  }
  return { incidence, standardError };
}
