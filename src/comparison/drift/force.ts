/** A report's act and a readout's -> whether the report makes it bind more, less, or the other way round. */
import type { Act } from "../../model/act.js";
import type { Drift } from "../../model/drift.js";
import { acknowledges, classOf } from "../commitment-class.js";
import { PUT, wordsOf } from "../compare-strength.js";

type Pair = Pick<Drift, "kind" | "field" | "report" | "readout" | "because">;

/** What an act counts that is not told as done: announced, hoped for, or under a condition. */
const OPEN: Record<Act["veridicality"], number> = { asserted: 1, negated: 1, conditional: 0.6, unasserted: 0.5 };
/** Not accepting is softer than rejecting. */
const NOT_GIVEN = 0.6;
/** Asking, accusing and threatening is done by saying so. */
const SPOKEN = new Set<Act["act"]>(["demanded", "conditioned", "accused", "threatened"]);
/** Difference from which two acts of one class, or of two, bind differently. */
const GAP = { alike: 0.14, apart: 0.15 };

/** Null where both bind alike. Differences of class that no reader would call drift (a view for news of one) are none. */
export function forceDrift(report: Act, readout: Act): Pair | null {
  const [mine, theirs] = [classOf(report), classOf(readout)];
  const words = { report: wordsOf(report), readout: wordsOf(readout) };
  const told = `the report tells of ${phrase(report)}, the readout of ${phrase(readout)}.`;
  if (isOpposite(report, readout)) return { kind: "reverses", field: "veridicality", ...words, because: capital(told) };
  if (acknowledges(report) || acknowledges(readout)) return null;
  const gap = forceOf(report) - forceOf(readout);
  if (mine === "talk" && theirs === "talk") return null;
  if (Math.abs(gap) < (mine === theirs ? GAP.alike : GAP.apart)) return null;
  return { kind: gap > 0 ? "hardens" : "softens", field: "act", ...words, because: capital(told) };
}

/** A condition that the report leaves out makes the act bind; one that it puts in keeps it open. */
export function conditionDrift(report: Act, readout: Act): Pair | null {
  const [mine, theirs] = [report.condition?.quote ?? "", readout.condition?.quote ?? ""];
  if ((mine === "") === (theirs === "")) return null;
  const [holder, other] = mine === "" ? ["readout", "report"] : ["report", "readout"];
  const because = `The ${holder} makes it depend on “${mine || theirs}”, the ${other} does not.`;
  return { kind: mine === "" ? "hardens" : "softens", field: "condition", report: mine, readout: theirs, because };
}

/** 0 to 1: the act's place on the scale (docs/decisions/0003-strength-scale.md), lower where it is not told as done. */
function forceOf(act: Act): number {
  const softened = act.veridicality === "negated" && act.act !== "rejected" ? NOT_GIVEN : 1;
  const open = SPOKEN.has(act.act) ? 1 : OPEN[act.veridicality];
  return act.strength * open * softened;
}

function isOpposite(a: Act, b: Act): boolean {
  return (gives(a) && refuses(b)) || (gives(b) && refuses(a));
}

function gives({ act, veridicality }: Act): boolean {
  return veridicality === "asserted" && (act === "agreed" || act === "accepted");
}

function refuses({ act, veridicality }: Act): boolean {
  if (veridicality === "asserted") return act === "rejected" || act === "denied";
  return veridicality === "negated" && (act === "agreed" || act === "accepted");
}

function phrase({ act, veridicality }: Act): string {
  const open = {
    asserted: "",
    negated: " that was not given",
    conditional: " under a condition",
    unasserted: " that is not told as given",
  };
  return `${PUT[act]}${open[veridicality]}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
