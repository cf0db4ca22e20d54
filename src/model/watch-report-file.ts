/** The JSON that `readout watch --json` wrote -> a WatchReport, field by field, or what is wrong with it. */
import { z } from "zod";
import { DOUBTS } from "./incident.js";
import type { WatchReport } from "./watch-report.js";

const Verdict = z.enum(["fell", "rose", "no-clear-change", "cannot-tell"]);
const Period = z.enum(["before", "during", "after"]);
const Status = z.enum(["covered", "notCovered", "uncertain"]);
const Instant = z.iso.datetime({ offset: true });
/** A day or an instant, as sure as the feed is. */
const Moment = z.string().max(40);
const Words = z.string().max(4000);
const Name = z.string().max(200);
const Because = z.array(Words).max(200);
const Count = z.number().min(0);
const Ratio = z.number().nullable();
const Window = z.object({ start: Instant, end: Instant });
const Tally = z.object({ covered: Count, notCovered: Count, uncertain: Count });
const Pair = z.tuple([Count, Count]);

const Reading = z.object({
  id: Name,
  title: Name.nullable(),
  party: Name.nullable(),
  window: Window,
  targets: z.array(Name).max(100),
  incidents: Tally,
  byParty: z.record(Name, Tally.extend({ seen: z.boolean(), because: Words.exactOptional() })),
  doubts: z.partialRecord(z.enum(Object.keys(DOUBTS) as (keyof typeof DOUBTS)[]), Count),
  claims: z.record(Name, Tally),
});

const Finding = z.object({
  feed: Name,
  id: Name,
  at: Moment,
  title: Words.nullable(),
  actors: Words.nullable(),
  actor: Name.nullable(),
  contested: z.boolean(),
  conduct: Name.nullable(),
  sign: z.boolean(),
  target: Name.nullable(),
  region: Name.nullable(),
  country: Name.nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  source: Words.nullable(),
  url: Words.nullable(),
  claimedBy: Name.nullable(),
  readings: z.record(Name, z.object({ status: Status, because: Because })),
});

const Exposure = { count: Count, days: Count, during: Count, duringDays: Count, rateRatio: Ratio };

const Change = z.object({
  feed: Name,
  measure: Name,
  from: Period,
  to: Period,
  interval: z.literal("dispersion-adjusted"),
  verdict: Verdict,
  rateRatio: Ratio,
  low: Ratio,
  high: Ratio,
  dispersion: z.number().nullable(),
  placebos: z.object({ n: Count, moreExtreme: Count }),
  baselines: z.array(z.object({ id: Name, ...Exposure, low: Ratio, high: Ratio })).max(20),
  because: Because,
  byParty: z.record(Name, z.object({ verdict: Verdict, because: Because })),
  byReading: z.record(Name, z.object({ verdict: Verdict, rateRatio: Ratio })),
});

const Substitution = z.object({
  feed: Name,
  verdict: z.enum(["moved", "no-sign", "cannot-tell"]),
  covered: z.object(Exposure),
  notCovered: z.object(Exposure),
  because: Because,
});

const FeedReport = z.object({
  id: Name,
  title: Name,
  licence: Name,
  from: Moment.nullable(),
  until: Moment.nullable(),
  rows: Count,
  duplicates: Count,
  skipped: Count,
  seesTargets: z.boolean(),
  parties: z.array(Name).max(50),
});

const Break = z.object({
  feed: Name,
  region: Name.nullable(),
  from: Moment,
  to: Moment.nullable(),
  kind: z.enum(["declared", "silence", "never-ends", "level-rise", "level-fall"]),
  what: Words,
});

const Bin = z.object({ start: Instant, end: Instant, count: Count, days: z.number().positive() });

/** Typed by what `readout watch` answers, so that the two cannot part in silence. */
export const WatchReportFile: z.ZodType<WatchReport> = z.object({
  agreement: Name,
  title: Name,
  parties: z.array(Name).max(50),
  feeds: z.array(FeedReport).max(50),
  readings: z.array(Reading).min(1).max(20),
  range: z.object({
    covered: Pair,
    uncertain: Pair,
    byParty: z.record(Name, z.object({ covered: Pair, uncertain: Pair })),
  }),
  changes: z.array(Change).max(500),
  substitution: Substitution.nullable(),
  substitutionByReading: z.record(Name, Substitution.nullable()).exactOptional(),
  breaks: z.array(Break).max(1000),
  reportingBias: z
    .array(z.object({ feed: Name, measure: Name, because: Words, readings: z.array(Name).max(20).exactOptional() }))
    .max(100),
  timelines: z.array(z.object({ feed: Name, measure: Name, bins: z.array(Bin).max(5000) })).max(100),
  findings: z.array(Finding).max(20_000),
  findingsCut: z.boolean(),
});
