/** A text and spans that may overlap -> stretches that each bear one set of items, in order and without gaps. */
import type { Span } from "../model/span.js";

export interface MarkedSpan extends Span {
  /** Number of the item the span evidences. */
  item: number;
}

export interface Segment extends Span {
  /** Items whose spans cover the stretch, ascending; empty between spans. */
  items: number[];
  /** Items whose words begin here. */
  opens: number[];
}

/** The segments' slices joined are the text. Empty spans and what lies beyond the text are left out. */
export function markSegments(length: number, spans: readonly MarkedSpan[]): Segment[] {
  const inside = spans.filter(({ start, end }) => start < end && end <= length);
  const opening = groupBy(inside, ({ start }) => start);
  const closing = groupBy(inside, ({ end }) => end);
  const cuts = [...new Set([0, length, ...opening.keys(), ...closing.keys()])].sort((a, b) => a - b);
  const depth = new Map<number, number>();
  const segments: Segment[] = [];
  for (const [at, start] of cuts.slice(0, -1).entries()) {
    for (const { item } of closing.get(start) ?? []) depth.set(item, depth.get(item)! - 1);
    for (const { item } of opening.get(start) ?? []) depth.set(item, (depth.get(item) ?? 0) + 1);
    const items = [...depth].flatMap(([item, count]) => (count > 0 ? [item] : [])).sort((a, b) => a - b);
    const before = segments.at(-1)?.items ?? [];
    segments.push({ start, end: cuts[at + 1]!, items, opens: items.filter((item) => !before.includes(item)) });
  }
  return segments;
}

function groupBy(spans: readonly MarkedSpan[], key: (span: MarkedSpan) => number): Map<number, MarkedSpan[]> {
  const groups = new Map<number, MarkedSpan[]>();
  for (const span of spans) groups.set(key(span), [...(groups.get(key(span)) ?? []), span]);
  return groups;
}
