/** Rates on targets that the terms cover and on those they spare -> whether conduct moved to what is not covered. */
import type { Substitution } from "../model/watch-report.js";
import type { Evidence, FeedEvidence } from "./evidence.js";
import { incidentSeries } from "./feed-series.js";
import { blindnessOf } from "./feed-sight.js";
import { round } from "./judge-change.js";
import { ANY } from "./part-of.js";
import { comparisonsOf } from "./periods.js";
import { countIn, dispersionOf, rateChange } from "./rate-change.js";
import type { RateSeries } from "./rate-series.js";
import type { Span } from "./windows.js";

const FEWEST_EVENTS = 5;

export interface SubstitutionFound {
  substitution: Substitution | null;
  substitutionByReading: Record<string, Substitution | null>;
}

/** Under every reading, and one answer for all of them where they do not part. */
export function findSubstitution(evidence: Evidence): SubstitutionFound {
  const found = evidence.readings.map(({ terms }, at) => [terms.id, underReading(evidence, at)] as const);
  return { substitution: together(found), substitutionByReading: Object.fromEntries(found) };
}

function together(found: readonly (readonly [string, Substitution | null])[]): Substitution | null {
  const told = found.flatMap(([id, one]) => (one === null ? [] : [{ id, ...one }]));
  if (told.length === 0) return null;
  const [{ id: _, ...first }] = told as [(typeof told)[0]];
  if (told.every(({ verdict }) => verdict === first.verdict)) return first;
  const parting = `It depends on the reading: ${told.map(({ id, verdict }) => `${id} ${verdict}`).join(", ")}.`;
  return { ...first, verdict: "cannot-tell", because: [parting] };
}

/**
 * By the first feed that sees targets; null where none does or the reading covers every target. "moved" where covered
 * targets fell and spared ones rose, both beyond the interval that counts over-dispersion.
 */
function underReading(evidence: Evidence, reading: number): Substitution | null {
  const { terms, window } = evidence.readings[reading]!;
  if (terms.targets === undefined || terms.targets.includes(ANY)) return null;
  const feed = evidence.feeds.find((one) => one.feed.sees.targets.length > 0 && one.first !== null);
  if (!feed) return null;
  const [before] = comparisonsOf(window, feed.last!) as [ReturnType<typeof comparisonsOf>[0]];
  const base = before.bases.at(-1)!.span;
  const sides = {
    covered: sideOf(incidentSeries(evidence, feed, reading, ["covered"]), before.focus, base),
    notCovered: sideOf(incidentSeries(evidence, feed, reading, ["spared"]), before.focus, base),
  };
  const told = { feed: feed.feed.id, covered: sides.covered.figures, notCovered: sides.notCovered.figures };
  const obstacles = [...blindnessOf(feed.feed, terms, evidence.vocabulary), ...tooFew(feed, sides, base)];
  if (obstacles.length > 0) return { ...told, verdict: "cannot-tell", because: obstacles };
  const moved = (sides.covered.high ?? 1) < 1 && (sides.notCovered.low ?? 1) > 1;
  const because = moved
    ? ["Conduct against covered targets fell while conduct against others rose, both beyond chance."]
    : ["Nothing shows that conduct moved from covered targets to others."];
  return { ...told, verdict: moved ? "moved" : "no-sign", because };
}

interface Side {
  figures: Substitution["covered"];
  low: number | null;
  high: number | null;
}

function sideOf(series: RateSeries, focus: Span, base: Span): Side {
  const [now, then] = [countIn(series, focus), countIn(series, base)];
  const { ratio, low, high } = rateChange(now, then, dispersionOf(series, [focus, base]));
  const figures = {
    count: then.count,
    days: round(then.days),
    during: now.count,
    duringDays: round(now.days),
    rateRatio: ratio === null ? null : round(ratio),
  };
  return { figures, low, high };
}

function tooFew(
  { feed, first }: FeedEvidence,
  { covered, notCovered }: { covered: Side; notCovered: Side },
  base: Span,
): string[] {
  if (first! > base.start + 86_400) return [`The records of ${feed.id} begin after the thirty days before the window.`];
  return [["covered", covered] as const, ["not covered", notCovered] as const].flatMap(([name, { figures }]) =>
    figures.count + figures.during < FEWEST_EVENTS
      ? [`Too few to tell: ${figures.count} before and ${figures.during} during against targets that are ${name}.`]
      : [],
  );
}
