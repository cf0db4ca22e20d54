/** What parties claim and what others record -> claims that rise because there is a truce to break are flagged. */
import type { ReportingBias } from "../model/watch-report.js";
import type { Evidence, FeedEvidence } from "./evidence.js";
import { incidentSeries } from "./feed-series.js";
import { comparisonsOf } from "./periods.js";
import { countIn, dispersionOf, type RateChange, rateChange } from "./rate-change.js";
import type { RateSeries } from "./rate-series.js";
import type { Span } from "./windows.js";

const FEWEST_CLAIMS = 5;

/** Under the first reading: claims rose beyond their interval, and what others record did not rise with them. */
export function findClaimsBias(evidence: Evidence): ReportingBias[] {
  const { window } = evidence.readings[0]!;
  const recorded = evidence.feeds.map((feed) =>
    changeOf(incidentSeries(evidence, feed, 0, ["covered", "targetUnknown"]), feed, window),
  );
  const othersRose = recorded.some((change) => (change?.low ?? 0) > 1);
  return evidence.feeds.flatMap((feed) => {
    const claims = incidentSeries(evidence, feed, 0, ["claims"]);
    const change = changeOf(claims, feed, window);
    if (change?.ratio == null || change.low === null || change.low <= 1 || othersRose) return [];
    return [
      {
        feed: feed.feed.id,
        measure: "claims by parties",
        because: `Claims by parties to the conflict run at ${change.ratio.toFixed(1)} times their rate of the thirty days before, and what others record did not rise: a truce makes breaches worth claiming.`,
      },
    ];
  });
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
