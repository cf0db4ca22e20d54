/** Incidents and the terms of every reading -> findings, counts as ranges, what changed, and what could not be told. */
import type { Incident } from "../model/incident.js";
import type { Outcome, Problem } from "../model/problem.js";
import type { FeedReport, Finding, WatchReport } from "../model/watch-report.js";
import type { CheckedReading } from "./compile-terms.js";
import type { Evidence, FeedEvidence } from "./evidence.js";
import { startsOf } from "./feed-series.js";
import { type FeedRecords, findBreaks } from "./find-breaks.js";
import { findChanges } from "./find-changes.js";
import { findClaimsBias } from "./find-claims-bias.js";
import { findSubstitution } from "./find-substitution.js";
import { judgePlace, type Vocabulary } from "./judge-term.js";
import { findingOf } from "./list-findings.js";
import { rangesOf, tallyReadings } from "./tally-readings.js";
import { timelinesOf } from "./timeline.js";
import { isoOf, type Span } from "./windows.js";

/** A finding is an incident under a term, never a breach: whether the terms were broken is said by sources, not by us. */
export function checkTerms(evidence: Evidence): Outcome<WatchReport> {
  const { agreement, feeds } = evidence;
  const breaks = feeds.flatMap((feed) => (feed.first === null ? [] : findBreaks(recordsOf(evidence, feed))));
  const { changes, bias } = findChanges(evidence, breaks);
  const readings = tallyReadings(evidence);
  return {
    value: {
      agreement: agreement.id,
      title: agreement.title,
      parties: agreement.parties,
      feeds: feeds.map(reportOf),
      readings,
      range: rangesOf(readings),
      changes,
      ...findSubstitution(evidence),
      breaks,
      reportingBias: [...bias, ...findClaimsBias(evidence)],
      timelines: timelinesOf(evidence),
      findings: findingsOf(evidence.incidents, evidence.readings, evidence.vocabulary),
      findingsCut: evidence.cut,
    },
    problems: [...unchecked(evidence), ...feeds.flatMap(emptyFeed)],
  };
}

function recordsOf(evidence: Evidence, feed: FeedEvidence): FeedRecords {
  const [first, last] = [feed.first!, feed.last! + 1];
  const regionOf = new Map(evidence.dictionaries.places.map(({ id, region }) => [id, region]));
  const intervals = new Map<string, Span[]>();
  for (const { place, earliest, until } of feed.intervals) {
    const region = regionOf.get(place);
    if (region) intervals.set(region, [...(intervals.get(region) ?? []), { start: earliest, end: until ?? last }]);
  }
  const starts = startsOf(evidence, feed, 0, ["covered", "targetUnknown"]).filter(({ region }) => region !== null);
  const regions = starts.map((one) => ({
    region: one.region!,
    starts: one,
    intervals: intervals.get(one.region!) ?? [],
  }));
  return { feed: feed.feed, first, last, regions };
}

/** Incidents in places that no reading looks at are not listed, as they are not counted. */
export function findingsOf(
  incidents: readonly Incident[],
  readings: readonly CheckedReading[],
  vocabulary: Vocabulary,
): Finding[] {
  return incidents
    .filter(({ place }) => readings.some(({ terms }) => judgePlace(place, terms, vocabulary) !== null))
    .map((incident) => findingOf(incident, readings, vocabulary));
}

function reportOf({ feed, rows, duplicates, skipped, first, last }: FeedEvidence): FeedReport {
  return {
    id: feed.id,
    title: feed.title,
    licence: feed.origin.licence,
    from: first === null ? null : isoOf(first),
    until: last === null ? null : isoOf(last),
    rows,
    duplicates,
    skipped,
    seesTargets: feed.sees.targets.length > 0,
    parties: feed.sees.parties,
  };
}

function unchecked({ readings }: Evidence): Problem[] {
  return readings.flatMap(({ terms }) =>
    terms.exceptions === undefined || terms.exceptions.length === 0
      ? []
      : [
          {
            level: "warning" as const,
            stage: "watch",
            code: "exceptions-unchecked",
            message: `reading "${terms.id}": exceptions in words are shown and not checked (${terms.exceptions.join("; ")}). Write them as "exempts" to have them checked.`,
          },
        ],
  );
}

function emptyFeed({ feed, first }: FeedEvidence): Problem[] {
  if (first !== null) return [];
  return [
    {
      level: "error",
      stage: "watch",
      code: "feed-empty",
      message: `feed "${feed.id}" gave no record that can be read. Check the file.`,
    },
  ];
}
