/** Catalogue entries with `partOf` -> whether one is, may be, or cannot be among those that a term names. */
import { ReadoutError } from "../model/readout-error.js";

interface Entry {
  id: string;
  partOf: readonly string[];
}

export type Membership = "in" | "may-be" | "out";

/** The id under which a term covers everything. */
export const ANY = "any";

export class PartOf {
  private readonly wholes = new Map<string, ReadonlySet<string>>();

  /** Throws ReadoutError `part-of-circular`, naming the circle, and `part-of-unknown`. */
  constructor(entries: readonly Entry[], what: string) {
    const byId = new Map(entries.map((entry) => [entry.id, entry.partOf]));
    for (const { id } of entries) this.wholes.set(id, new Set(climb(id, byId, [], what)));
  }

  has(id: string): boolean {
    return id === ANY || this.wholes.has(id);
  }

  /** "may-be" where the incident's id is null, or is wider than what the term names ("infrastructure" for "energy"). */
  among(id: string | null, named: readonly string[]): Membership {
    if (named.includes(ANY)) return "in";
    if (id === null) return "may-be";
    if (named.some((one) => this.isPartOf(id, one))) return "in";
    return named.some((one) => this.isPartOf(one, id)) ? "may-be" : "out";
  }

  private isPartOf(inner: string, outer: string): boolean {
    return inner === outer || (this.wholes.get(inner)?.has(outer) ?? false);
  }
}

function climb(
  id: string,
  byId: ReadonlyMap<string, readonly string[]>,
  path: readonly string[],
  what: string,
): string[] {
  if (path.includes(id)) {
    const circle = [...path.slice(path.indexOf(id)), id].join(" is part of ");
    throw new ReadoutError("part-of-circular", `${what}: ${circle}. Take one "partOf" away.`, 2);
  }
  const wholes = byId.get(id);
  if (!wholes)
    throw new ReadoutError(
      "part-of-unknown",
      `${what}: "${path.at(-1)}" is part of "${id}", which does not exist. Add it or correct the name.`,
      2,
    );
  return wholes.flatMap((whole) => [whole, ...climb(whole, byId, [...path, id], what)]);
}
