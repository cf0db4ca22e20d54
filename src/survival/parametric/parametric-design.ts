/** Columns as a caller has them -> the design of a parametric model, checked, centred and scaled; and its answers unscaled. */
import {
  checkObservations,
  inputError,
  meanAndScale,
  numberColumn,
  type Observations,
  requireLength,
} from "../observations.js";
import { dependentRow } from "../symmetric-matrix.js";

export interface ParametricColumns extends Observations {
  /** By name; none for a model of the intercept alone. */
  covariates?: Readonly<Record<string, ArrayLike<number>>> | undefined;
}

export interface ParametricDesign {
  count: number;
  events: number;
  /** "(intercept)" first. */
  names: string[];
  logTime: Float64Array;
  event: Uint8Array;
  weight: Float64Array;
  /** Row after row: 1, then (value - mean) / scale of each covariate. */
  values: Float64Array;
  means: number[];
  scales: number[];
}

/** Throws ReadoutError `survival-input` that names column and row, or says what cannot be fitted. */
export function parametricDesign(columns: ParametricColumns): ParametricDesign {
  const { count, time, event, weight } = checkObservations(columns);
  const atZero = time.indexOf(0);
  if (atZero !== -1)
    throw inputError(`column "time", row ${atZero + 1}: 0 has no logarithm. Times of this model are above 0.`);
  const events = event.reduce((sum, kind) => sum + (kind > 0 ? 1 : 0), 0);
  if (events === 0) throw inputError(`column "event" holds no event among ${count} rows, so nothing can be fitted.`);
  const covariates = Object.entries(columns.covariates ?? {});
  const names = ["(intercept)", ...covariates.map(([name]) => name)];
  const values = new Float64Array(count * names.length).fill(1);
  const [means, scales] = [[0], [1]];
  for (const [at, [name, given]] of covariates.entries()) {
    const column = numberColumn(given, name);
    requireLength(column, count, name);
    const { mean, scale } = meanAndScale(column);
    for (let row = 0; row < count; row++) values[row * names.length + at + 1] = (column[row]! - mean) / scale;
    means.push(mean);
    scales.push(scale);
  }
  refuseDependence(values, names);
  return { count, events, names, logTime: time.map(Math.log), event, weight, values, means, scales };
}

function refuseDependence(values: Float64Array, names: readonly string[]): void {
  const width = names.length;
  const product = names.map(() => new Array<number>(width).fill(0));
  for (let start = 0; start < values.length; start += width) {
    for (let a = 0; a < width; a++)
      for (let b = 0; b < width; b++) product[a]![b]! += values[start + a]! * values[start + b]!;
  }
  const at = dependentRow(product, 1e-9);
  if (at === -1) return;
  throw inputError(
    `column "${names[at]}" follows from the columns before it, so its effect cannot be told apart. Leave it out.`,
  );
}

/** Parameters found on the design's scale, in the caller's units: T θ and T C Tᵀ; log σ stays as it is. */
export function transformation(
  { means, scales }: ParametricDesign,
  at: readonly number[],
  covariance: readonly number[][],
): { coefficients: number[]; covariance: number[][] } {
  const matrix = at.map((_, row) =>
    at.map((__, column) => {
      if (row === 0 && column > 0 && column < means.length) return -means[column]! / scales[column]!;
      return row === column ? 1 / (scales[row] ?? 1) : 0;
    }),
  );
  const half = matrix.map((row) =>
    at.map((_, b) => row.reduce((sum, value, k) => sum + value * covariance[k]![b]!, 0)),
  );
  return {
    coefficients: matrix.map((row) => row.reduce((sum, value, k) => sum + value * at[k]!, 0)),
    covariance: half.map((row) => matrix.map((other) => row.reduce((sum, value, k) => sum + value * other[k]!, 0))),
  };
}
