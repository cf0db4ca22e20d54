/** Feeds and the first reading's window -> counts by day (or week) around it, for charts. */
import type { Timeline } from "../model/watch-report.js";
import type { Evidence } from "./evidence.js";
import { measuresOf } from "./feed-series.js";
import { countIn } from "./rate-change.js";
import { isoOf } from "./windows.js";

const DAY = 86_400;
const AROUND = 30 * DAY;
/** More bars are not read; weeks stand for days then. */
const MOST_BARS = 120;

/** One a feed and measure: thirty days before the window to thirty after, as far as the records reach. */
export function timelinesOf(evidence: Evidence): Timeline[] {
  const { start, end } = evidence.readings[0]!.window;
  return evidence.feeds.flatMap((feed) =>
    feed.first === null
      ? []
      : measuresOf(evidence, feed, 0).map(({ id, series }) => {
          const until = Math.min(end + AROUND, series.last);
          const step = (until - start + AROUND) / DAY > MOST_BARS ? 7 * DAY : DAY;
          const bins = [];
          for (let at = start - AROUND; at + step <= until; at += step) {
            const { count, days } = countIn(series, { start: at, end: at + step });
            if (at >= series.first - DAY && days > 0)
              bins.push({ start: isoOf(at), end: isoOf(at + step), count, days });
          }
          return { feed: feed.feed.id, measure: id, bins };
        }),
  );
}
