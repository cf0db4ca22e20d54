/** Two aligned candidates -> whether one commits to more than the other, or says the opposite. */
import type { Act } from "../model/act.js";
import { acknowledges, alikeInClass, type CommitmentClass, classOf } from "./commitment-class.js";
import { difference, type Found, type Side } from "./found-difference.js";
import type { Parameters } from "./parameters.js";
import { sharedTellingWords } from "./shared-words.js";

/** How plain English puts an act that a text reports. */
export const PUT: Record<Act["act"], string> = {
  agreed: "an agreement",
  accepted: "an acceptance",
  proposed: "a proposal",
  pledged: "a commitment",
  supported: "support",
  ordered: "an order",
  rejected: "a refusal",
  denied: "a denial",
  demanded: "a demand",
  conditioned: "a condition",
  threatened: "a threat",
  accused: "an accusation",
  discussed: "a discussion",
  informed: "information",
  expressed: "a view",
};

/** Acts told with clearly different force, or of two firm classes: what one text demands another calls agreed. */
export function strengthDiffers(a: Side, b: Side, p: Parameters): Found | null {
  const [x, y] = [a.candidate.main, b.candidate.main];
  if (alikeInClass(x, y) ? !differInForce(x, y, p) : !differInKind(a, b, p)) return null;
  const [strong, weak] = x.strength > y.strength || (x.strength === y.strength && x.act <= y.act) ? [a, b] : [b, a];
  const because = `${told(strong)}, ${told(weak)}.`;
  return difference(
    "strength",
    "act",
    "stronger",
    [strong, wordsOf(strong.candidate.main)],
    [weak, wordsOf(weak.candidate.main)],
    because,
  );
}

/** Within a class: told as a fact or left open, or of clearly different strength. Thanks have no strength of their own. */
function differInForce(x: Act, y: Act, p: Parameters): boolean {
  const isCondition = classOf(x) === "condition" && classOf(y) === "condition";
  if (!isCondition && (x.veridicality === "unasserted") !== (y.veridicality === "unasserted")) return true;
  return !acknowledges(x) && !acknowledges(y) && Math.abs(x.strength - y.strength) >= p.strengthGap;
}

/** Backing and a view in like words are one: what one side pledges the other notes. What is discussed is not given. */
function differInKind(a: Side, b: Side, p: Parameters): boolean {
  const [x, y] = [a.candidate.main, b.candidate.main];
  const firm = [x, y].filter((act) => !SOFT.has(classOf(act))).length;
  if (firm === 2) return true;
  const views = firm === 0 && x.act !== "discussed" && y.act !== "discussed";
  if (views && sharedTellingWords(a.candidate, b.candidate) >= p.likeWordsFrom) return false;
  return Math.abs(x.strength - y.strength) >= p.strengthGap;
}

const SOFT: ReadonlySet<CommitmentClass> = new Set(["talk", "backing"]);

function told({ candidate: { main, source } }: Side): string {
  return `${source} reports ${PUT[main.act]}${STANDS[main.veridicality]} (“${wordsOf(main)}”)`;
}

const STANDS: Record<Act["veridicality"], string> = {
  asserted: "",
  negated: " that was not given",
  conditional: " under a condition",
  unasserted: " that is not stated as given",
};

/** The words that make the act, or how its clause opens. */
export function wordsOf(act: Act): string {
  const words = act.trigger.quote.trim() || act.quote;
  return words.length <= 60 ? words : `${words.slice(0, 60).replace(/\s+\S*$/, "")}…`;
}

/** One issue, one actor, and one text says done what the other says refused. Anything less is no contradiction. */
export function contradicts(a: Side, b: Side): Found | null {
  const [x, y] = [a.candidate.main, b.candidate.main];
  const [yes, no] = standsFor(x) ? [a, b] : [b, a];
  if (!standsFor(yes.candidate.main) || !refuses(no.candidate.main)) return null;
  if (!x.actors.some((actor) => actor !== "?" && y.actors.includes(actor))) return null;
  if (!x.issues.some((issue) => y.issues.includes(issue))) return null;
  const because = `${told(yes)}, ${told(no)} by the same party.`;
  return difference(
    "contradiction",
    "veridicality",
    "opposite",
    [yes, wordsOf(yes.candidate.main)],
    [no, wordsOf(no.candidate.main)],
    because,
  );
}

function standsFor(act: Act): boolean {
  return act.veridicality === "asserted" && classOf(act) === "deal";
}

function refuses(act: Act): boolean {
  return act.act === "rejected"
    ? act.veridicality === "asserted"
    : act.veridicality === "negated" && (act.act === "agreed" || act.act === "accepted");
}
