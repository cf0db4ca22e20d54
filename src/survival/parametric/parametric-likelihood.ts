/** A design and the shape of its error -> the log likelihood of log times, with slope and curvature. */
import type { Likelihood } from "../damped-newton.js";
import { meanAndScale } from "../observations.js";
import type { ErrorShape } from "./error-shapes.js";
import type { ParametricDesign } from "./parametric-design.js";

/** Parameters are β, then log σ unless σ is fixed at 1. The density is that of t, not of log t, as in R. */
export function parametricLikelihood(design: ParametricDesign, shape: ErrorShape, isFixed: boolean) {
  return (at: readonly number[]): Likelihood => {
    const width = design.names.length;
    const logScale = isFixed ? 0 : at[width]!;
    const scale = Math.exp(logScale);
    const sums = emptySums(at.length);
    for (let row = 0; row < design.count; row++) {
      const start = row * width;
      const isEvent = design.event[row]! > 0;
      let linear = 0;
      for (let a = 0; a < width; a++) linear += at[a]! * design.values[start + a]!;
      const w = (design.logTime[row]! - linear) / scale;
      const [value, slope, bend] = isEvent ? shape.logDensity(w) : shape.logSurvival(w);
      const weight = design.weight[row]!;
      sums.value += weight * (isEvent ? value - logScale - design.logTime[row]! : value);
      addRow(sums, design.values.subarray(start, start + width), { weight, slope, bend, scale });
      if (!isFixed)
        addScale(sums, design.values.subarray(start, start + width), { weight, slope, bend, scale, w, isEvent });
    }
    return sums;
  };
}

interface Pull {
  weight: number;
  /** First and second derivative of the row's term in w. */
  slope: number;
  bend: number;
  scale: number;
}

function emptySums(width: number): Likelihood {
  const information = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  return { value: 0, gradient: new Array<number>(width).fill(0), information };
}

function addRow({ gradient, information }: Likelihood, x: Float64Array, { weight, slope, bend, scale }: Pull): void {
  for (let a = 0; a < x.length; a++) {
    gradient[a]! -= (weight * slope * x[a]!) / scale;
    for (let b = 0; b < x.length; b++) information[a]![b]! -= (weight * bend * x[a]! * x[b]!) / (scale * scale);
  }
}

/** With d w / d log σ = -w. */
function addScale(
  { gradient, information }: Likelihood,
  x: Float64Array,
  { weight, slope, bend, scale, w, isEvent }: Pull & { w: number; isEvent: boolean },
): void {
  const last = x.length;
  gradient[last]! -= weight * (slope * w + (isEvent ? 1 : 0));
  information[last]![last]! -= weight * (bend * w * w + slope * w);
  for (let a = 0; a < last; a++) {
    const cross = (weight * (bend * w + slope) * x[a]!) / scale;
    information[a]![last]! -= cross;
    information[last]![a]! -= cross;
  }
}

/** The mean log time, covariates without effect, and the spread of log times. */
export function startOf({ names, logTime }: ParametricDesign, isFixed: boolean): number[] {
  const { mean, scale } = meanAndScale(logTime);
  const beta = names.map((_, at) => (at === 0 ? mean : 0));
  return isFixed ? beta : [...beta, Math.log(Math.max(scale, 0.01))];
}
