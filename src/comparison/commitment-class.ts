/** An act -> the class of commitment it belongs to; acts of one class are like in strength, whoever reports them. */
import type { Act } from "../model/act.js";

/** From talk over backing to a deal; demands, conditions, accusations and refusals stand apart. */
export type CommitmentClass = "talk" | "backing" | "deal" | "demand" | "condition" | "accusation" | "refusal";

const CLASSES: Record<Act["act"], CommitmentClass> = {
  discussed: "talk", informed: "talk", expressed: "talk",
  supported: "backing", pledged: "backing", proposed: "backing",
  agreed: "deal", accepted: "deal", ordered: "deal",
  demanded: "demand",
  conditioned: "condition", threatened: "condition",
  accused: "accusation",
  rejected: "refusal", denied: "refusal",
};

/** Thanks and welcome for what the other side gives acknowledge its commitment: seen from there it is backing. */
const ACKNOWLEDGES = /\b(?:thank|grat|appreciat|welcom|commend|applaud|credit)/i;

export function classOf(act: Act): CommitmentClass {
  const base = CLASSES[act.act];
  if (act.veridicality === "negated" && (base === "deal" || base === "backing")) return "refusal";
  if (act.act === "expressed" && ACKNOWLEDGES.test(act.trigger.quote || act.quote)) return "backing";
  return base;
}
