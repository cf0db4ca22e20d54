/** An agreement as a catalogue file or the user's AGREEMENT.yaml holds it: its terms under every reading (contract). */
import { z } from "zod";
import { PartialDate } from "./document.js";

const Id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*$/);
const ActorId = z.string().max(80);

/** An instant with its zone ("2025-04-19T15:00:00Z"), or a day, month or year. */
export const When = z.union([z.iso.datetime({ offset: true }), PartialDate]);
export type When = z.infer<typeof When>;

/** ISO 3166-1 alpha-3 (`UKR`), a first-level region by ISO 3166-2 (`UA-63`), or rings of [longitude, latitude]. */
export const Area = z.union([
  z.string().regex(/^([A-Z]{3}|[A-Z]{2}-[A-Z0-9]{1,3})$/),
  z
    .object({
      name: z.string().max(200),
      polygon: z
        .array(
          z
            .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
            .min(4)
            .max(10_000),
        )
        .min(1)
        .max(100),
    })
    .strict(),
]);
export type Area = z.infer<typeof Area>;

/** What can be checked: who must not do what to which objects, where and when. A field left out is unstated. */
export const Terms = z
  .object({
    starts: When.optional(),
    /** Exclusive for an instant, inclusive for a day. */
    ends: When.optional(),
    durationDays: z.number().positive().max(36_525).optional(),
    /** True where the text sets no end: it runs as far as what is known of it. */
    openEnded: z.boolean().optional(),
    /** IANA name of the zone in which days are counted; UTC without one. */
    zone: z.string().max(60).optional(),
    binds: z.array(ActorId).max(50).optional(),
    /** Kinds of conduct: `strike`, `shelling`, `advance`, `any` …, as feeds name them. */
    prohibits: z.array(Id).max(50).optional(),
    /** Ids of catalogued targets; `any` covers everything. */
    targets: z.array(Id).max(50).optional(),
    area: z.array(Area).max(100).optional(),
    exceptions: z.array(z.string().max(400)).max(50).optional(),
    /** Exceptions that can be checked: conduct against these targets is spared; a list left out holds for all. */
    exempts: z
      .array(
        z
          .object({
            conduct: z.array(Id).max(20).optional(),
            targets: z.array(Id).max(50).optional(),
            note: z.string().max(400),
          })
          .strict()
          .refine(({ conduct, targets }) => conduct !== undefined || targets !== undefined, "needs conduct or targets"),
      )
      .max(20)
      .optional(),
  })
  .strict();
export type Terms = z.infer<typeof Terms>;

/** One party's version of the agreement. It stands alone: what it leaves out comes from `common` and nowhere else. */
export const Reading = Terms.extend({
  id: Id,
  title: z.string().max(200).optional(),
  /** Whose version it is, by actor id. */
  party: ActorId.optional(),
  says: z
    .object({
      source: z.string().max(400),
      url: z.url({ protocol: /^https?$/ }).optional(),
      /** Exact words of the source. */
      quote: z.string().max(1000).optional(),
      /** What it says, in other words. */
      gist: z.string().max(1000).optional(),
    })
    .strict()
    .optional(),
}).strict();
export type Reading = z.infer<typeof Reading>;

/** Vocabulary of sides, form and coverage: PA-X and the ETH/PRIO Civil Conflict CeaseFire codebook. */
export const Agreement = z
  .object({
    id: Id,
    title: z.string().max(200),
    parties: z.array(ActorId).min(1).max(50),
    /** Ids of catalogued issues that it is about: a later act on one of them may be a word on it. */
    issues: z.array(Id).max(50).optional(),
    /** Id of the dossier or watchlist of the conflict it belongs to. */
    conflict: Id.optional(),
    declared: When.optional(),
    kind: z.enum(["unilateral", "bilateral", "multilateral"]).optional(),
    /** For a unilateral one: who declared it, and who only mirrored it. */
    declaredBy: z.array(ActorId).max(50).optional(),
    mirroredBy: z.array(ActorId).max(50).optional(),
    form: z.enum(["written", "oral"]).optional(),
    coverage: z.enum(["full", "partial"]).optional(),
    /** True where the parties put out one text together. */
    jointText: z.boolean().optional(),
    mediators: z.array(ActorId).max(50).optional(),
    /** Who watches over it; an empty list says that nobody does. */
    monitors: z.array(z.string().max(200)).max(50).optional(),
    /** What follows a breach, as the text provides for it; an empty list says that nothing does. */
    sanctions: z.array(z.string().max(400)).max(50).optional(),
    /** Whether each bound party has agreed. A party left out is unstated. */
    consent: z.record(ActorId, z.enum(["agreed", "conditional", "refused", "none"])).optional(),
    /** From when a party's consent holds, where it agreed later than the agreement was declared. */
    consentSince: z.record(ActorId, When).optional(),
    /** Ids of the same agreement elsewhere. */
    crosswalk: z
      .object({ paX: z.string().max(80).optional(), ucdp: z.string().max(80).optional() })
      .strict()
      .optional(),
    links: z
      .array(z.object({ title: z.string().max(300), url: z.url({ protocol: /^https?$/ }) }).strict())
      .max(50)
      .optional(),
    note: z.string().max(2000).optional(),
    /** Targets that this agreement names and the catalogue does not have; `partOf` may name either's. */
    defines: z
      .array(z.object({ id: Id, name: z.string().max(200), partOf: z.array(Id).max(20).default([]) }).strict())
      .max(100)
      .optional(),
    common: Terms.default({}),
    readings: z.array(Reading).min(1).max(20),
  })
  .strict();
export type Agreement = z.infer<typeof Agreement>;

/** The terms of one reading, with what it leaves to `common` filled in. */
export function termsOf({ common }: Pick<Agreement, "common">, reading: Reading): Reading {
  return { ...common, ...reading };
}
