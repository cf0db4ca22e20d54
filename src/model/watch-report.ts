/** What `readout watch` answers: findings under each reading, what changed and what could not be told (contract). */
import type { Doubt } from "./incident.js";

export type Verdict = "fell" | "rose" | "no-clear-change" | "cannot-tell";
export type Period = "before" | "during" | "after";
export type FindingStatus = "covered" | "notCovered" | "uncertain";
export type Tally = Record<FindingStatus, number>;

/** Instants are ISO 8601 in UTC; `end` is exclusive. */
export interface Window {
  start: string;
  end: string;
}

export interface ReadingReport {
  id: string;
  title: string | null;
  party: string | null;
  window: Window;
  targets: string[];
  /** Recorded by those who are no party to the conflict. */
  incidents: Tally;
  /** By who is said to have acted; `?` where nobody is named. `because` says why a party's conduct cannot be seen. */
  byParty: Record<string, Tally & { seen: boolean; because?: string }>;
  /** How often each doubt stands in the way; an incident may have several. */
  doubts: Partial<Record<Doubt, number>>;
  /** What parties to the conflict say themselves, by who says it. */
  claims: Record<string, Tally>;
}

export interface Finding {
  feed: string;
  id: string;
  /** Partial date or instant, as sure as the feed is. */
  at: string;
  title: string | null;
  actors: string | null;
  /** Null where nobody is named, and where it is contested. */
  actor: string | null;
  contested: boolean;
  conduct: string | null;
  /** A warning of conduct, not conduct that somebody saw. */
  sign: boolean;
  target: string | null;
  region: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  source: string | null;
  url: string | null;
  claimedBy: string | null;
  /** By reading: status, and the reasons why it is not covered or uncertain. */
  readings: Record<string, { status: FindingStatus; because: string[] }>;
}

export interface Baseline {
  id: string;
  count: number;
  days: number;
  during: number;
  duringDays: number;
  rateRatio: number | null;
  low: number | null;
  high: number | null;
}

export interface Judgement {
  verdict: Verdict;
  rateRatio: number | null;
  low: number | null;
  high: number | null;
  /** Variance of the daily counts over their mean. */
  dispersion: number | null;
  placebos: { n: number; moreExtreme: number };
  baselines: Baseline[];
  because: string[];
}

export interface MeasuredChange extends Judgement {
  feed: string;
  measure: string;
  from: Period;
  to: Period;
  interval: "dispersion-adjusted";
  /** The parties whose conduct the feed sees, and for each bound party the answer. */
  byParty: Record<string, { verdict: Verdict; because: string[] }>;
  /** Where windows differ between readings, the answer under each. */
  byReading: Record<string, { verdict: Verdict; rateRatio: number | null }>;
}

export interface FeedBreak {
  feed: string;
  /** ISO 3166-2, or null for the sum over all regions. */
  region: string | null;
  from: string;
  to: string | null;
  kind: "declared" | "silence" | "never-ends" | "level-rise" | "level-fall";
  what: string;
}

export interface Substitution {
  feed: string;
  verdict: "moved" | "no-sign" | "cannot-tell";
  covered: Pick<Baseline, "count" | "days" | "during" | "duringDays" | "rateRatio">;
  notCovered: Pick<Baseline, "count" | "days" | "during" | "duringDays" | "rateRatio">;
  because: string[];
}

export interface ReportingBias {
  feed: string;
  measure: string;
  because: string;
  /** Ids of the readings under which it shows. Reports of older versions leave it out. */
  readings?: string[];
}

export interface FeedReport {
  id: string;
  title: string;
  licence: string;
  from: string | null;
  until: string | null;
  rows: number;
  duplicates: number;
  skipped: number;
  seesTargets: boolean;
  parties: string[];
}

/** Counts over equal stretches of time; `days` is the exposure in each. */
export interface Timeline {
  feed: string;
  measure: string;
  bins: { start: string; end: string; count: number; days: number }[];
}

export interface WatchReport {
  agreement: string;
  title: string;
  parties: string[];
  feeds: FeedReport[];
  readings: ReadingReport[];
  range: {
    covered: [number, number];
    uncertain: [number, number];
    byParty: Record<string, { covered: [number, number]; uncertain: [number, number] }>;
  };
  changes: MeasuredChange[];
  /** One answer for all readings: where they part, none is given. Null where no reading raises the question. */
  substitution: Substitution | null;
  /** The answer under each reading. Reports of older versions leave it out. */
  substitutionByReading?: Record<string, Substitution | null>;
  breaks: FeedBreak[];
  reportingBias: ReportingBias[];
  timelines: Timeline[];
  /** The list behind the numbers, earliest first, cut at the limit asked for. */
  findings: Finding[];
  findingsCut: boolean;
}
