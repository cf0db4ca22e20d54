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

  /** Number of wider issues above this one: the more, the more specific. */
  depth(id: string): number {
    return this.above.get(id)?.size ?? 0;
  }

  isBroader(wide: string, narrow: string): boolean {
    return this.above.get(narrow)?.has(wide) ?? false;
  }

  /** 1 for the same issue, less for broader or narrower, least for the same family, 0 for unknown ids. */
  nearness(a: string, b: string, p: Parameters): number {
    if (a === b) return 1;
    if (this.isBroader(a, b) || this.isBroader(b, a)) return p.broaderCounts;
    const family = this.issues.get(a)?.family;
    return family !== undefined && family === this.issues.get(b)?.family ? p.familyCounts : 0;
  }

  nameOf(id: string): string {
    return this.issues.get(id)?.name ?? id;
  }
}
