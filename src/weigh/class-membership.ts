/** Traits and what a class asks for -> whether they are of the class, one condition at a time. */
import type { Membership, Traits } from "../model/history.js";

export type Answer = "met" | "unmet" | "unknown";

export interface Condition {
  trait: keyof Traits;
  answer: Answer;
  /** What the class asks for, in words: "a fixed term of 25 to 35 days". */
  asks: string;
}

/** One condition a field of `where`, in its order. */
export function conditionsOf(where: Membership, traits: Traits): Condition[] {
  return (Object.keys(where) as (keyof Membership)[]).map((trait) => ({
    trait,
    answer: answerOf(trait, where, traits),
    asks: asksFor(trait, where),
  }));
}

/** True for a record that meets every condition; what is not known of it meets none. */
export function isMember(where: Membership, traits: Traits): boolean {
  return conditionsOf(where, traits).every(({ answer }) => answer === "met");
}

function answerOf(trait: keyof Membership, where: Membership, traits: Traits): Answer {
  const value = traits[trait];
  if (value === null) return trait === "termDays" && traits.fixedTerm === false ? "unmet" : "unknown";
  if (trait === "termDays") {
    const [from, to] = where.termDays!;
    return (value as number) >= from && (value as number) <= to ? "met" : "unmet";
  }
  return value === where[trait] ? "met" : "unmet";
}

/** What each trait is called where it is there, and where it is not. */
const WORDS: Record<Exclude<keyof Traits, "kind" | "termDays">, readonly [yes: string, no: string]> = {
  fixedTerm: ["a fixed term", "no fixed term"],
  partial: ["partial: it covers some targets, places or acts", "not partial"],
  written: ["in writing", "not in writing"],
  monitored: ["a mechanism for compliance, such as a monitor", "no mechanism for compliance"],
  mediated: ["mediated", "not mediated"],
  multilateral: ["declared by more than one side", "declared by one side alone"],
  definitive: ["meant to end the conflict for good", "not meant to end the conflict for good"],
  signed: ["signed by the sides", "not signed by the sides"],
};

const KINDS: Record<NonNullable<Traits["kind"]>, string> = {
  ceasefire: "a ceasefire",
  "peace-agreement": "a peace agreement",
  termination: "an end to a conflict",
};

function asksFor(trait: keyof Membership, where: Membership): string {
  if (trait === "kind") return KINDS[where.kind!];
  if (trait === "termDays") return `a term of ${where.termDays![0]} to ${where.termDays![1]} days`;
  return WORDS[trait][where[trait] ? 0 : 1];
}
