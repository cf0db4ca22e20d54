/** When a commitment begins and lapses, under the reading of each source. */
import { z } from "zod";
import { OverallStatus } from "./status.js";

const Day = z.string().nullable();

/** `lastDay` is the last on which it binds; from `lapsesAt` on it does not. Null where the reading leaves it open. */
export const ReadingDates = z.object({
  reading: z.string(),
  party: z.string().nullable(),
  firstDay: Day,
  lastDay: Day,
  lapsesAt: z.string().nullable(),
  zone: z.string(),
  phase: z.enum(["to-come", "running", "over", "unstated"]),
  /** Why there is no end. */
  because: z.string().nullable(),
});
export type ReadingDates = z.infer<typeof ReadingDates>;

export const DueCommitment = z.object({
  commitment: z.string(),
  title: z.string(),
  status: OverallStatus,
  readings: z.array(ReadingDates),
  /** Earliest and latest first day, and last day, of the readings that state one. */
  starts: z.tuple([z.string(), z.string()]).nullable(),
  lapses: z.tuple([z.string(), z.string()]).nullable(),
  /** True where two readings state different days. */
  disagree: z.boolean(),
});
export type DueCommitment = z.infer<typeof DueCommitment>;

export const Deadline = z.object({
  commitment: z.string(),
  title: z.string(),
  reading: z.string(),
  what: z.enum(["starts", "lapses"]),
  at: z.string(),
  day: z.string(),
});
export type Deadline = z.infer<typeof Deadline>;
