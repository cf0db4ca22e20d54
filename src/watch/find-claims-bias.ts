/** What parties claim and what others record -> claims that rise because there is a truce to break are flagged. */
import type { ReportingBias } from "../model/watch-report.js";
import type { Evidence, FeedEvidence } from "./evidence.js";
import { incidentSeries } from "./feed-series.js";
import { comparisonsOf } from "./periods.js";
import { countIn, dispersionOf, type RateChange, rateChange } from "./rate-change.js";
import type { RateSeries } from "./rate-series.js";
import type { Span } from "./windows.js";

const FEWEST_CLAIMS = 5;

/** Under every reading: claims rose beyond their interval, and what others record did not rise with them. */
export function findClaimsBias(evidence: Evidence): ReportingBias[] {
  return evidence.feeds.flatMap((feed) => {
    const risen = evidence.readings.flatMap(({ terms }, reading) => {
      const ratio = claimsRose(evidence, feed, reading);
      return ratio === null ? [] : [{ reading: terms.id, ratio }];
    });
    if (risen.length === 0) return [];
    const ratios = risen.map(({ ratio }) => ratio);
    const range = [...new Set([Math.min(...ratios).toFixed(1), Math.max(...ratios).toFixed(1)])].join(" to ");
    const because = `Claims by parties to the conflict run at ${range} times their rate of the thirty days before, and what others record did not rise: a truce makes breaches worth claiming.`;
    const readings = risen.map(({ reading }) => reading);
    return [{ feed: feed.feed.id, measure: "claims by parties", because, readings }];
  });
}

/** How many times their rate before, where claims rose and nothing else did; null else. */
function claimsRose(evidence: Evidence, feed: FeedEvidence, reading: number): number | null {
  const { window } = evidence.readings[reading]!;
  const claims = changeOf(incidentSeries(evidence, feed, reading, ["claims"]), feed, window);
  if (claims?.ratio == null || claims.low === null || claims.low <= 1) return null;
  const othersRose = evidence.feeds.some((one) => {
    const recorded = changeOf(incidentSeries(evidence, one, reading, ["covered", "targetUnknown"]), one, window);
    return (recorded?.low ?? 0) > 1;
  });
  return othersRose ? null : claims.ratio;
}

function changeOf(series: RateSeries, { last }: FeedEvidence, window: Span): RateChange | null {
  if (last === null) return null;
  const [{ focus, bases }] = comparisonsOf(window, last) as [ReturnType<typeof comparisonsOf>[0]];
  const base = bases.at(-1)!.span;
  if (base.start < series.first - 86_400 || focus.end <= focus.start) return null;
  const [now, then] = [countIn(series, focus), countIn(series, base)];
  return now.count < FEWEST_CLAIMS
    ? null
    : rateChange(now, then.count === 0 ? { ...then, count: 1 } : then, dispersionOf(series, [focus, base]));
}
