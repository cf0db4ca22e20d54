/** Codes of acts, genres, relations and dates -> words that a reader understands without a manual. */
import type { ActType, Veridicality } from "../model/act.js";
import type { UnattributedTerm, VoiceKind } from "../model/comparison.js";
import type { Genre } from "../model/document.js";

/** [as it happened, as it might, as it did not where "did not" misleads]. */
const ACTS: Record<ActType, readonly [past: string, base: string, negated?: string]> = {
  agreed: ["agreed", "agree"],
  accepted: ["accepted", "accept"],
  proposed: ["proposed", "propose"],
  pledged: ["undertook", "undertake"],
  supported: ["supported", "support"],
  ordered: ["ordered", "order"],
  rejected: ["rejected", "reject"],
  denied: ["denied", "deny"],
  demanded: ["asked for", "ask for"],
  conditioned: ["set a condition", "set a condition"],
  threatened: ["warned", "warn"],
  accused: ["accused", "accuse"],
  discussed: ["discussed", "discuss"],
  informed: ["stated", "state"],
  expressed: ["expressed a view", "express a view", "expressed a view in the negative"],
};

/** After the actor: "agreed", "did not agree", "would agree on a condition", "to agree (spoken of, not confirmed)". */
export function actPhrase(act: ActType, veridicality: Veridicality): string {
  const [past, base, negated = `did not ${base}`] = ACTS[act];
  if (veridicality === "asserted") return past;
  if (veridicality === "negated") return negated;
  return veridicality === "conditional" ? `would ${base} on a condition` : `to ${base} (spoken of, not confirmed)`;
}

export const GENRES: Record<Genre, string> = {
  readout: "readout",
  "joint-statement": "joint statement",
  transcript: "transcript",
  briefing: "briefing",
  statement: "statement",
  post: "post",
  report: "news report",
};

export const VOICES: Record<VoiceKind, string> = {
  reporter: "the report's own voice",
  side: "a side of the contact",
  concerned: "a party to the conflict that took no part",
  other: "another state or body",
  person: "a person who speaks for no party",
};

const STRENGTHS: readonly (readonly [from: number, word: string])[] = [
  [0.85, "firm"],
  [0.6, "fairly firm"],
  [0.35, "soft"],
  [0, "no commitment"],
];

/** The strength scale (0 to 1) in words. */
export function strengthWord(strength: number): string {
  return STRENGTHS.find(([from]) => strength >= from)![1];
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "2025-03-18" -> "18 March 2025", "2025-03" -> "March 2025", null -> "no date shown". */
export function dateWords(date: string | null): string {
  if (date === null) return "no date shown";
  const [year, month, day] = date.split("-") as [string, string?, string?];
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** "Laid to nobody: 30 days." What a report adds of its own to a matter on which it quotes a side. */
export function ownTerms(terms: readonly UnattributedTerm[]): string {
  return `Laid to nobody: ${terms.map(({ words }) => words).join(", ")}.`;
}
