/** The members of an aligned group -> their relation (contract) and the differences that make it. */
import type { Difference } from "../model/comparison.js";
import { findDifferences } from "./differences.js";
import type { Bearing, Found, Side } from "./found-difference.js";
import type { Parameters } from "./parameters.js";
import type { TargetTree } from "./target-tree.js";

export interface Related {
  relation: string;
  differences: Difference[];
}

const RELATION: Record<Bearing, string> = { contradiction: "contradicts", scope: "scope-differs", strength: "strength-differs" };
const GRAVEST: Bearing[] = ["contradiction", "scope", "strength"];

/** `ids` are all sources compared; `sides` those that have the item. The first relation of the contract that holds. */
export function relate(ids: string[], sides: Side[], targets: TargetTree, p: Parameters): Related {
  if (sides.length === 1) return { relation: `only:${sides[0]!.candidate.source}`, differences: [] };
  const found = pairsOf(sides).flatMap(([a, b]) => findDifferences(a, b, targets, p));
  const gravest = GRAVEST.find((bearing) => found.some((f) => f.bearing === bearing));
  if (gravest) return { relation: RELATION[gravest], differences: found.sort(byGravity).map((f) => f.difference) };
  if (sides.length < ids.length) return { relation: `some:${sides.map((side) => side.candidate.source).join(",")}`, differences: [] };
  return { relation: "both", differences: [] };
}

function byGravity(a: Found, b: Found): number {
  return GRAVEST.indexOf(a.bearing) - GRAVEST.indexOf(b.bearing);
}

function pairsOf<T>(list: T[]): [T, T][] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]));
}
