/**
 * A fitted Cox model -> the test that its coefficients do not change with time.
 *
 * The score test for adding θ_j g(t) x_j to the model, at θ = 0, which is what R's cox.zph does since survival 3.0.
 * Source: Grambsch and Therneau 1994, Biometrika 81:515.
 */
import { chiSquaredUpperTail } from "../../numbers/distributions.js";
import { kaplanMeier } from "../kaplan-meier.js";
import { lifeTable, rowsUpTo } from "../life-table.js";
import { solve } from "../symmetric-matrix.js";
import type { ChiSquaredTest, CoxFit } from "./fit-cox.js";
import { type RiskSet, riskScores, sweepRiskSets } from "./risk-sets.js";

/** g(t): 1 less Kaplan-Meier just before t, t itself, or its logarithm. */
export type TimeScale = "km" | "identity" | "log";

export interface SchoenfeldTest {
  covariates: ({ name: string } & ChiSquaredTest)[];
  global: ChiSquaredTest;
}

export function schoenfeldTest(fit: CoxFit, scale: TimeScale = "km"): SchoenfeldTest {
  const { names } = fit.design;
  const sums = collect(fit, timeFunction(fit, scale));
  return {
    covariates: names.map((name, at) => ({ name, ...scoreTest(sums, [at]) })),
    global: scoreTest(
      sums,
      names.map((_, at) => at),
    ),
  };
}

interface Sums {
  /** Σ g (Z - z̄) over the deaths. */
  slope: number[];
  /** Σ V, Σ g V and Σ g² V. */
  information: [number[][], number[][], number[][]];
}

function collect({ design, scaled, ties }: CoxFit, g: (time: number) => number): Sums {
  const width = design.names.length;
  const square = () => Array.from({ length: width }, () => new Array<number>(width).fill(0));
  const sums: Sums = { slope: new Array<number>(width).fill(0), information: [square(), square(), square()] };
  const { risk } = riskScores(design, scaled.beta);
  sweepRiskSets(design, risk, ties, ({ deaths, removed, draws, mean, covariance }: RiskSet) => {
    const value = g(deaths.time);
    const share = deaths.weight * draws;
    const end = removed === 0 ? deaths.to : deaths.from;
    for (let row = deaths.from; row < end; row++) {
      if (design.event[row] === 0) continue;
      for (let a = 0; a < width; a++) sums.slope[a]! += value * design.weight[row]! * design.values[row * width + a]!;
    }
    for (let a = 0; a < width; a++) {
      sums.slope[a]! -= value * share * mean[a]!;
      for (let b = 0; b < width; b++) {
        const spread = share * covariance[a * width + b]!;
        sums.information[0][a]![b]! += spread;
        sums.information[1][a]![b]! += value * spread;
        sums.information[2][a]![b]! += value * value * spread;
      }
    }
  });
  return sums;
}

/** The score of the coefficients themselves is 0 at the maximum, so that of θ for the covariates `tested` is all. */
function scoreTest({ slope, information: [plain, once, twice] }: Sums, tested: readonly number[]): ChiSquaredTest {
  const top = plain.map((row, a) => [...row, ...tested.map((b) => once[a]![b]!)]);
  const bottom = tested.map((a) => [...once[a]!, ...tested.map((b) => twice[a]![b]!)]);
  const score = [...plain.map(() => 0), ...tested.map((a) => slope[a]!)];
  const chiSquared = solve([...top, ...bottom], score).reduce((sum, value, at) => sum + value * score[at]!, 0);
  return { chiSquared, degreesOfFreedom: tested.length, p: chiSquaredUpperTail(chiSquared, tested.length) };
}

/** Centred on the mean over the deaths, which changes no test and keeps the matrices well conditioned. */
function timeFunction({ design }: CoxFit, scale: TimeScale): (time: number) => number {
  const raw = scale === "km" ? beforeKaplanMeier(design) : scale === "log" ? Math.log : (time: number) => time;
  let [sum, deaths] = [0, 0];
  for (let row = 0; row < design.count; row++) {
    if (design.event[row] === 0) continue;
    sum += raw(design.time[row]!);
    deaths++;
  }
  return (time) => raw(time) - sum / deaths;
}

function beforeKaplanMeier({ time, event, weight }: CoxFit["design"]): (time: number) => number {
  const curve = kaplanMeier(lifeTable({ time, event, weight }));
  return (at) => {
    const rows = rowsUpTo(curve.time, at);
    const before = curve.time[rows - 1] === at ? rows - 2 : rows - 1;
    return before < 0 ? 0 : 1 - curve.survival[before]!;
  };
}
