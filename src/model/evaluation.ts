/** The record of an evaluation: what an engine scored on marked events, and how sure that is. */
import { z } from "zod";

const Interval = z.object({ low: z.number(), high: z.number() }).nullable();
const Probe = z.object({ items: z.int(), kept: z.int(), same: z.int() });

export const EventScore = z.object({
  event: z.string(),
  marked: z.int(),
  found: z.int(),
  predicted: z.int(),
  useful: z.int(),
  pairs: z.int(),
  aligned: z.int(),
  relationsRight: z.int(),
});
export type EventScore = z.infer<typeof EventScore>;

export const Evaluation = z.object({
  events: z.array(EventScore),
  /** itemRecall, itemPrecision, alignment, actAccuracy, relationF1: 0 to 1, with 95 in 100 bootstrap intervals over events. */
  measures: z.record(z.string(), z.object({ value: z.number(), interval: Interval })),
  /** f1 is null for a relation marked fewer than three times, which has no part in relationF1. */
  relations: z.array(
    z.object({
      relation: z.string(),
      marked: z.int(),
      right: z.int(),
      wronglySaid: z.int(),
      f1: z.number().nullable(),
      interval: Interval,
    }),
  ),
  contradictsFalse: z.int(),
  /** 1 unless something is broken; null where nothing was quoted. */
  quoteExact: z.number().nullable(),
  /** How much stays when the texts are given in another order, or under one another's labels. */
  probes: z.object({ order: Probe, labels: Probe }).nullable(),
  resamples: z.int(),
});
export type Evaluation = z.infer<typeof Evaluation>;
