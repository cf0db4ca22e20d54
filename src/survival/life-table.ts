/** Times and events -> a life table: at each time that occurs, how many were at risk and how many met which event. */
import { checkObservations, inputError, type Observations } from "./observations.js";

/** Rows ascend in time. Counts are sums of weights. All estimators of curves start from it, so it is all they need. */
export interface LifeTable {
  time: Float64Array;
  /** Still going just before `time`. */
  atRisk: Float64Array;
  /** Of each kind (kind 1 first), how many met it at `time`. */
  events: Float64Array[];
  /** Watched until `time` and no longer. Those censored at the time of an event count as at risk for it. */
  censored: Float64Array;
}

/** `kinds` is how many kinds of event there may be; without it, as many as occur, and at least one. */
export function lifeTable(observations: Observations, kinds?: number): LifeTable {
  const { time, event, weight, order } = checkObservations(observations);
  const most = largest(event);
  if (kinds !== undefined && most > kinds) throw inputError(`column "event" holds ${most}, above ${kinds} kinds.`);
  const sorted = takeRows(time, order);
  const rows = distinctTimes(sorted);
  const table: LifeTable = {
    time: new Float64Array(rows),
    atRisk: new Float64Array(rows),
    events: Array.from({ length: kinds ?? Math.max(1, most) }, () => new Float64Array(rows)),
    censored: new Float64Array(rows),
  };
  const met = [table.censored, ...table.events];
  const isWeighted = observations.weight !== undefined;
  let row = rows;
  let later = 0;
  for (let at = sorted.length - 1; at >= 0; at--) {
    const index = order[at]!;
    if (row === rows || sorted[at] !== table.time[row]) table.time[--row] = sorted[at]!;
    const counts = isWeighted ? weight[index]! : 1;
    later += counts;
    table.atRisk[row] = later;
    met[event[index]!]![row]! += counts;
  }
  return table;
}

function takeRows(column: Float64Array, order: Uint32Array): Float64Array {
  const taken = new Float64Array(order.length);
  for (let at = 0; at < order.length; at++) taken[at] = column[order[at]!]!;
  return taken;
}

function largest(event: Uint8Array): number {
  let most = 0;
  for (let row = 0; row < event.length; row++) if (event[row]! > most) most = event[row]!;
  return most;
}

function distinctTimes(sorted: Float64Array): number {
  let rows = 0;
  for (let at = 0; at < sorted.length; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) rows++;
  return rows;
}

/** Events of any kind at each row. */
export function anyEvent({ events, time }: LifeTable): Float64Array {
  if (events.length === 1) return events[0]!;
  const all = new Float64Array(time.length);
  for (const kind of events) for (let row = 0; row < all.length; row++) all[row]! += kind[row]!;
  return all;
}

/** The rows after `elapsed`: what those see who are still going then. Empty when nobody was watched for longer. */
export function startingAfter(table: LifeTable, elapsed: number): LifeTable {
  const from = rowsUpTo(table.time, elapsed);
  const { time, atRisk, events, censored } = table;
  return {
    time: time.slice(from),
    atRisk: atRisk.slice(from),
    events: events.map((kind) => kind.slice(from)),
    censored: censored.slice(from),
  };
}

/** How many of ascending times are at most `time`: the row of a step function that holds at `time` is one less. */
export function rowsUpTo(times: ArrayLike<number>, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The value of a step function at `time`, `before` ahead of its first step. */
export function stepAt(times: ArrayLike<number>, values: ArrayLike<number>, time: number, before: number): number {
  const rows = rowsUpTo(times, time);
  return rows === 0 ? before : values[rows - 1]!;
}
