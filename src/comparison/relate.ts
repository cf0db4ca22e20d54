/** The members of an aligned group -> their relation (contract) and the differences that make it. */
import type { Difference } from "../model/comparison.js";
import type { Candidate } from "./cluster-acts.js";
import { findDifferences } from "./differences.js";
import type { Bearing, Found, Known, Side } from "./found-difference.js";
import type { Parameters } from "./parameters.js";

export interface Related {
  relation: string;
  differences: Difference[];
}

/** A candidate in its text, with all candidates of other texts that it is tied to. */
export interface Member {
  candidate: Candidate;
  text: string;
  partners: Candidate[];
}

const RELATION: Record<Bearing, string> = {
  contradiction: "contradicts",
  scope: "scope-differs",
  strength: "strength-differs",
};
const GRAVEST: Bearing[] = ["contradiction", "scope", "strength"];

/** `ids` are all sources compared; `sides` those that have the item. The first relation of the contract that holds. */
export function relate(ids: string[], sides: Member[], known: Known, p: Parameters): Related {
  if (sides.length === 1) return { relation: `only:${sides[0]!.candidate.source}`, differences: [] };
  const found = pairsOf(sides).flatMap(([a, b]) => findDifferences(facing(a, b), facing(b, a), known, p));
  const gravest = GRAVEST.find((bearing) => found.some((f) => f.bearing === bearing));
  if (gravest) return { relation: RELATION[gravest], differences: found.sort(byGravity).map((f) => f.difference) };
  if (sides.length < ids.length)
    return { relation: `some:${sides.map((side) => side.candidate.source).join(",")}`, differences: [] };
  return { relation: "both", differences: [] };
}

/** A member seen from another: of its partners those of the other's text are its rivals. */
function facing({ candidate, text, partners }: Member, other: Member): Side {
  return {
    candidate,
    text,
    rivals: partners.filter((partner) => partner !== other.candidate && partner.source === other.candidate.source),
  };
}

function byGravity(a: Found, b: Found): number {
  return GRAVEST.indexOf(a.bearing) - GRAVEST.indexOf(b.bearing);
}

function pairsOf<T>(list: T[]): [T, T][] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]));
}
