/** Columns as a caller has them -> the design of a Cox model: checked, centred, scaled, and sorted by stratum and time. */
import {
  checkObservations,
  inputError,
  meanAndScale,
  numberColumn,
  type Observations,
  requireLength,
} from "../observations.js";

export interface CoxColumns extends Observations {
  /** By name; at least one. */
  covariates: Readonly<Record<string, ArrayLike<number>>>;
  /** Each stratum has a baseline hazard of its own. */
  strata?: ArrayLike<string | number> | undefined;
  /** Rows of one cluster are not independent: errors are then robust. */
  cluster?: ArrayLike<string | number> | undefined;
}

/** Rows are sorted by stratum, then from the longest time to the shortest. */
export interface CoxDesign {
  count: number;
  names: string[];
  time: Float64Array;
  event: Uint8Array;
  weight: Float64Array;
  /** Index of each row's stratum in `strataNames`. */
  stratum: Uint32Array;
  strataNames: string[];
  /** Index of each row's cluster below `count`, null without clusters. */
  cluster: { code: Uint32Array; count: number } | null;
  /** (value - mean) / scale, row after row. */
  values: Float64Array;
  means: Float64Array;
  scales: Float64Array;
  /** Which row of the caller each row is. */
  source: Uint32Array;
  eventCount: number;
}

/** Throws ReadoutError `survival-input` that names column and row, or says that no event or no covariate is there. */
export function coxDesign(columns: CoxColumns): CoxDesign {
  const checked = checkObservations(columns);
  const { count } = checked;
  const names = Object.keys(columns.covariates);
  if (names.length === 0) throw inputError("a Cox model needs at least one covariate.");
  const eventCount = checked.event.reduce((sum, kind) => sum + (kind > 0 ? 1 : 0), 0);
  if (eventCount === 0)
    throw inputError(`column "event" holds no event among ${count} rows, so nothing can be fitted.`);
  const strata = codes(columns.strata, count, "strata") ?? { code: new Uint32Array(count), names: ["all"] };
  const source = checked.order.toReversed();
  if (strata.names.length > 1) source.sort((a, b) => strata.code[a]! - strata.code[b]!);
  const take = <T extends Float64Array | Uint32Array | Uint8Array>(column: T): T =>
    column.map((_, at) => column[source[at]!]!) as T;
  const cluster = codes(columns.cluster, count, "cluster");
  return {
    count,
    names,
    time: take(checked.time),
    event: take(checked.event),
    weight: take(checked.weight),
    stratum: take(strata.code),
    strataNames: strata.names,
    cluster: cluster && { code: take(cluster.code), count: cluster.names.length },
    ...standardised(columns.covariates, names, source),
    source,
    eventCount,
  };
}

/** Numbers for names, null where there is no such column. */
function codes(column: ArrayLike<string | number> | undefined, count: number, name: string) {
  if (!column) return null;
  requireLength(column, count, name);
  const places = new Map<string, number>();
  const code = Uint32Array.from(column, (value, at) => {
    if (value === null || value === undefined || Number.isNaN(value))
      throw inputError(`column "${name}", row ${at + 1}: ${value} is missing; leave the row out or fill it.`);
    const key = String(value);
    if (!places.has(key)) places.set(key, places.size);
    return places.get(key)!;
  });
  return { code, names: [...places.keys()] };
}

function standardised(covariates: CoxColumns["covariates"], names: readonly string[], source: Uint32Array) {
  const count = source.length;
  const values = new Float64Array(count * names.length);
  const [means, scales] = [new Float64Array(names.length), new Float64Array(names.length)];
  for (const [at, name] of names.entries()) {
    const column = numberColumn(covariates[name]!, name);
    requireLength(column, count, name);
    const { mean, scale } = meanAndScale(column);
    if (!(scale > 1e-12 * Math.abs(mean)))
      throw inputError(`column "${name}" holds one value only, ${column[0]}, and explains nothing. Leave it out.`);
    for (let row = 0; row < count; row++) values[row * names.length + at] = (column[source[row]!]! - mean) / scale;
    means[at] = mean;
    scales[at] = scale;
  }
  return { values, means, scales };
}
