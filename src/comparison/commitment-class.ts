/** An act -> the class of commitment it belongs to; acts of one class are like in strength, whoever reports them. */

import type { Act } from "../model/act.js";
import { statesOf } from "../model/states-of.js";

/** From talk over backing to a deal; demands, conditions, accusations and refusals stand apart. */
export type CommitmentClass = "talk" | "backing" | "deal" | "demand" | "condition" | "accusation" | "refusal";

const CLASSES: Record<Act["act"], CommitmentClass> = {
  discussed: "talk",
  informed: "talk",
  expressed: "talk",
  supported: "backing",
  pledged: "backing",
  proposed: "backing",
  agreed: "deal",
  accepted: "deal",
  ordered: "deal",
  demanded: "demand",
  conditioned: "condition",
  threatened: "condition",
  accused: "accusation",
  rejected: "refusal",
  denied: "refusal",
};

export function classOf(act: Act): CommitmentClass {
  const base = CLASSES[act.act];
  return act.veridicality === "negated" && (base === "deal" || base === "backing") ? "refusal" : base;
}

/** Thanks and welcome: from the other end of the table the same commitment is a pledge, or news of what is given. */
const ACKNOWLEDGES = /\b(?:thank|grat|appreciat|welcom|commend|applaud|credit)/i;

export function acknowledges(act: Act): boolean {
  return (
    (act.act === "expressed" || act.act === "supported") &&
    act.veridicality !== "negated" &&
    ACKNOWLEDGES.test(act.trigger.quote || act.quote)
  );
}

/** True where two acts commit to like degrees as kinds, so that their scope can be compared. */
export function alikeInClass(a: Act, b: Act): boolean {
  const [x, y] = [classOf(a), classOf(b)];
  if (x === y || isDealBetween(a, y) || isDealBetween(b, x)) return true;
  const acknowledged = (act: Act, other: CommitmentClass) =>
    acknowledges(act) && (other === "backing" || other === "talk");
  return acknowledged(a, y) || acknowledged(b, x);
}

/** What two states or more pledge together is as firm as what they agree: "committed to", "will". */
function isDealBetween({ act, actors, veridicality }: Act, other: CommitmentClass): boolean {
  return act === "pledged" && veridicality === "asserted" && statesOf(actors).length > 1 && other === "deal";
}
