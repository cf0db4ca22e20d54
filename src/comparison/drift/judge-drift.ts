/** A report's clause and the readout's that it tells of -> in which ways the report drifts from the readout. */
import type { Document } from "../../model/document.js";
import type { Drift } from "../../model/drift.js";
import type { Candidate } from "../cluster-acts.js";
import { classOf } from "../commitment-class.js";
import type { IssueTree } from "../issue-tree.js";
import type { TargetTree } from "../target-tree.js";
import { conditionDrift, forceDrift } from "./force.js";
import { scopeDrift } from "./scope.js";
import { actorDrift } from "./whose.js";

/** Gravest first. What binds otherwise, or somebody else, is not asked for its scope: the words are no longer of one thing. */
export function judgeDrift(
  report: Candidate,
  readout: Candidate,
  { targets }: { targets: TargetTree; tree: IssueTree },
): Omit<Drift, "from">[] {
  const actors = actorDrift(report.main, readout.main);
  const force = forceDrift(report.main, readout.main);
  if (actors?.kind === "mis-attributes") return [actors];
  if (force) return [force];
  const condition = conditionDrift(report.main, readout.main);
  if (condition) return [condition];
  if (classOf(readout.main) === "talk") return [];
  return [...(actors ? [actors] : []), ...scopeDrift(report, readout, targets)];
}

/** The report lays to one party what another's readout says. */
export function misattributed(report: Candidate, said: Document, has: Document, theirs: Candidate | undefined): Drift {
  return {
    kind: "mis-attributes",
    from: said.id,
    field: "attribution",
    report: quotesOf(report),
    readout: theirs ? quotesOf(theirs) : "",
    because: `The report lays it to ${said.publisher ?? said.id}, whose text does not have it; ${has.id} has it.`,
  };
}

/** The words of a clause, its stretches one after the other. */
export function quotesOf({ spans }: Candidate): string {
  return spans.map(({ quote }) => quote).join(" … ");
}
