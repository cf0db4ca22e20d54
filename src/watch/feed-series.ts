/** A feed's answers from the store -> the series that its rates are made of, one a measure and reading. */
import type { StartSeries } from "../model/incident.js";
import { SERIES, type SeriesKind } from "./compile-terms.js";
import type { Evidence, FeedEvidence } from "./evidence.js";
import { type RateSeries, reportsSeries, startsSeries } from "./rate-series.js";
import { beginOf } from "./windows.js";

export interface FeedMeasure {
  id: string;
  series: RateSeries;
  /** Parts of the figure that happened at another time. */
  old: { what: string; series: RateSeries }[];
}

/** For a feed of incidents one measure, of what this reading covers; for a feed of counts each of its figures. */
export function measuresOf(evidence: Evidence, feed: FeedEvidence, reading: number): FeedMeasure[] {
  if (feed.feed.counts === undefined) {
    const blind = feed.feed.sees.targets.length === 0;
    const kinds: SeriesKind[] = blind ? ["covered", "targetUnknown"] : ["covered"];
    return [{ id: feed.feed.measure, series: incidentSeries(evidence, feed, reading, kinds), old: [] }];
  }
  return feed.feed.counts.measures.map(({ id, column, includesOld, since }) => {
    const series = reportsSeries(feed.reports.get(column) ?? []);
    const first =
      since === undefined ? series.first : Math.max(series.first, beginOf(since, feed.feed.zone).toSeconds());
    return {
      id,
      series: { ...series, first },
      old: includesOld.map((part) => ({ what: part.what, series: reportsSeries(feed.reports.get(part.column) ?? []) })),
    };
  });
}

export function incidentSeries(
  evidence: Evidence,
  feed: FeedEvidence,
  reading: number,
  kinds: readonly SeriesKind[],
): RateSeries {
  return startsSeries(startsOf(evidence, feed, reading, kinds), feed.first ?? 0, (feed.last ?? 0) + 1);
}

/** By place, as the store gives them, with the region's id. */
export function startsOf(
  { answers, dictionaries }: Evidence,
  { feed }: FeedEvidence,
  reading: number,
  kinds: readonly SeriesKind[],
): StartSeries[] {
  const regions = new Map(dictionaries.places.map(({ id, region }) => [id, region]));
  const terms = kinds.map((kind) => reading * SERIES.length + SERIES.indexOf(kind));
  return answers.series
    .filter((series) => series.feed === feed.id && terms.includes(series.term))
    .map(({ place, minutes, counts }) => ({ region: regions.get(place) ?? null, minutes, counts }));
}
