/** A feed of incidents as the catalogue or a user's mapping file describes it: what it can see, and which column says what. */
import { z } from "zod";
import { When } from "./agreement.js";

const Id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*$/);
const Column = z.string().min(1).max(120);
const Word = z.string().max(200);

/** Words as a feed writes them -> the catalogue's id; null says that the feed leaves it open. */
const Values = z.record(Word, Word.nullable());

/** Where a value comes from: a column whose words are looked up, columns of which one is 1, or one value for all rows. */
const Coded = z
  .object({
    column: Column.optional(),
    constant: Word.optional(),
    /** Columns of 1 and 0, each with the id that it stands for; the first that is 1 counts. */
    flags: z
      .array(z.tuple([Column, Word]))
      .min(1)
      .max(60)
      .optional(),
    /** Whole words of the column, without regard to case. */
    values: Values.optional(),
    /** Parts of the column's words, tried in order after `values`. */
    contains: z
      .array(z.tuple([Word, Word.nullable()]))
      .max(400)
      .optional(),
  })
  .strict()
  .refine(
    ({ column, constant, flags }) => [column, constant, flags].filter((one) => one !== undefined).length === 1,
    "needs a column, a constant or flags, and one of them",
  );
export type Coded = z.infer<typeof Coded>;

/** How sure the day is. `instant` is to the second; `range` runs from `start` to `end`, both included. */
export const DatePrecision = z.enum(["instant", "day", "range", "week", "month", "year"]);
export type DatePrecision = z.infer<typeof DatePrecision>;

/** `place`: the coordinates are the place itself. `near`: they stand for a place some kilometres away. */
export const PlacePrecision = z.enum(["place", "near", "region", "country", "unknown"]);
export type PlacePrecision = z.infer<typeof PlacePrecision>;

const Mapping = z
  .object({
    /** Columns whose values together name a record; two rows with the same are one incident. */
    id: z.array(Column).min(1).max(8),
    start: Column,
    /** Last day it may have happened (with `datePrecision: range`), or the end of an interval (`record: interval`). */
    end: Column.optional(),
    /** How dates are written, in strptime's letters; ISO 8601 without it. */
    dates: z.array(z.string().max(40)).min(1).max(12).optional(),
    datePrecision: Coded.optional(),
    latitude: Column.optional(),
    longitude: Column.optional(),
    placePrecision: Coded.optional(),
    country: Coded.optional(),
    region: Coded.optional(),
    conduct: Coded.optional(),
    target: Coded.optional(),
    actor: Coded.optional(),
    /** A second side of which either may have acted; the actor is contested then. */
    otherActor: Coded.optional(),
    /** Kinds of conduct in which either side may have acted; of the others the first one did. All without it. */
    otherActorFor: z.array(Id).max(20).optional(),
    /** Who says so; `values` tell which of them are parties to the conflict. */
    sourceParty: Coded.optional(),
    source: Column.optional(),
    title: Column.optional(),
    url: Column.optional(),
  })
  .strict();
export type Mapping = z.infer<typeof Mapping>;

/** A figure that a feed gives for each day or report. */
const Measure = z
  .object({
    id: z.string().max(80),
    title: z.string().max(200),
    column: Column,
    /** Columns that count things which happened at another time and are part of this figure. */
    includesOld: z
      .array(z.object({ column: Column, what: z.string().max(200) }).strict())
      .max(10)
      .default([]),
    since: When.optional(),
  })
  .strict();
export type Measure = z.infer<typeof Measure>;

/** A day on which a feed began to count otherwise. `regions` leaves the others whole. */
const Break = z
  .object({
    from: When,
    to: When.optional(),
    regions: z.array(z.string().max(20)).max(40).optional(),
    what: z.string().max(400),
  })
  .strict();

/** A second file that says more of the same records. */
const Labels = z
  .object({
    /** Columns of both files that together name what a row of the second one is about. */
    key: z.array(Column).min(1).max(4),
    /** Columns that only this file has together, in each of its forms. */
    recognise: z.array(z.array(Column).min(2).max(12)).max(6).default([]),
    /** A column of 1 and 0: records for which it is 0 are about something else, and set aside. */
    only: Column.optional(),
  })
  .strict();

export const Feed = z
  .object({
    id: Id,
    title: z.string().max(200),
    origin: z
      .object({
        name: z.string().max(200),
        url: z.url({ protocol: /^https?$/ }).optional(),
        licence: z.string().max(200),
      })
      .strict(),
    /** Columns that only this feed has together, in each of the forms in which it is published. */
    recognise: z.array(z.array(Column).min(2).max(12)).max(6).default([]),
    record: z.enum(["event", "interval", "counts"]),
    /** What it can see. A feed that leaves `targets` out cannot tell what was struck. */
    sees: z
      .object({
        conduct: z.array(Id).min(1).max(20),
        parties: z.array(z.string().max(80)).max(50),
        targets: z.array(Id).max(50).default([]),
        area: z.array(z.string().max(20)).max(50),
        since: When.optional(),
        /** True where records are signs of conduct (a siren), not conduct that somebody saw. */
        signsOnly: z.boolean().default(false),
        note: z.string().max(600).optional(),
      })
      .strict(),
    /** Who publishes it, by actor id, where that is a party to the conflict. */
    party: z.string().max(80).optional(),
    measure: z.string().max(200).default("incidents starting"),
    breaks: z.array(Break).max(40).default([]),
    /** Zone in which its days are counted. */
    zone: z.string().max(60).default("UTC"),
    map: Mapping.optional(),
    labels: Labels.optional(),
    counts: z
      .object({
        start: Column,
        /** Hours that a report covers; a day where there is none. */
        exposureHours: Column.optional(),
        measures: z.array(Measure).min(1).max(20),
      })
      .strict()
      .optional(),
  })
  .strict()
  .refine((feed) => (feed.record === "counts" ? feed.counts !== undefined : feed.map !== undefined), {
    message: 'a feed of counts needs "counts", any other needs "map"',
  });
export type Feed = z.infer<typeof Feed>;
