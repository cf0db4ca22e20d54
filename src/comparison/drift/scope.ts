/** What a report's clause covers and what a readout's does -> where the report makes it cover more or less. */
import type { Act } from "../../model/act.js";
import type { Drift } from "../../model/drift.js";
import type { Candidate } from "../cluster-acts.js";
import { classOf } from "../commitment-class.js";
import { compareSets, type TargetTree } from "../target-tree.js";

type Found = Pick<Drift, "kind" | "field" | "report" | "readout" | "because">;

/** Fields that limit what is undertaken: left out, it covers more; put in, less. A count that is left out is only brevity. */
export function scopeDrift(report: Candidate, readout: Candidate, targets: TargetTree): Found[] {
  return [
    setDrift("targets", report, readout, (a, b) => targets.compare(a, b), true),
    setDrift("area", report, readout, (a, b) => compareSets(a, b), false),
    setDrift("exceptions", report, readout, () => "equal", false),
    exceptionDrift(report, readout),
    numberDrift("durationDays", "days", report, readout, true),
    numberDrift("quantity", "", report, readout, false),
  ].filter((found) => found !== null);
}

type SetField = "targets" | "area" | "exceptions";

function setDrift(
  field: SetField,
  report: Candidate,
  readout: Candidate,
  compare: (a: string[], b: string[]) => string,
  limits: boolean,
): Found | null {
  const [mine, theirs] = [setOf(report, field), setOf(readout, field)];
  if (mine.length === 0 && theirs.length === 0) return null;
  const relation = compare(mine, theirs);
  if (relation === "broader" || (relation === "unstated" && limits && mine.length === 0 && !named(report, readout)))
    return told("widens", field, mine, theirs);
  if (relation === "narrower") return told("narrows", field, mine, theirs);
  return null;
}

/** The report names the matter by an issue of the readout's, so that what it covers is understood. */
function named(report: Candidate, readout: Candidate): boolean {
  return readout.issues.every((id) => report.issues.includes(id));
}

function exceptionDrift(report: Candidate, readout: Candidate): Found | null {
  const [mine, theirs] = [setOf(report, "exceptions"), setOf(readout, "exceptions")];
  if ((mine.length === 0) === (theirs.length === 0)) return null;
  return told(mine.length === 0 ? "widens" : "narrows", "exceptions", mine, theirs);
}

function numberDrift(
  field: "durationDays" | "quantity",
  unit: string,
  report: Candidate,
  readout: Candidate,
  limits: boolean,
): Found | null {
  const [mine, theirs] = [numbersOf(report, field), numbersOf(readout, field)];
  if (mine.length === 0 && theirs.length === 0) return null;
  const words = (values: number[]) => values.map((value) => `${value} ${unit}`.trim());
  if (mine.length === 0 || theirs.length === 0) {
    if (!limits) return null;
    return told(mine.length === 0 ? "widens" : "narrows", field, words(mine), words(theirs));
  }
  const [most, theirMost] = [Math.max(...mine), Math.max(...theirs)];
  if (most === theirMost) return null;
  return told(most > theirMost ? "widens" : "narrows", field, words(mine), words(theirs));
}

/** What else is told in the same breath (who proposed it first) has a scope of its own. */
function actsOf({ acts, main }: Candidate): Act[] {
  return acts.filter((act) => classOf(act) === classOf(main));
}

function setOf(candidate: Candidate, field: SetField): string[] {
  return [...new Set(actsOf(candidate).flatMap(({ scope }) => scope[field]))].sort();
}

function numbersOf(candidate: Candidate, field: "durationDays" | "quantity"): number[] {
  const values = actsOf(candidate).map(({ scope }) => scope[field]);
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b);
}

const FIELDS: Record<string, string> = {
  targets: "what it covers",
  area: "where",
  exceptions: "what is excepted",
  durationDays: "how long",
  quantity: "how many",
};

function told(kind: "widens" | "narrows", field: string, mine: string[], theirs: string[]): Found {
  const [report, readout] = [mine.join(", "), theirs.join(", ")];
  const because = `As to ${FIELDS[field]} the report has ${report || "nothing"}, the readout ${readout || "nothing"}.`;
  return { kind, field, report, readout, because };
}
