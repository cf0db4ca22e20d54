/** Incidents as a feed reports them, the keys under which they are matched, and what matching answers. */
import type { DatePrecision, PlacePrecision } from "./feed.js";

/** What happened to what, and how sure the day is: one entry of a small dictionary. */
export interface Kind {
  id: number;
  conduct: string | null;
  target: string | null;
  precision: DatePrecision;
  /** The record is a sign of conduct (a siren), not conduct that somebody saw. */
  sign: boolean;
}

/** Who is said to have done it. `contested`: sources name different sides. */
export interface Who {
  id: number;
  actor: string | null;
  contested: boolean;
  /** Actor id of the source where it is a party to the conflict. */
  claimedBy: string | null;
}

export interface Place {
  id: number;
  country: string | null;
  region: string | null;
  precision: PlacePrecision;
}

/** Instants are seconds since 1970 UTC; it happened at or after `earliest` and before or at `latest`. */
export interface Incident {
  feed: string;
  id: string;
  earliest: number;
  latest: number;
  /** End of an interval; null for what has none or has not ended. */
  until: number | null;
  latitude: number | null;
  longitude: number | null;
  kind: Kind;
  who: Who;
  place: Place;
  /** As the feed words it. */
  actors: string | null;
  title: string | null;
  source: string | null;
  url: string | null;
}

/** The dictionaries of what is in the store. */
export interface Dictionaries {
  kinds: Kind[];
  whos: Who[];
  places: Place[];
}

/** Why a finding is uncertain, as bits that add up. */
export const DOUBTS = {
  "date-straddles-window": 1,
  "conduct-unknown": 2,
  "target-unknown": 4,
  "place-too-coarse": 8,
  "actor-unknown": 16,
  "attribution-contested": 32,
  "exception-possible": 64,
  "terms-unstated": 128,
  "sign-not-act": 256,
} as const;
export type Doubt = keyof typeof DOUBTS;

/** Marks a place that only its coordinates can decide. */
export const CHECK_POLYGON = 1024;

/** One reading's terms as rows that both database engines join; nothing in it is SQL. */
export interface TermRows {
  /** Position of the reading. */
  term: number;
  /** Window in seconds, `end` exclusive. */
  start: number;
  end: number;
  /** Kind id -> doubts; kinds that are not there are not covered. */
  kinds: { kind: number; doubts: number; spanDays: number }[];
  whos: { who: number; doubts: number }[];
  places: { place: number; doubts: number }[];
  /** Polygons that decide places marked CHECK_POLYGON: one list of rings a part. */
  polygons: [longitude: number, latitude: number][][][];
}

/** How many incidents of one term fell to one actor with the same doubts. */
export interface MatchCount {
  term: number;
  who: number;
  doubts: number;
  count: number;
}

/** Starts of incidents, by minute, in one region: what rates are made of. Sorted by minute. */
export interface StartSeries {
  region: string | null;
  minutes: number[];
  counts: number[];
}

/** One incident under one term. */
export interface Match {
  term: number;
  feed: string;
  id: string;
  doubts: number;
}

/** All incidents in places that any term looks at, within the windows of all terms together. */
export interface HullCount {
  feed: string;
  who: number;
  count: number;
}

export interface TermSeries extends StartSeries {
  term: number;
  feed: string;
  /** Id of the place's dictionary entry. */
  place: number;
}

/** Everything that a database answers for one agreement. */
export interface Answers {
  counts: MatchCount[];
  hull: HullCount[];
  series: TermSeries[];
}

/** A figure per report. `value` null where the report leaves it out, which is not zero. */
export interface CountReport {
  /** Seconds since 1970 UTC. */
  at: number;
  value: number | null;
  exposureHours: number;
}
