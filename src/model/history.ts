/** What became of agreements of the past: one record each, or the same summed up by reference class. */
import { z } from "zod";

/** The ETH/PRIO end codes in words; `unclear` is a fate too, and never dropped. */
export const FATES = ["broke-down", "expired", "replaced", "in-force", "never-began", "unclear"] as const;
export const Fate = z.enum(FATES);
export type Fate = z.infer<typeof Fate>;

/** The fates that end an agreement in force, in the order of a life table's kinds of event. */
export const ENDS = ["broke-down", "expired", "replaced"] as const satisfies readonly Fate[];

/** What records and agreements are classed by; null where it is not known. Terms: ETH/PRIO codebook, UCDP, PA-X. */
export const Traits = z
  .object({
    kind: z.enum(["ceasefire", "peace-agreement", "termination"]).nullable(),
    fixedTerm: z.boolean().nullable(),
    /** Only where the term is fixed. */
    termDays: z.number().nullable(),
    partial: z.boolean().nullable(),
    written: z.boolean().nullable(),
    /** With a mechanism for compliance: monitors, verification, a joint commission. */
    monitored: z.boolean().nullable(),
    mediated: z.boolean().nullable(),
    /** Declared by more than one side. */
    multilateral: z.boolean().nullable(),
    /** Meant to end the conflict, with arrangements for the forces. */
    definitive: z.boolean().nullable(),
    signed: z.boolean().nullable(),
  })
  .strict();
export type Traits = z.infer<typeof Traits>;

export interface HistoryRecord {
  id: string;
  place: string;
  /** Id of the conflict: records of one conflict are not independent. */
  conflict: string;
  /** YYYY-MM-DD; null where the day is not known. */
  startedOn: string | null;
  /** Days in force until the fate, or until watching ended where it is in force; null without usable dates. */
  days: number | null;
  fate: Fate;
  traits: Traits;
  /** What a model may read beside the traits, as numbers, by name. */
  covariates: Record<string, number>;
}

/** A record set of which the product knows origin and licence; where only sums may be shipped, `records` is empty. */
export const History = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    title: z.string(),
    /** How it asks to be cited. */
    origin: z.string(),
    licence: z.string(),
    /** Of what the numbers are no measure. */
    caveats: z.array(z.string()).min(1),
    /** Ids of the importers that read its records. */
    importers: z.array(z.string()).min(1),
    /** What a model of it reads beside the traits, in words, and the trait that tells it of an agreement. */
    covariates: z
      .array(z.object({ name: z.string(), words: z.string(), trait: Traits.keyof().optional() }).strict())
      .default([]),
    note: z.string().optional(),
  })
  .strict();
export type History = z.infer<typeof History>;

/** What must hold of an agreement, and of a record, to be of the class. Bounds of `termDays` are inclusive. */
const Membership = z
  .object({
    kind: z.enum(["ceasefire", "peace-agreement", "termination"]),
    fixedTerm: z.boolean(),
    termDays: z.tuple([z.number(), z.number()]),
    partial: z.boolean(),
    written: z.boolean(),
    monitored: z.boolean(),
    mediated: z.boolean(),
    multilateral: z.boolean(),
    definitive: z.boolean(),
    signed: z.boolean(),
  })
  .strict()
  .partial();
export type Membership = z.infer<typeof Membership>;

/** A class of past agreements that a new one may be set beside: a catalogue entry. */
export const ReferenceClass = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    title: z.string(),
    /** Id of the history. */
    history: z.string(),
    where: Membership,
    /** Its row in the history's table of fates, where records may not be shipped. */
    fatesRow: z.string().optional(),
    /** A wider class whose unclear fates bound those of this one, where the table of fates has no row for it. */
    unclearWithin: z.string().optional(),
    note: z.string().optional(),
  })
  .strict();
export type ReferenceClass = z.infer<typeof ReferenceClass>;

/** One row a day on which something happened. Sums of records, and as good as they are for every curve. */
export interface ClassLifeTable {
  days: number[];
  atRisk: number[];
  /** By kind, in the order of ENDS. */
  ended: [number[], number[], number[]];
  censored: number[];
}

export interface ClassHistory {
  class: string;
  fates: Record<Fate, number>;
  /** True where the number of unclear fates is only the largest it can be. */
  unclearAtMost: boolean;
  table: ClassLifeTable;
}
