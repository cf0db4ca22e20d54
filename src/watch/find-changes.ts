/** Feeds and readings -> what changed from before to during to after, a verdict for each feed, measure and direction. */
import type { FeedBreak, Judgement, MeasuredChange, ReportingBias, Verdict } from "../model/watch-report.js";
import type { Evidence, FeedEvidence } from "./evidence.js";
import { type FeedMeasure, measuresOf } from "./feed-series.js";
import { blindnessOf, partyBlindness, truceSpans } from "./feed-sight.js";
import { edgesOf } from "./find-breaks.js";
import { judgeChange } from "./judge-change.js";
import { type Comparison, comparisonsOf } from "./periods.js";
import type { Quiet } from "./placebos.js";
import type { Span } from "./windows.js";

const DAY = 86_400;
/** A shift of level this near to the truce's own edge may be the truce itself. */
const OWN_EFFECT = 10 * DAY;
/** More of a figure that happened at another time makes it no measure of the window. */
const MOST_OLD_SHARE = 0.1;

export interface ChangesFound {
  changes: MeasuredChange[];
  bias: ReportingBias[];
}

export function findChanges(evidence: Evidence, breaks: readonly FeedBreak[]): ChangesFound {
  const found = evidence.feeds.map((feed) =>
    changesOf(
      evidence,
      feed,
      breaks.filter((one) => one.feed === feed.feed.id),
    ),
  );
  return { changes: found.flatMap(({ changes }) => changes), bias: found.flatMap(({ bias }) => bias) };
}

function changesOf(evidence: Evidence, feed: FeedEvidence, breaks: readonly FeedBreak[]): ChangesFound {
  const byReading = evidence.readings.map((_, at) => measuresOf(evidence, feed, at));
  const bias: ReportingBias[] = [];
  const truces = truceSpans(feed.feed, evidence);
  const changes = byReading[0]!.flatMap(({ id }, measure) => {
    const judged = evidence.readings.map(({ terms, window }, reading) => {
      const measured = byReading[reading]![measure]!;
      const blind = blindnessOf(feed.feed, terms, evidence.vocabulary);
      const quiet: Quiet = { truces, breaks: breakEdges(breaks, window) };
      return comparisonsOf(window, measured.series.last).map((comparison) => {
        const old = oldParts(measured, comparison);
        if (old) noteBias(bias, { feed: feed.feed.id, measure: id, because: old }, terms.id);
        return {
          comparison,
          judgement: judgeChange(measured.series, comparison, quiet, old ? [...blind, old] : blind),
        };
      });
    });
    return judged[0]!.map(({ comparison }, at) =>
      changeOf(
        evidence,
        feed,
        id,
        comparison,
        judged.map((one) => one[at]!.judgement),
      ),
    );
  });
  return { changes, bias };
}

/** Once a figure, in the words of the first reading under which it shows. */
function noteBias(bias: ReportingBias[], { feed, measure, because }: ReportingBias, reading: string): void {
  const known = bias.find((one) => one.measure === measure);
  if (!known) bias.push({ feed, measure, because, readings: [reading] });
  else if (!known.readings!.includes(reading)) known.readings!.push(reading);
}

/** One answer for all readings: where they part, none is given. */
function changeOf(
  evidence: Evidence,
  { feed }: FeedEvidence,
  measure: string,
  { from, to }: Comparison,
  judgements: readonly Judgement[],
): MeasuredChange {
  const [first] = judgements as [Judgement, ...Judgement[]];
  const ids = evidence.readings.map(({ terms }) => terms.id);
  const parts = new Set(judgements.map(({ verdict }) => verdict)).size > 1;
  const differing = `It depends on the reading: ${ids.map((id, at) => `${id} ${judgements[at]!.verdict}`).join(", ")}.`;
  const verdict: Verdict = parts ? "cannot-tell" : first.verdict;
  const because = parts ? [differing, ...first.because] : first.because;
  const bound = [...new Set(evidence.readings.flatMap(({ terms }) => terms.binds ?? []))];
  return {
    feed: feed.id,
    measure,
    from,
    to,
    ...first,
    verdict,
    interval: "dispersion-adjusted",
    byParty: Object.fromEntries(
      bound.map((party) => {
        const blind = partyBlindness(feed, party);
        return [party, blind === null ? { verdict, because } : { verdict: "cannot-tell" as const, because: [blind] }];
      }),
    ),
    byReading: Object.fromEntries(
      ids.map((id, at) => [id, { verdict: judgements[at]!.verdict, rateRatio: judgements[at]!.rateRatio }]),
    ),
    because,
  };
}

function breakEdges(breaks: readonly FeedBreak[], { start, end }: Span): number[] {
  const isOwn = (at: number) => Math.abs(at - start) < OWN_EFFECT || Math.abs(at - end) < OWN_EFFECT;
  return breaks.flatMap((one) => edgesOf(one).filter((at) => !(one.kind.startsWith("level-") && isOwn(at))));
}

/** In words where a good part of the figure in either window happened at another time; null else. */
function oldParts({ id, series, old }: FeedMeasure, { focus, bases }: Comparison): string | null {
  const spans = [focus, bases[0]!.span];
  for (const { start, end } of spans) {
    const all = series.count(start, end);
    const parts = old
      .map(({ what, series: part }) => ({ what, count: part.count(start, end) }))
      .filter(({ count }) => count > 0);
    const sum = parts.reduce((total, { count }) => total + count, 0);
    if (all > 0 && sum / all > MOST_OLD_SHARE) {
      const told = parts.map(({ what, count }) => `${count} ${what}`).join(", ");
      return `${id} counts ${all} in a window that is compared, of which ${told}: they happened at another time, and a truce makes them rise.`;
    }
  }
  return null;
}
