/** Two aligned candidates -> the issues that only one of them raises, where their words have little else in common. */
import { listed } from "../text/listed.js";
import type { Candidate } from "./cluster-acts.js";
import { difference, type Found, type Side } from "./found-difference.js";
import type { IssueTree } from "./issue-tree.js";
import type { Parameters } from "./parameters.js";
import { sharedTellingWords } from "./shared-words.js";

/**
 * "More aid" beside "aid for the harvest": one matter, but each text ties other issues to it. Issues that are wider or
 * narrower than one of the other side's, and those that any contact has, tell no difference.
 */
export function issuesDiffer(a: Side, b: Side, tree: IssueTree, p: Parameters): Found[] {
  if (sharedTellingWords(a.candidate, b.candidate) >= p.likeWordsFrom) return [];
  const [x, y] = [ownIssues(a.candidate, b.candidate, tree), ownIssues(b.candidate, a.candidate, tree)];
  if (x.length === 0 && y.length === 0) return [];
  const [mine, theirs] = [[a, x] as const, [b, y] as const];
  const [full, bare] = x.length > 0 ? [mine, theirs] : [theirs, mine];
  const because = [full, bare]
    .filter(([, issues]) => issues.length > 0)
    .map(
      ([side, issues], i) =>
        `${i === 0 ? "Only " : "only "}${side.candidate.source} ties it to ${listed(issues.map((id) => `“${tree.nameOf(id)}”`))}`,
    )
    .join(", ");
  const kind = bare[1].length > 0 ? "different" : "narrower";
  return [
    difference(
      "scope",
      "issues",
      kind,
      [full[0], named(full[1], tree)],
      [bare[0], named(bare[1], tree)],
      `${because}.`,
    ),
  ];
}

function ownIssues({ issues }: Candidate, other: Candidate, tree: IssueTree): string[] {
  return issues.filter(
    (id) =>
      !tree.isAboutContact(id) &&
      !other.issues.some((theirs) => theirs === id || tree.isBroader(theirs, id) || tree.isBroader(id, theirs)),
  );
}

function named(issues: readonly string[], tree: IssueTree): string {
  return issues.map((id) => tree.nameOf(id)).join(", ");
}
