/** Two weighted sets of features -> how much of them is shared, and by which features. */

/** Features (stems or issues) with their weights. */
export type Features = Map<string, number>;

export interface Overlap {
  /** 0 to 1. */
  value: number;
  /** Weight of the heaviest feature that both have, 0 where they share none. */
  best: number;
  /** Features of either side that were matched, to be discounted once the match is taken. */
  used: [string[], string[]];
}

/** The nearest of `rest` to a feature and what it counts of an equal one; null where none is near. */
export type Nearest = (key: string, rest: ReadonlySet<string>) => readonly [string, number] | null;

/**
 * Shared weight over the geometric mean of both weights: between containment in the smaller and share of the larger.
 * Equal features go first, then near ones, each used once. `damp` keeps little that is shared by little from counting
 * as much.
 */
export function overlap(a: Features, b: Features, damp: number, nearest: Nearest): Overlap {
  const used: Overlap["used"] = [[], []];
  let shared = 0;
  let best = 0;
  const take = (x: string, y: string, counts: number) => {
    const weight = counts * Math.min(a.get(x)!, b.get(y)!);
    shared += weight;
    best = Math.max(best, weight);
    used[0].push(x);
    used[1].push(y);
  };
  const rest = new Set([...b.keys()].filter((key) => !a.has(key)));
  for (const key of a.keys()) if (b.has(key)) take(key, key, 1);
  for (const key of a.keys()) {
    const near = b.has(key) || rest.size === 0 ? null : nearest(key, rest);
    if (!near) continue;
    rest.delete(near[0]);
    take(key, ...near);
  }
  return { value: shared / (Math.sqrt(massOf(a) * massOf(b)) + damp), best, used };
}

function massOf(features: Features): number {
  let sum = 0;
  for (const weight of features.values()) sum += weight;
  return sum;
}
