/** What checking the terms takes: the agreement, the feeds, and everything that the store answered about them. */
import type { Agreement } from "../model/agreement.js";
import type { Feed } from "../model/feed.js";
import type { Answers, CountReport, Dictionaries, Incident } from "../model/incident.js";
import type { CheckedReading } from "./compile-terms.js";
import type { Vocabulary } from "./judge-term.js";
import type { Span } from "./windows.js";

export interface FeedEvidence {
  feed: Feed;
  rows: number;
  duplicates: number;
  skipped: number;
  /** Seconds since 1970 UTC; null for a feed without a row. */
  first: number | null;
  last: number | null;
  /** Long or open intervals, by place. */
  intervals: { place: number; earliest: number; until: number | null }[];
  /** By column, for feeds of counts. */
  reports: ReadonlyMap<string, CountReport[]>;
}

/** A truce that is known of besides the one that is checked. */
export interface KnownTruce {
  agreement: Agreement;
  readings: CheckedReading[];
}

export interface Evidence {
  agreement: Agreement;
  readings: CheckedReading[];
  vocabulary: Vocabulary;
  dictionaries: Dictionaries;
  feeds: FeedEvidence[];
  answers: Answers;
  incidents: Incident[];
  /** True where there are more incidents than were listed. */
  cut: boolean;
  truces: KnownTruce[];
}

/** The windows of all readings together. */
export function hullOfReadings(readings: readonly CheckedReading[]): Span {
  return {
    start: Math.min(...readings.map(({ window }) => window.start)),
    end: Math.max(...readings.map(({ window }) => window.end)),
  };
}
