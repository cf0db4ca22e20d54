/** The catalogue's issues -> how near two issues are: equal, broader or narrower, of one family, apart. */
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

  /** The nearest of `rest` to an issue: broader or narrower before one of the same family; null where none is. */
  nearest(id: string, rest: ReadonlySet<string>, p: Parameters): readonly [string, number] | null {
    let best: readonly [string, number] | null = null;
    for (const other of rest) {
      const counts = this.nearness(id, other, p);
      if (counts > (best?.[1] ?? 0)) best = [other, counts];
    }
    return best;
  }

  private nearness(a: string, b: string, p: Parameters): number {
    if (this.isBroader(a, b) || this.isBroader(b, a)) return p.broaderCounts;
    const family = this.issues.get(a)?.family;
    return family !== undefined && family === this.issues.get(b)?.family ? p.familyCounts : 0;
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
