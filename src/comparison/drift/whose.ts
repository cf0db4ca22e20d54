/** Who acts in a report's clause and who in a readout's -> whether the report gives it to somebody else, to more or to fewer. */

import type { Act } from "../../model/act.js";
import type { Drift } from "../../model/drift.js";
import { statesOf } from "../../model/states-of.js";
import { classOf } from "../commitment-class.js";
import { compareSets } from "../target-tree.js";

type Found = Pick<Drift, "kind" | "field" | "report" | "readout" | "because">;

/** Nothing is made of talk, which both sides take part in, nor of actors that a text leaves unsettled. */
export function actorDrift(report: Act, readout: Act): Found | null {
  if (classOf(report) === "talk" || classOf(readout) === "talk") return null;
  const [mine, theirs] = [statesOf(report.actors).sort(), statesOf(readout.actors).sort()];
  if (mine.length === 0 || theirs.length === 0) return null;
  const relation = compareSets(mine, theirs);
  const open = (act: Act) => act.actors.includes("?");
  const kind = kindOf(relation, open(report), open(readout));
  if (kind === null) return null;
  const [who, whom] = [listed(report, mine), listed(readout, theirs)];
  const because = `The report has ${who} act, the readout ${whom}.`;
  return { kind, field: "actors", report: who, readout: whom, because };
}

/** Who is left open may be anybody: only then can nothing be wrong in naming more. */
function kindOf(
  relation: string,
  mineOpen: boolean,
  theirsOpen: boolean,
): "mis-attributes" | "widens" | "narrows" | null {
  if (relation === "equal") return theirsOpen === mineOpen ? null : theirsOpen ? "narrows" : "widens";
  if (relation === "disjoint") return mineOpen || theirsOpen ? null : "mis-attributes";
  if (relation === "broader") return theirsOpen ? null : "widens";
  return relation === "narrower" && !mineOpen ? "narrows" : null;
}

function listed(act: Act, states: string[]): string {
  return [...states, ...(act.actors.includes("?") ? ["another"] : [])].join(" and ");
}
