/**
 * A fitted Cox model -> each row's share of the score, and from these the robust (sandwich) covariance.
 *
 * U_i = δ_i (Z_i - z̄(t_i)) - r_i Σ_{t <= t_i} (Z_i - z̄(t)) dΛ(t); with Efron's ties a dead row counts for 1 - k/d in the
 * k-th draw, and z̄ of its own time is the mean over the draws. Source: Therneau and Grambsch, 4.6 and 7.2.
 */
import type { CoxDesign } from "./cox-design.js";
import { type RiskSet, riskScores, sweepRiskSets, type Ties } from "./risk-sets.js";

type Scaled = { beta: readonly number[]; covariance: readonly number[][] };

/** On the design's scale. Rows of one cluster are summed first; without clusters each row is one. */
export function robustCovariance(design: CoxDesign, { beta, covariance }: Scaled, ties: Ties): number[][] {
  const width = beta.length;
  const scores = scoreResiduals(design, beta, ties);
  const sums = Array.from({ length: design.cluster?.count ?? design.count }, () => new Float64Array(width));
  for (let row = 0; row < design.count; row++) {
    const sum = sums[design.cluster?.code[row] ?? row]!;
    for (let at = 0; at < width; at++) sum[at]! += design.weight[row]! * scores[row * width + at]!;
  }
  const moved = sums.map((sum) =>
    covariance.map((row) => row.reduce((total, value, at) => total + value * sum[at]!, 0)),
  );
  return beta.map((_, a) => beta.map((__, b) => moved.reduce((total, change) => total + change[a]! * change[b]!, 0)));
}

/** Row after row, on the design's scale, weights not yet applied. */
export function scoreResiduals(design: CoxDesign, beta: readonly number[], ties: Ties): Float64Array {
  const { risk } = riskScores(design, beta);
  const steps = hazardSteps(design, risk, ties).toReversed();
  const scores = new Float64Array(design.count * beta.length);
  const width = beta.length;
  const passed = { hazard: 0, mean: new Float64Array(width) };
  let next = 0;
  for (const stratumRows of strataFromShortest(design)) {
    passed.hazard = 0;
    passed.mean.fill(0);
    for (const row of stratumRows) {
      while (
        next < steps.length &&
        steps[next]!.stratum === design.stratum[row]! &&
        steps[next]!.time <= design.time[row]!
      )
        pass(steps[next++]!, passed);
      const last = steps[next - 1];
      const died = design.event[row]! > 0 && last ? last : null;
      for (let at = 0; at < width; at++) {
        const z = design.values[row * width + at]!;
        const held = passed.hazard * z - passed.mean[at]!;
        const spared = died ? died.sparedHazard * z - died.sparedMean[at]! : 0;
        scores[row * width + at] = (died ? z - died.mean[at]! : 0) - risk[row]! * (held - spared);
      }
    }
  }
  return scores;
}

interface HazardStep {
  time: number;
  stratum: number;
  hazard: number;
  /** ∫ z̄ dΛ over the draws of this time. */
  meanHazard: Float64Array;
  /** Parts of the two above that the dead of this time do not share: the k/d of each draw. */
  sparedHazard: number;
  sparedMean: Float64Array;
  /** z̄ over the draws. */
  mean: Float64Array;
}

/** One a time with deaths, in the order of the sweep. */
function hazardSteps(design: CoxDesign, risk: Float64Array, ties: Ties): HazardStep[] {
  const steps: HazardStep[] = [];
  const width = design.names.length;
  sweepRiskSets(design, risk, ties, ({ deaths, removed, draws, total, mean }: RiskSet) => {
    if (removed === 0) steps.push(emptyStep(deaths.time, deaths.stratum, width));
    const step = steps.at(-1)!;
    const increase = (deaths.weight * draws) / total;
    step.hazard += increase;
    step.sparedHazard += removed * increase;
    for (let at = 0; at < width; at++) {
      step.meanHazard[at]! += mean[at]! * increase;
      step.sparedMean[at]! += removed * mean[at]! * increase;
      step.mean[at]! += (mean[at]! * draws) / deaths.count;
    }
  });
  return steps;
}

function emptyStep(time: number, stratum: number, width: number): HazardStep {
  const zeros = () => new Float64Array(width);
  return { time, stratum, hazard: 0, sparedHazard: 0, meanHazard: zeros(), sparedMean: zeros(), mean: zeros() };
}

function pass(step: HazardStep, passed: { hazard: number; mean: Float64Array }): void {
  passed.hazard += step.hazard;
  for (let at = 0; at < passed.mean.length; at++) passed.mean[at]! += step.meanHazard[at]!;
}

/** Rows of each stratum from the shortest time up; the last stratum first, as the reversed sweep has them. */
function* strataFromShortest({ count, stratum }: CoxDesign): Generator<number[]> {
  for (let end = count; end > 0; ) {
    let from = end;
    while (from > 0 && stratum[from - 1] === stratum[end - 1]) from--;
    yield Array.from({ length: end - from }, (_, at) => end - 1 - at);
    end = from;
  }
}
