/** What a page tells of whether an agreement holds: its readings, what incidents say of them, or why nobody can tell. */
import type { WatchReport, Window } from "./watch-report.js";

/** One reading as it would be checked. */
export interface HeldReading {
  id: string;
  title: string | null;
  party: string | null;
  /** Null where the reading sets no start or no end. */
  window: Window | null;
  /** Ids of targets; empty where it leaves open what is covered. */
  targets: string[];
  /** Codes of countries and regions, and names of other areas; empty where it leaves open where. */
  area: string[];
  /** Ids of the regions with a boundary that lie in its area. */
  regions: string[];
}

/** A feed of the catalogue set against the terms. */
export interface FeedSight {
  id: string;
  title: string;
  url: string | null;
  licence: string;
  /** What it cannot see of the terms, in English sentences; empty where it sees what they cover. */
  blind: string[];
}

export interface Holding {
  agreement: string;
  title: string;
  readings: HeldReading[];
  /** Null where no incident has been set against the terms. */
  report: WatchReport | null;
  /** Those that see most first. */
  feeds: FeedSight[];
}
