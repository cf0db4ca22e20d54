/** The catalogue's targets -> how one set of targets relates to another: equal, narrower, broader, disjoint, overlapping. */
import type { Target } from "../model/catalog.js";

export type SetRelation = "equal" | "narrower" | "broader" | "disjoint" | "overlapping" | "unstated";

export class TargetTree {
  private readonly targets: Map<string, Target>;

  constructor(targets: Target[]) {
    this.targets = new Map(targets.map((target) => [target.id, target]));
  }

  /** True where `inner` is `outer` or a part of it. */
  isPartOf(inner: string, outer: string, seen = new Set<string>()): boolean {
    if (inner === outer) return true;
    if (seen.has(inner)) return false;
    seen.add(inner);
    return (this.targets.get(inner)?.partOf ?? []).some((parent) => this.isPartOf(parent, outer, seen));
  }

  /** How `a` stands to `b`: narrower when every target of `a` is within `b` and not the other way round. */
  compare(a: readonly string[], b: readonly string[]): SetRelation {
    return compareSets(a, b, (inner, outer) => this.isPartOf(inner, outer));
  }
}

/** How `a` stands to `b` under a part-of relation; "unstated" where exactly one is empty, "equal" where both are. */
export function compareSets(
  a: readonly string[],
  b: readonly string[],
  isPartOf: (inner: string, outer: string) => boolean = (x, y) => x === y,
): SetRelation {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? "equal" : "unstated";
  const within = a.every((x) => b.some((y) => isPartOf(x, y)));
  const around = b.every((x) => a.some((y) => isPartOf(x, y)));
  if (within) return around ? "equal" : "narrower";
  if (around) return "broader";
  return a.some((x) => b.some((y) => isPartOf(x, y) || isPartOf(y, x))) ? "overlapping" : "disjoint";
}
