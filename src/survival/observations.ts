/** Columns of times, events and weights as a caller has them -> checked typed columns, and the order of the times. */
import { ReadoutError } from "../model/readout-error.js";
import { sortOrder } from "../numbers/sort-order.js";

/** One row a subject, watched from 0 until `time`. */
export interface Observations {
  /** Until the event or the end of watching, in any one unit; finite and not negative. */
  time: ArrayLike<number>;
  /** 0 or false: still going when watching ended (censored); 1 or true: the event; 1…k where there are several kinds. */
  event: ArrayLike<number | boolean>;
  /** How many subjects the row stands for; finite and above 0. One each when left out. */
  weight?: ArrayLike<number> | undefined;
}

export interface CheckedObservations {
  count: number;
  time: Float64Array;
  event: Uint8Array;
  weight: Float64Array;
  /** Rows from the shortest time to the longest. */
  order: Uint32Array;
}

const MOST_KINDS = 255;

/** Throws ReadoutError `survival-input` that names the column, the row (from 1) and the value that is wrong. */
export function checkObservations({ time, event, weight }: Observations): CheckedObservations {
  const times = numberColumn(time, "time", (value) => (value < 0 ? "is negative; times are 0 or more" : null));
  const count = times.length;
  if (count === 0) throw inputError("there are no rows. Give at least one time and event.");
  const events = numberColumn(event, "event", (value) =>
    Number.isInteger(value) && value >= 0 && value <= MOST_KINDS
      ? null
      : `is no kind of event; write 0 for censored, 1 to ${MOST_KINDS} for an event`,
  );
  requireLength(events, count, "event");
  return {
    count,
    time: times,
    event: Uint8Array.from(events),
    weight: weight ? weightColumn(weight, count) : new Float64Array(count).fill(1),
    order: sortOrder(times),
  };
}

/** Finite weights above 0, one a row. Throws as checkObservations. */
export function weightColumn(weight: ArrayLike<number>, count: number): Float64Array {
  const weights = numberColumn(weight, "weight", (value) => (value <= 0 ? "is not above 0; leave the row out" : null));
  requireLength(weights, count, "weight");
  return weights;
}

/** A column of finite numbers; `fault` says what else may be wrong with one, null when nothing is. Throws as above. */
export function numberColumn(
  values: ArrayLike<unknown>,
  name: string,
  fault: (value: number) => string | null = () => null,
): Float64Array {
  const column = new Float64Array(values.length);
  for (let at = 0; at < column.length; at++) {
    const given = values[at];
    const value = typeof given === "boolean" ? Number(given) : (given as number);
    const wrong = faultOf(value) ?? fault(value);
    if (wrong !== null) throw inputError(`column "${name}", row ${at + 1}: ${shown(given)} ${wrong}.`);
    column[at] = value + 0;
  }
  return column;
}

function faultOf(value: unknown): string | null {
  if (Number.isFinite(value)) return null;
  if (value === null || value === undefined || Number.isNaN(value)) return "is missing; leave the row out or fill it";
  return typeof value === "number" ? "is not finite" : "is no number";
}

function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : String(value);
}

/** Mean and standard deviation; a column of one value has the scale 0, or near it. */
export function meanAndScale(column: Float64Array): { mean: number; scale: number } {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const scale = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
  return { mean, scale };
}

/** Throws ReadoutError `survival-input` where a column is longer or shorter than `count` rows. */
export function requireLength(column: ArrayLike<unknown>, count: number, name: string): void {
  if (column.length === count) return;
  throw inputError(`column "${name}" has ${column.length} rows and "time" has ${count}. Give one value a row.`);
}

/** What is wrong with the numbers that were given. */
export function inputError(message: string): ReadoutError {
  return new ReadoutError("survival-input", message);
}
