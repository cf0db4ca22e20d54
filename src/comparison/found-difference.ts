/** One difference between two sides of an item, as it is found: what it bears on and how the contract prints it. */
import type { Difference } from "../model/comparison.js";
import { wordsKeyOf } from "../model/words-key.js";
import type { Candidate } from "./cluster-acts.js";
import type { IssueTree } from "./issue-tree.js";
import type { TargetTree } from "./target-tree.js";

/** What a difference bears on; the relation of an item follows from the gravest. */
export type Bearing = "contradiction" | "scope" | "strength";

export interface Found {
  bearing: Bearing;
  difference: Difference;
}

/** One side of a comparison: the candidate and the whole text it stands in. */
export interface Side {
  candidate: Candidate;
  text: string;
  /** Further candidates of the other text that this one is tied to: what bears on them is compared there. */
  rivals: Candidate[];
}

/** Display names of ids, for the sentences on what differs. */
export interface TermNames {
  actor(id: string): string;
  target(id: string): string;
}

/** What the catalogue tells of the ids in acts: how targets and issues stand to one another, what a reader calls them. */
export interface Known {
  targets: TargetTree;
  issues: IssueTree;
  names: TermNames;
}

/** A difference as the contract prints it; the side that says more comes first. `kind` is that of `x` seen from `y`. */
export function difference(
  bearing: Bearing,
  field: string,
  kind: string,
  [x, xWords]: readonly [Side, string],
  [y, yWords]: readonly [Side, string],
  because: string,
): Found {
  const [inId, thanId] = [x.candidate.source, y.candidate.source];
  const words = { [wordsKeyOf(inId)]: xWords, [wordsKeyOf(thanId)]: yWords };
  return { bearing, difference: { field, kind, in: inId, than: thanId, because, ...words } };
}
