/** Figures of several events -> intervals within which they would move had other events of the kind been marked. */

/** Numbers in [0, 1). */
export type Random = () => number;

export interface Interval {
  low: number;
  high: number;
}

/**
 * Percentile bootstrap over events (Efron and Tibshirani 1993, chapter 13): events are drawn with replacement, the figure
 * is computed anew, and the middle 95 in 100 are kept. Null for fewer than two events, where nothing can be drawn, and
 * where the figure could be computed in fewer than half of the draws.
 */
export function bootstrap<T>(
  events: readonly T[],
  figure: (drawn: readonly T[]) => number | null,
  { random, resamples }: { random: Random; resamples: number },
): Interval | null {
  if (events.length < 2) return null;
  const values: number[] = [];
  for (let k = 0; k < resamples; k += 1) {
    const value = figure(events.map(() => events[Math.floor(random() * events.length)]!));
    if (value !== null) values.push(value);
  }
  if (2 * values.length < resamples) return null;
  values.sort((a, b) => a - b);
  return { low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

/** Linear between the two nearest (type 7 in Hyndman and Fan 1996). */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at - Math.floor(at));
}

/** The same numbers for the same seed: mulberry32, 32 bits of state, enough to draw events. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
