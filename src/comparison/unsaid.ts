/** Sources and watchlists -> the issues whose silence is news: who leaves them out and why that matters. */
import type { Issue, Watchlist } from "../model/catalog.js";
import type { Unsaid } from "../model/comparison.js";
import type { Outcome } from "../model/problem.js";
import { issuesInText } from "../text/issues-in-text.js";
import type { ComparisonCatalog, ComparisonOptions, ReadSource } from "./compare-acts.js";
import type { IssueTree } from "./issue-tree.js";

/**
 * One entry an issue, in the order of the lists. An incomplete text is never called silent, nor one that touches the
 * issue or a narrower one in passing. Problem `watchlist-unknown`: the list asked for is not in the catalogue.
 */
export function findUnsaid(
  sources: ReadSource[],
  catalog: ComparisonCatalog,
  options: ComparisonOptions,
  tree: IssueTree,
): Outcome<Unsaid[]> {
  const named = options.watchlist ?? null;
  const lists = catalog.watchlists.filter((list) =>
    named === null ? concerns(list, sources, options) : list.id === named,
  );
  if (named !== null && lists.length === 0) return { value: [], problems: [unknownList(named, catalog)] };
  const because = new Map(lists.flatMap((list) => list.issues.map((entry) => [entry.issue, entry.because] as const)));
  const narrower = new Map(
    [...because.keys()].map((id) => [
      id,
      catalog.issues.filter((issue) => issue.id === id || tree.isBroader(id, issue.id)),
    ]),
  );
  const raised = new Map(
    sources.map((source) => [source, raisedBy(source, [...new Set([...narrower.values()].flat())])]),
  );
  const value = [...because].flatMap(([issue, why]) => {
    const silent = sources.filter(
      (source) => source.document.complete && !narrower.get(issue)!.some(({ id }) => raised.get(source)!.has(id)),
    );
    return silent.length ? [{ issue, by: silent.map(({ document }) => document.id), because: why }] : [];
  });
  return { value, problems: [] };
}

/** The list applies when the sources or participants include one of each of its groups of parties. */
function concerns(list: Watchlist, sources: ReadSource[], { participants = [] }: ComparisonOptions): boolean {
  const present = new Set(
    [...sources.flatMap(({ document }) => document.parties), ...participants].map((id) => id.split(":")[0]!),
  );
  return list.parties.every((group) => group.some((id) => present.has(id)));
}

function raisedBy({ document, acts }: ReadSource, issues: Issue[]): Set<string> {
  return new Set([...acts.flatMap((act) => act.issues), ...(issues.length ? issuesInText(document.text, issues) : [])]);
}

function unknownList(id: string, { watchlists }: ComparisonCatalog): Outcome<never>["problems"][number] {
  const known = watchlists.map((list) => list.id).join(", ") || "none";
  return {
    level: "error",
    stage: "comparison",
    code: "watchlist-unknown",
    message: `No watchlist "${id}" in the catalogue. Choose one of: ${known}.`,
  };
}
