/**
 * Columns of times, events and covariates -> a Cox proportional hazards model.
 *
 * h(t | x) = h0(t) exp(β x); β maximises the partial likelihood, ties after Efron or Breslow. Errors are the inverse
 * information's, or robust where rows are clustered. Sources: Cox 1972, JRSS B 34:187; Efron 1977, JASA 72:557; Lin
 * and Wei 1989, JASA 84:1074; Therneau and Grambsch, Modeling Survival Data.
 */
import { chiSquaredUpperTail, normalQuantile, normalUpperTail } from "../../numbers/distributions.js";
import { type Likelihood, type Maximum, maximise } from "../damped-newton.js";
import { inputError } from "../observations.js";
import { dependentRow, invert, quadraticForm, solve } from "../symmetric-matrix.js";
import { type CoxColumns, type CoxDesign, coxDesign } from "./cox-design.js";
import { type Deaths, type RiskSet, riskScores, sweepRiskSets, type Ties } from "./risk-sets.js";
import { robustCovariance } from "./score-residuals.js";

export interface CoxOptions {
  ties?: Ties;
  /** Robust errors; without it when there are clusters. Each row is then its own cluster unless told otherwise. */
  robust?: boolean;
}

export interface Coefficient {
  name: string;
  coefficient: number;
  /** The robust one where errors are robust. */
  standardError: number;
  /** From the information alone. */
  naiveError: number;
  hazardRatio: number;
  /** 95% interval of the hazard ratio. */
  low: number;
  high: number;
  z: number;
  p: number;
}

export interface ChiSquaredTest {
  chiSquared: number;
  degreesOfFreedom: number;
  p: number;
}

export interface CoxFit {
  coefficients: Coefficient[];
  /** Of the coefficients, in their own units; robust where errors are. */
  covariance: number[][];
  /** Partial log likelihood at 0 and at the maximum. */
  logLikelihood: { null: number; fitted: number };
  tests: { likelihoodRatio: ChiSquaredTest; wald: ChiSquaredTest; score: ChiSquaredTest };
  count: number;
  events: number;
  ties: Ties;
  iterations: number;
  design: CoxDesign;
  /** Coefficients and naive covariance on the design's scale. */
  scaled: { beta: number[]; covariance: number[][] };
}

/**
 * Throws ReadoutError `survival-input` for bad columns, for covariates that depend on one another, and where a
 * covariate separates those with an event from all others, whose coefficient would be infinite.
 */
export function fitCox(columns: CoxColumns, { ties = "efron", robust }: CoxOptions = {}): CoxFit {
  const design = coxDesign(columns);
  const likelihood = (beta: number[]) => partialLikelihood(design, beta, ties);
  const start = likelihood(design.names.map(() => 0));
  refuseDependence(start, design);
  const maximum = maximise(
    likelihood,
    design.names.map(() => 0),
  );
  refuseInfinity(maximum, start, design);
  const naive = maximum.covariance!;
  const isRobust = robust ?? design.cluster !== null;
  const scaled = { beta: maximum.at, covariance: naive };
  const used = isRobust ? robustCovariance(design, scaled, ties) : naive;
  return {
    coefficients: design.names.map((_, at) => coefficientOf(design, at, scaled, used)),
    covariance: unscaled(used, design),
    logLikelihood: { null: start.value, fitted: maximum.value },
    tests: testsOf(start, maximum, used),
    count: design.count,
    events: design.eventCount,
    ties,
    iterations: maximum.iterations,
    design,
    scaled,
  };
}

/** At coefficients on the design's scale. */
export function partialLikelihood(design: CoxDesign, beta: number[], ties: Ties): Likelihood {
  const width = beta.length;
  const { linear, largest, risk } = riskScores(design, beta);
  const gradient = new Array<number>(width).fill(0);
  const information = new Float64Array(width * width);
  let value = 0;
  const addDeaths = ({ from, to }: Deaths) => {
    for (let row = from; row < to; row++) {
      if (design.event[row] === 0) continue;
      value += design.weight[row]! * (linear[row]! - largest);
      for (let at = 0; at < width; at++) gradient[at]! += design.weight[row]! * design.values[row * width + at]!;
    }
  };
  sweepRiskSets(design, risk, ties, ({ deaths, removed, draws, total, mean, covariance }: RiskSet) => {
    if (removed === 0) addDeaths(deaths);
    const share = deaths.weight * draws;
    value -= share * Math.log(total);
    for (let at = 0; at < width; at++) gradient[at]! -= share * mean[at]!;
    for (let at = 0; at < covariance.length; at++) information[at]! += share * covariance[at]!;
  });
  return { value, gradient, information: rowsOf(information, width) };
}

function rowsOf(flat: Float64Array, width: number): number[][] {
  return Array.from({ length: width }, (_, row) => [...flat.subarray(row * width, (row + 1) * width)]);
}

function refuseDependence({ information }: Likelihood, { names }: CoxDesign): void {
  const at = dependentRow(information, 1e-9);
  if (at === -1) return;
  const before = at === 0 ? "does not vary among those at risk" : `follows from ${quoted(names.slice(0, at))}`;
  throw inputError(`column "${names[at]}" ${before}, so its effect cannot be told apart. Leave it out.`);
}

/** A likelihood that climbs for ever flattens: its information vanishes while steps stay as long as before. */
function refuseInfinity(maximum: Maximum, start: Likelihood, { names, scales }: CoxDesign): void {
  const flat = maximum.information.map((row, at) => row[at]! / start.information[at]![at]!);
  if (maximum.converged && maximum.covariance && flat.every((share) => share > 1e-7)) return;
  const at = maximum.at.reduce(
    (most, value, place) => (Math.abs(value) > Math.abs(maximum.at[most]!) ? place : most),
    0,
  );
  const sign = maximum.at[at]! > 0 ? "higher" : "lower";
  throw inputError(
    `column "${names[at]}" separates the events from the rest: every event has the ${sign} value among those at risk, so its coefficient is infinite (beyond ${(maximum.at[at]! / scales[at]!).toPrecision(3)}). Leave it out or merge its values.`,
  );
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

function coefficientOf(
  { names, scales }: CoxDesign,
  at: number,
  { beta, covariance }: CoxFit["scaled"],
  used: number[][],
): Coefficient {
  const coefficient = beta[at]! / scales[at]!;
  const standardError = Math.sqrt(used[at]![at]!) / scales[at]!;
  const z = coefficient / standardError;
  const reach = normalQuantile(0.975) * standardError;
  return {
    name: names[at]!,
    coefficient,
    standardError,
    naiveError: Math.sqrt(covariance[at]![at]!) / scales[at]!,
    hazardRatio: Math.exp(coefficient),
    low: Math.exp(coefficient - reach),
    high: Math.exp(coefficient + reach),
    z,
    p: 2 * normalUpperTail(Math.abs(z)),
  };
}

function unscaled(covariance: readonly number[][], { scales }: CoxDesign): number[][] {
  return covariance.map((row, a) => row.map((value, b) => value / (scales[a]! * scales[b]!)));
}

function testsOf(start: Likelihood, maximum: Maximum, used: number[][]): CoxFit["tests"] {
  const test = (chiSquared: number): ChiSquaredTest => ({
    chiSquared,
    degreesOfFreedom: used.length,
    p: chiSquaredUpperTail(chiSquared, used.length),
  });
  const scored = solve(start.information, start.gradient);
  return {
    likelihoodRatio: test(2 * (maximum.value - start.value)),
    wald: test(quadraticForm(invert(used) ?? [], maximum.at)),
    score: test(scored.reduce((sum, value, at) => sum + value * start.gradient[at]!, 0)),
  };
}
