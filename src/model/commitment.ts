/** A commitment: who owes what to whom, under which condition, until when, in the version of each source. */
import { z } from "zod";
import { Agreement, Reading, Terms, When } from "./agreement.js";
import { Evidence } from "./evidence.js";

/** Ids of dossiers, commitments and whatever else an editor names. */
export const LedgerId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*$/);
const ActorId = z.string().min(1).max(80);

/** "175 each", "23 wounded": a number of what, for each side or in all. */
export const Quantity = z
  .object({
    count: z.number().min(0),
    of: z.string().max(200),
    /** True where each side owes that many. */
    each: z.boolean().default(false),
  })
  .strict();
export type Quantity = z.infer<typeof Quantity>;

/** One source's version, with the words it stands on where a text in the archive holds them. */
export const CommitmentReading = Reading.extend({
  effective: When.optional(),
  evidence: Evidence.nullable().default(null),
}).strict();
export type CommitmentReading = z.infer<typeof CommitmentReading>;

const FORM = Agreement.shape;

/** What binds whom. Debtor, creditor, antecedent and consequent as in Symboleo; form and sides as in PA-X and ETH/PRIO. */
export const Commitment = z
  .object({
    id: LedgerId,
    title: z.string().min(1).max(300),
    /** Those who owe it, and to whom. */
    debtors: z.array(ActorId).min(1).max(50),
    creditors: z.array(ActorId).max(50),
    /** The condition that must hold first, in words; null for none. */
    antecedent: z.string().max(1000).nullable().default(null),
    /** What is owed then, in words. */
    consequent: z.string().min(1).max(1000),
    quantity: Quantity.nullable().default(null),
    issues: z.array(z.string().max(80)).max(50).default([]),
    /** The act of the dossier, or the agreement of the catalogue, that it was confirmed from. */
    origin: z.union([
      z.object({ acts: z.array(z.string().max(120)).min(1).max(50) }).strict(),
      z.object({ agreement: LedgerId }).strict(),
    ]),
    declared: When.nullable().default(null),
    kind: FORM.kind,
    declaredBy: FORM.declaredBy,
    mirroredBy: FORM.mirroredBy,
    form: FORM.form,
    coverage: FORM.coverage,
    fixedTerm: z.boolean().nullable().default(null),
    mediators: FORM.mediators,
    monitors: FORM.monitors,
    /** Whether each bound party has agreed. A bound party left out is unstated: bound without having agreed. */
    consent: z.record(ActorId, z.enum(["agreed", "conditional", "refused", "none"])).default({}),
    consentSince: FORM.consentSince,
    crosswalk: FORM.crosswalk,
    common: Terms.default({}),
    readings: z.array(CommitmentReading).min(1).max(20),
  })
  .strict();
export type Commitment = z.infer<typeof Commitment>;
