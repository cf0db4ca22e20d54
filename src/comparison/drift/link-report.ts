/** A report's clauses and a readout's -> pairs that tell of one matter, though the report may have taken its words away. */
import { linkPair } from "../align.js";
import type { Candidate } from "../cluster-acts.js";
import { classOf } from "../commitment-class.js";
import type { IssueTree } from "../issue-tree.js";
import type { Parameters } from "../parameters.js";
import type { TargetTree } from "../target-tree.js";

interface Trees {
  tree: IssueTree;
  targets: TargetTree;
  p: Parameters;
}

/** Share of the usual score that is asked of what is left without a partner. */
const LESS = 0.5;

/** [of the report, of the readout]; what is left without a partner is asked again with less, where both bind somebody. */
export function linkReport(
  report: Candidate[],
  readout: Candidate[],
  { tree, targets, p }: Trees,
): [Candidate, Candidate][] {
  const first = linkPair(report, readout, tree, p);
  const tied = new Set(first.flatMap(({ a, b }) => [a, b]));
  const open = (list: Candidate[]) => list.filter((one) => !tied.has(one));
  const less = { ...p, linkFrom: p.linkFrom * LESS, furtherFrom: Number.POSITIVE_INFINITY };
  const further = linkPair(open(report), open(readout), tree, less).filter(
    ({ a, b }) => (isBinding(a) && isBinding(b)) || sharesMatter(a, b, tree),
  );
  return [...first, ...further]
    .filter(({ a, b }) => isOneMatter(a, b, { tree, targets, p }))
    .map(({ a, b }) => (report.includes(a) ? [a, b] : [b, a]));
}

/** What binds, asks or refuses; talk that a report leaves out or puts in is its choice. */
export function isBinding({ main }: Candidate): boolean {
  return classOf(main) !== "talk" && main.veridicality !== "unasserted";
}

function sharesMatter(a: Candidate, b: Candidate, tree: IssueTree): boolean {
  return a.issues.some((id) => !tree.isAboutContact(id) && b.issues.includes(id));
}

/** Regions, tone and formats tie nothing: clauses that name matters must be near in one of them, or in what they cover. */
function isOneMatter(a: Candidate, b: Candidate, { tree, targets, p }: Trees): boolean {
  if (a.issues.length === 0 || b.issues.length === 0) return true;
  const [mine, theirs] = [a, b].map(({ issues }) => issues.filter((id) => !tree.isAboutContact(id)));
  if (mine!.length === 0 && theirs!.length === 0) return true;
  const rest = new Set(theirs);
  if (mine!.some((id) => rest.has(id) || tree.nearest(id, rest, p) !== null)) return true;
  const covers = ({ acts }: Candidate) => [...new Set(acts.flatMap(({ scope }) => scope.targets))];
  return !["disjoint", "unstated"].includes(targets.compare(covers(a), covers(b))) && covers(a).length > 0;
}
