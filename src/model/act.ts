/** An act: what was said or done in words, by whom, towards whom, according to whom and how surely. */
import { z } from "zod";
import { Quote } from "./span.js";

export const ActType = z.enum([
  "agreed",
  "accepted",
  "proposed",
  "pledged",
  "supported",
  "ordered",
  "rejected",
  "denied",
  "demanded",
  "conditioned",
  "threatened",
  "accused",
  "discussed",
  "informed",
  "expressed",
]);
export type ActType = z.infer<typeof ActType>;

/** Certainty relative to the text (FactBank): see docs/decisions and the contract for each value. */
export const Veridicality = z.enum(["asserted", "negated", "conditional", "unasserted"]);
export type Veridicality = z.infer<typeof Veridicality>;

/** What a clause covers, field by field; null or [] where the text leaves it open, never guessed. */
export const Scope = z.object({
  targets: z.array(z.string()),
  area: z.array(z.string()),
  parties: z.array(z.string()),
  /** Partial date or the words of an event ("signing"); null when unstated. */
  start: z.string().nullable(),
  durationDays: z.number().nullable(),
  quantity: z.number().nullable(),
  exceptions: z.array(z.string()),
});
export type Scope = z.infer<typeof Scope>;

export const Act = Quote.extend({
  id: z.string(),
  document: z.string(),
  act: ActType,
  plover: z.string().nullable(),
  /** Ids of actors (contract); "?" where somebody acts and the text does not settle who. */
  actors: z.array(z.string()),
  recipients: z.array(z.string()),
  /** Who says so, as English display names, outermost first. */
  attribution: z.array(z.string()),
  /** Ids of those in `attribution`, outermost first and without the publisher; [] or ["?"] for who is no known actor. */
  speakers: z.array(z.array(z.string())).optional(),
  veridicality: Veridicality,
  /** 0 to 1 on the scale of docs/decisions/0003-strength-scale.md. */
  strength: z.number().min(0).max(1),
  issues: z.array(z.string()),
  scope: Scope,
  /** The words of the condition under which the act holds; null when there is none. */
  condition: Quote.nullable(),
  /** Id of the catalogue entry or of the named default that found the act. */
  rule: z.string(),
  /** Why it is this act, in an engine's own words; engines that go by rules leave it to the rule. */
  why: z.string().optional(),
  /** The words that made it this act. */
  trigger: Quote,
  /** 0 to 1: how much of substance the clause carries; greetings, asides and stage directions are light. */
  weight: z.number().min(0).max(1),
  /** Ordinal of the clause it was read from: acts of one clause share it. */
  clause: z.int(),
  /** Where an editor has said so: acts of one matter are one item of a comparison, and tied to nothing else. */
  matter: z.string().min(1).max(120).optional(),
});
export type Act = z.infer<typeof Act>;
