/** Sources and watchlists -> the issues whose silence is news: who leaves them out and why that matters. */
import type { Act } from "../model/act.js";
import type { Watchlist } from "../model/catalog.js";
import type { Unsaid } from "../model/comparison.js";
import type { Outcome } from "../model/problem.js";
import type { ComparisonCatalog, ComparisonOptions, ReadSource } from "./compare-acts.js";
import type { IssueTree } from "./issue-tree.js";

/** One entry an issue. An incomplete text is never called silent. Problem `watchlist-unknown`: the list asked for is not there. */
export function findUnsaid(sources: ReadSource[], catalog: ComparisonCatalog, options: ComparisonOptions, tree: IssueTree): Outcome<Unsaid[]> {
  const lists = options.watchlist ? catalog.watchlists.filter((list) => list.id === options.watchlist) : matching(sources, catalog.watchlists, options);
  if (options.watchlist && lists.length === 0) {
    const known = catalog.watchlists.map((list) => list.id).join(", ") || "none";
    return { value: [], problems: [{ level: "error", stage: "comparison", code: "watchlist-unknown", message: `No watchlist "${options.watchlist}". Known: ${known}.` }] };
  }
  const entries = new Map(lists.flatMap((list) => list.issues.map((entry) => [entry.issue, entry.because] as const)));
  const value = [...entries].flatMap(([issue, because]) => {
    const by = sources.filter(({ document, acts }) => document.complete && !raises(acts, issue, tree)).map(({ document }) => document.id);
    return by.length ? [{ issue, by, because }] : [];
  });
  return { value, problems: [] };
}

function matching(sources: ReadSource[], lists: Watchlist[], { participants = [] }: ComparisonOptions): Watchlist[] {
  const present = new Set([...sources.flatMap(({ document }) => document.parties), ...participants].flatMap((id) => [id, id.split(":")[0]!]));
  return lists.filter((list) => list.parties.every((side) => side.some((id) => present.has(id))));
}

/** A text raises an issue when an act bears it or a narrower one. */
function raises(acts: Act[], issue: string, tree: IssueTree): boolean {
  return acts.some((act) => act.issues.some((id) => id === issue || tree.isBroader(issue, id)));
}
