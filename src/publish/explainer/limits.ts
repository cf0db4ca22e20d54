/** The sources and how they compare -> what the page cannot tell, each reason a code with its values. */
import type { Comparison } from "../../model/comparison.js";
import type { Limit, SourceView } from "../../model/explainer.js";
import type { Holding } from "../../model/holding.js";
import type { Weighing } from "../../model/weighing.js";
import { listed } from "../names.js";

/** In the order in which they matter; codes are ids of `catalog/interface/limits.yaml`. */
export function limitsOf(sources: readonly SourceView[], { items }: Comparison): Limit[] {
  const unnamed = items.filter(({ sources: sides }) =>
    Object.values(sides).some((side) => side?.actors.length === 0 || side?.actors.includes("?")),
  ).length;
  return [
    limit("limit-truth"),
    limit("limit-engine"),
    ...named(
      "limit-digest",
      sources.filter(({ digest }) => digest),
    ),
    ...named(
      "limit-translated",
      sources.filter(({ translated }) => translated),
    ),
    ...named(
      "limit-incomplete",
      sources.filter(({ complete }) => !complete),
    ),
    ...(unnamed > 0 ? [limit("limit-unnamed", { count: unnamed })] : []),
    ...(sources.length < 2 ? [limit("limit-one-text")] : []),
  ];
}

/** What can be told of whether it holds and lasts, as far as the dossier has anything on it. */
export function limitsOfFate({
  holdings,
  weighings,
}: {
  holdings: readonly Holding[];
  weighings: readonly Weighing[];
}): Limit[] {
  const counted = holdings.some(({ report }) => report !== null);
  return [
    ...(holdings.length > 0 ? [limit(counted ? "limit-counts" : "limit-holding")] : []),
    ...(weighings.length > 0 ? [limit("limit-future")] : []),
  ];
}

function named(code: string, sources: readonly SourceView[]): Limit[] {
  return sources.length > 0 ? [limit(code, { sources: listed(sources.map(({ name }) => name)) })] : [];
}

function limit(code: string, values: Limit["values"] = {}): Limit {
  return { code, values };
}
