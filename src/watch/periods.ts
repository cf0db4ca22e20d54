/** A truce's window and how far the data reach -> the windows that are compared: one in focus, and what it is set against. */
import type { Period } from "../model/watch-report.js";
import type { Span } from "./windows.js";

const DAY = 86_400;
const WEEK = 7 * DAY;
const THIRTY_DAYS = 30 * DAY;

export interface Comparison {
  from: Period;
  to: Period;
  focus: Span;
  /** The first one decides; the others must not point the other way. */
  bases: { id: string; span: Span }[];
}

/** In the order of the contract. After a truce as long is looked at as it lasted, thirty days at most. */
export function comparisonsOf({ start, end }: Span, last: number): Comparison[] {
  const length = end - start;
  const reached = Math.min(end, last);
  const after = { start: end, end: end + Math.min(length, THIRTY_DAYS) };
  const lastOfDuring = { start: Math.max(start, end - THIRTY_DAYS), end };
  return [
    {
      from: "before",
      to: "during",
      focus: { start, end: Math.max(reached, start) },
      bases: basesBefore(start, length),
    },
    {
      from: "during",
      to: "after",
      focus: after,
      bases: [
        { id: length <= THIRTY_DAYS ? "during" : "thirty-days", span: lastOfDuring },
        ...(length > WEEK ? [{ id: "week-before", span: { start: end - WEEK, end } }] : []),
      ],
    },
    { from: "before", to: "after", focus: after, bases: basesBefore(start, Math.min(length, THIRTY_DAYS)) },
  ];
}

/** The week before, the same hours a week earlier (for what lasts at most a week), and thirty days. */
function basesBefore(start: number, length: number): Comparison["bases"] {
  return [
    { id: "week-before", span: { start: start - WEEK, end: start } },
    ...(length <= WEEK
      ? [{ id: "same-hours-week-earlier", span: { start: start - WEEK, end: start - WEEK + length } }]
      : []),
    { id: "thirty-days", span: { start: start - THIRTY_DAYS, end: start } },
  ];
}

export function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The span from the earliest start to the latest end. */
export function hullOf(spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
