/** Lines -> which of them answer which part of the page: agreed by all, by some, undertaken by one, differing, conditions. */
import type { ActType } from "../../model/act.js";
import type { LineView, SideView } from "../../model/explainer.js";

export interface LineGroups {
  agreedByAll: number[];
  agreedBySome: number[];
  undertaken: number[];
  differ: number[];
  conditions: number[];
}

const AGREEING = new Set<ActType>(["agreed", "accepted"]);
const UNDERTAKING = new Set<ActType>(["pledged", "ordered"]);
const DEMANDING = new Set<ActType>(["conditioned", "demanded", "rejected"]);

/**
 * A line counts as agreed only where a source asserts an agreement: what was urged, hoped for or refused never does.
 * "By all" asks for every source of the line, and for more than one; numbers in the order of the lines.
 */
export function groupLines(lines: readonly LineView[]): LineGroups {
  const agreedByAll = lines.filter(
    ({ kind, sides }) => kind !== "contradicts" && sides.length > 1 && sides.every(agrees),
  );
  const agreedBySome = lines.filter((line) => line.sides.some(agrees) && !agreedByAll.includes(line));
  const agreed = [...agreedByAll, ...agreedBySome];
  const undertaken = lines.filter((line) => !agreed.includes(line) && line.sides.some(undertakes));
  const conditions = lines.filter((line) => line.sides.some(demands));
  const differ = lines.filter(({ kind }) => kind === "differs" || kind === "contradicts");
  return {
    agreedByAll: numbers(agreedByAll),
    agreedBySome: numbers(agreedBySome),
    undertaken: numbers(undertaken),
    differ: numbers(differ),
    conditions: numbers(conditions),
  };
}

function agrees({ act, veridicality }: SideView): boolean {
  return AGREEING.has(act) && veridicality === "asserted";
}

function undertakes({ act, veridicality }: SideView): boolean {
  return UNDERTAKING.has(act) && veridicality === "asserted";
}

function demands({ act, veridicality }: SideView): boolean {
  return DEMANDING.has(act) || veridicality === "conditional";
}

function numbers(lines: readonly LineView[]): number[] {
  return lines.map(({ number }) => number);
}
