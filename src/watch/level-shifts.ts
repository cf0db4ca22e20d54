/** Weekly totals of a feed -> the weeks at which its level moved for good, by binary segmentation. */

export interface LevelShift {
  /** The first second of the first week at the new level. */
  at: number;
  /** New rate over old. */
  ratio: number;
}

const WEEK = 7 * 86_400;
/** A level holds for two months, or it is weather. */
const SHORTEST_WEEKS = 8;
const SMALLEST_CHANGE = 1.2;
/** Twice the gain in log likelihood over the dispersion; chance alone passes it about once in 10,000 weeks. */
const CLEAREST_CHANCE = 15;
const MOST_WEEKS = 2_000;

/**
 * Splits at the week that explains most, again in each part, while the gain is clear and the rates differ by a fifth.
 * The dispersion is taken from neighbouring weeks, which a shift of level hardly moves. Source: binary segmentation,
 * Scott and Knott 1974, Biometrics 30:507; the statistic is a Poisson deviance scaled as in quasi-likelihood.
 */
export function levelShifts(count: (start: number, end: number) => number, first: number, last: number): LevelShift[] {
  const weeks = Math.min(Math.floor((last - first) / WEEK), MOST_WEEKS);
  const totals = Array.from({ length: weeks }, (_, week) => count(first + week * WEEK, first + (week + 1) * WEEK));
  const sums = [0];
  for (const total of totals) sums.push(sums.at(-1)! + total);
  return split({ sums, phi: neighbourDispersion(totals) }, 0, weeks).map(({ week, ratio }) => ({
    at: first + week * WEEK,
    ratio,
  }));
}

interface Weeks {
  sums: readonly number[];
  phi: number;
}

function neighbourDispersion(totals: readonly number[]): number {
  const pairs = totals.slice(1).map((total, at) => (total - totals[at]!) ** 2 / Math.max(1, total + totals[at]!));
  return pairs.length === 0 ? 1 : Math.max(1, pairs.reduce((a, b) => a + b) / pairs.length);
}

function split(weeks: Weeks, from: number, to: number): { week: number; ratio: number }[] {
  let best = { gain: 0, week: -1, ratio: 1 };
  for (let week = from + SHORTEST_WEEKS; week <= to - SHORTEST_WEEKS; week++) {
    const [before, after] = [weeks.sums[week]! - weeks.sums[from]!, weeks.sums[to]! - weeks.sums[week]!];
    const gain =
      (2 * (likelihood(before, week - from) + likelihood(after, to - week) - likelihood(before + after, to - from))) /
      weeks.phi;
    if (gain > best.gain) best = { gain, week, ratio: after / (to - week) / (Math.max(before, 0.5) / (week - from)) };
  }
  const isShift = best.gain > CLEAREST_CHANCE && Math.max(best.ratio, 1 / best.ratio) >= SMALLEST_CHANGE;
  return isShift ? [...split(weeks, from, best.week), best, ...split(weeks, best.week, to)] : [];
}

/** Poisson log likelihood at its best rate, without the terms that do not change. */
function likelihood(total: number, weeks: number): number {
  return total === 0 ? 0 : total * Math.log(total / weeks);
}
