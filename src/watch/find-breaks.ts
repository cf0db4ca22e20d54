/** What a feed declares and how its records run -> where it broke: regions that fall silent or never end, levels that move. */
import type { Feed } from "../model/feed.js";
import type { StartSeries } from "../model/incident.js";
import type { FeedBreak } from "../model/watch-report.js";
import { levelShifts } from "./level-shifts.js";
import { startsSeries } from "./rate-series.js";
import { beginOf, isoOf, type Span } from "./windows.js";

const DAY = 86_400;
const MINUTE = 60;
/** A region is silent where it says nothing for a month, and for eight times its longest usual pause. */
const SHORTEST_SILENCE = 30 * DAY;
const TIMES_USUAL = 8;
const USUAL_QUANTILE = 0.99;
const FEWEST_STARTS = 30;
/** A region never ends where it is on for most of at least two weeks. */
const SHORTEST_ALWAYS_ON = 14 * DAY;
const ALWAYS_ON_SHARE = 0.85;

export interface RegionRecords {
  region: string;
  starts: StartSeries;
  /** Long intervals as spans; open ones end with the feed. Empty for events. */
  intervals: Span[];
}

export interface FeedRecords {
  feed: Feed;
  first: number;
  last: number;
  regions: RegionRecords[];
}

/** In order of time. Counts of casualties are not searched for shifts of level: those are what a war does. */
export function findBreaks({ feed, first, last, regions }: FeedRecords): FeedBreak[] {
  const sum = startsSeries(
    regions.map(({ starts }) => starts),
    first,
    last,
  );
  const shifts = levelShifts(sum.count, first, last).map(({ at, ratio }): FeedBreak => {
    const [kind, verb] = ratio > 1 ? (["level-rise", "rises"] as const) : (["level-fall", "falls"] as const);
    return {
      feed: feed.id,
      region: null,
      from: isoOf(at),
      to: null,
      kind,
      what: `The sum over all regions ${verb} to ${ratio.toFixed(2)} times its level and stays there.`,
    };
  });
  const declared = declaredBreaks(feed).filter(
    ({ from, to }) => from <= isoOf(last) && (to === null || to >= isoOf(first)),
  );
  const found = [...declared, ...regions.flatMap((one) => regionBreaks(feed.id, one, last)), ...shifts];
  return found.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function declaredBreaks(feed: Feed): FeedBreak[] {
  return feed.breaks.flatMap(({ from, to, regions, what }) =>
    (regions ?? [null]).map((region) => ({
      feed: feed.id,
      region,
      from: isoOf(beginOf(from, feed.zone).toSeconds()),
      to: to === undefined ? null : isoOf(beginOf(to, feed.zone).toSeconds()),
      kind: "declared" as const,
      what,
    })),
  );
}

function regionBreaks(feed: string, { region, starts, intervals }: RegionRecords, last: number): FeedBreak[] {
  const on = alwaysOn(intervals);
  const silent = silences(starts, last).filter(
    (gap) => !on.some((span) => gap.start >= span.start - DAY && gap.end <= span.end + DAY),
  );
  const told = (span: Span, kind: FeedBreak["kind"], what: string): FeedBreak => ({
    feed,
    region,
    from: isoOf(span.start),
    to: span.end >= last ? null : isoOf(span.end),
    kind,
    what,
  });
  return [
    ...on.map((span) =>
      told(span, "never-ends", `Almost always on for ${daysOf(span)} days: no start can be seen in it.`),
    ),
    ...silent.map((span) =>
      told(span, "silence", `Nothing starts for ${daysOf(span)} days, far longer than is usual there.`),
    ),
  ];
}

/** Pauses between starts, the one up to the end of the feed included. */
function silences({ minutes }: StartSeries, last: number): Span[] {
  if (minutes.length < FEWEST_STARTS) return [];
  const times = minutes.map((minute) => minute * MINUTE);
  const pauses = times.map((start, at) => ({ start, end: times[at + 1] ?? last }));
  const lengths = pauses.map(({ start, end }) => end - start).sort((a, b) => a - b);
  const usual = lengths[Math.floor(USUAL_QUANTILE * lengths.length)]!;
  return pauses.filter(({ start, end }) => end - start >= Math.max(SHORTEST_SILENCE, TIMES_USUAL * usual));
}

/** Stretches in which the fortnight around every day is mostly on. */
function alwaysOn(intervals: readonly Span[]): Span[] {
  if (intervals.length === 0) return [];
  const shares = onShares(intervals);
  const runs: { from: number; to: number }[] = [];
  for (const day of [...shares.keys()].sort((a, b) => a - b)) {
    if (movingShare(shares, day) < ALWAYS_ON_SHARE) continue;
    const run = runs.at(-1);
    if (run && day - run.to <= 1) run.to = day;
    else runs.push({ from: day, to: day });
  }
  return merged(runs.map((run) => widened(run, shares)))
    .map(({ from, to }) => ({ start: from * DAY, end: (to + 1) * DAY }))
    .filter(({ start, end }) => end - start >= SHORTEST_ALWAYS_ON);
}

/** The fortnight's mean cuts both ends of a stretch; days that are on themselves belong to it. */
function widened(
  { from, to }: { from: number; to: number },
  shares: ReadonlyMap<number, number>,
): { from: number; to: number } {
  let [first, last] = [from, to];
  while ((shares.get(first - 1) ?? 0) >= ALWAYS_ON_SHARE) first -= 1;
  while ((shares.get(last + 1) ?? 0) >= ALWAYS_ON_SHARE) last += 1;
  return { from: first, to: last };
}

const HALF_WINDOW_DAYS = 7;
const CLOSE_DAYS = 30;

function onShares(intervals: readonly Span[]): Map<number, number> {
  const shares = new Map<number, number>();
  for (const { start, end } of intervals) {
    for (let day = Math.floor(start / DAY); day * DAY < end; day++) {
      const on = Math.min(end, (day + 1) * DAY) - Math.max(start, day * DAY);
      shares.set(day, Math.min(1, (shares.get(day) ?? 0) + on / DAY));
    }
  }
  return shares;
}

/** Mean over the fortnight around a day. */
function movingShare(shares: ReadonlyMap<number, number>, day: number): number {
  let sum = 0;
  for (let at = day - HALF_WINDOW_DAYS; at <= day + HALF_WINDOW_DAYS; at++) sum += shares.get(at) ?? 0;
  return sum / (2 * HALF_WINDOW_DAYS + 1);
}

function merged(runs: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const result: { from: number; to: number }[] = [];
  for (const run of runs) {
    const previous = result.at(-1);
    if (previous && run.from - previous.to <= CLOSE_DAYS) previous.to = run.to;
    else result.push({ ...run });
  }
  return result;
}

function daysOf({ start, end }: Span): number {
  return Math.round((end - start) / DAY);
}

/** The instants of a break that no window may hold: where it begins and where it ends. */
export function edgesOf({ from, to }: FeedBreak): number[] {
  return [from, ...(to === null ? [] : [to])].map((at) => Math.round(Date.parse(at) / 1000));
}
