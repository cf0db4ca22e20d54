/** Two comparisons of the same texts under other labels -> how much of the one is in the other: labels should decide nothing. */
import type { Comparison, Item } from "../model/comparison.js";

export interface Probe {
  /** Items of the first comparison. */
  items: number;
  /** Those of them that the second has with the same words on each side. */
  kept: number;
  /** Those of them that also have the same relation. */
  same: number;
}

/** `rename` maps an id of the first comparison to the id that the same text has in the second. */
export function probe(first: Comparison, second: Comparison, rename: (id: string) => string): Probe {
  const others = new Map(second.items.map((item) => [wordsOf(item, (id) => id), item]));
  const found = first.items.map((item) => [item, others.get(wordsOf(item, rename))] as const);
  const kept = found.filter((pair): pair is [Item, Item] => pair[1] !== undefined);
  const same = kept.filter(([item, other]) => relationOf(item, rename) === relationOf(other, (id) => id));
  return { items: first.items.length, kept: kept.length, same: same.length };
}

export function addProbes(a: Probe, b: Probe): Probe {
  return { items: a.items + b.items, kept: a.kept + b.kept, same: a.same + b.same };
}

function wordsOf({ sources }: Item, rename: (id: string) => string): string {
  const sides = Object.entries(sources).flatMap(([id, side]) =>
    side ? [`${rename(id)}:${side.spans.map(({ start, end }) => `${start}-${end}`).join(",")}`] : [],
  );
  return sides.sort().join(" ");
}

/** The ids in `only:` and `some:` in an order of their own. */
function relationOf({ relation }: Item, rename: (id: string) => string): string {
  const [kind, ids] = relation.split(/:(.*)/s) as [string, string?];
  return ids === undefined ? kind : `${kind}:${ids.split(",").map(rename).sort().join(",")}`;
}
