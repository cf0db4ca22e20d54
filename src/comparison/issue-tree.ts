/** The catalogue's issues -> how near two issues are: equal, broader or narrower, apart. */
import type { Issue } from "../model/catalog.js";
import type { Parameters } from "./parameters.js";

export class IssueTree {
  private readonly issues: Map<string, Issue>;
  private readonly above = new Map<string, Set<string>>();

  constructor(issues: Issue[]) {
    this.issues = new Map(issues.map((issue) => [issue.id, issue]));
    for (const { id } of issues) this.above.set(id, this.climb(id, new Set()));
  }

  private climb(id: string, seen: Set<string>): Set<string> {
    for (const parent of this.issues.get(id)?.broader ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      this.climb(parent, seen);
    }
    return seen;
  }

  /** True where `wide` stands above `narrow`, at any remove. */
  isBroader(wide: string, narrow: string): boolean {
    return this.above.get(narrow)?.has(wide) ?? false;
  }

  /** The first of `rest` that is broader or narrower than an issue, and what it counts of an equal one; null where none is. */
  nearest(id: string, rest: ReadonlySet<string>, p: Parameters): readonly [string, number] | null {
    for (const other of rest)
      if (this.isBroader(id, other) || this.isBroader(other, id)) return [other, p.broaderCounts];
    return null;
  }

  /** True for what any contact has (tone, thanks, formats) or where it plays: the last to name an item by. */
  isAboutContact(id: string): boolean {
    return ["contact", "diplomacy", "region"].includes(this.issues.get(id)?.family ?? "");
  }

  /** The English name; the id itself for an issue that the catalogue does not have. */
  nameOf(id: string): string {
    return this.issues.get(id)?.name ?? id;
  }
}
