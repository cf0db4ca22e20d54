/** A log likelihood with its slope and curvature -> where it is largest, by Newton's method with damping. */
import { invert, solve } from "./symmetric-matrix.js";

export interface Likelihood {
  value: number;
  gradient: number[];
  /** Minus the matrix of second derivatives. */
  information: number[][];
}

export interface Maximum extends Likelihood {
  at: number[];
  /** Inverse of the information; null where it is singular. */
  covariance: number[][] | null;
  iterations: number;
  /** False where the steps never became small: a ridge, or a maximum at infinity. */
  converged: boolean;
  /** The last step, as far from 0 as the search was from its end. */
  step: number[];
}

const MOST_ITERATIONS = 60;
const MOST_DAMPINGS = 40;
/** Steps below this share of the coefficient (at least 1) are the end; the next would be its square. */
const SMALL_STEP = 1e-9;

/**
 * Each step solves (I + λ diag I) step = gradient; λ is 0 while steps climb, and grows until one does. Source:
 * Levenberg 1944, Quart Appl Math 2:164. Parameters should be of like scale.
 */
export function maximise(likelihood: (at: number[]) => Likelihood, start: readonly number[]): Maximum {
  let at = [...start];
  let here = likelihood(at);
  let [damping, step] = [0, start.map(() => Number.POSITIVE_INFINITY)];
  let iterations = 0;
  while (iterations < MOST_ITERATIONS && !isSmall(step, at)) {
    iterations++;
    const move = climb(likelihood, at, here, damping);
    if (!move) break;
    [at, here, damping, step] = [move.at, move.here, move.damping < 1e-6 ? 0 : move.damping / 10, move.step];
  }
  return { ...here, at, covariance: invert(here.information), iterations, converged: isSmall(step, at), step };
}

function climb(likelihood: (at: number[]) => Likelihood, at: readonly number[], here: Likelihood, from: number) {
  const slack = 1e-12 * Math.abs(here.value);
  for (let attempt = 0, damping = from; attempt < MOST_DAMPINGS; attempt++, damping = damping * 4 || 1e-3) {
    const step = solve(damped(here.information, damping), here.gradient);
    if (!step.every(Number.isFinite)) continue;
    const next = at.map((value, place) => value + step[place]!);
    const there = likelihood(next);
    if (there.value >= here.value - slack) return { at: next, here: there, damping, step };
  }
  return null;
}

function damped(information: readonly number[][], damping: number): number[][] {
  return information.map((row, a) =>
    row.map((value, b) => (a === b ? value + damping * (Math.abs(value) + 1e-8) : value)),
  );
}

function isSmall(step: readonly number[], at: readonly number[]): boolean {
  return step.every((value, place) => Math.abs(value) <= SMALL_STEP * Math.max(1, Math.abs(at[place]!)));
}
