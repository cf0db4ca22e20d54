/** A Comparison and an event's marks -> counts of items found, useful, aligned and rightly related: the measures of docs/evaluation.md. */

import type { Comparison, Item } from "../model/comparison.js";
import { LONGEST_SPAN } from "../model/span-length.js";
import type { Cue, MarkedEvent, MarkedItem } from "./marked-event.js";

export const RELATIONS = ["both", "only", "scope-differs", "strength-differs", "contradicts", "some"] as const;

export interface Counts {
  gold: number;
  found: number;
  predicted: number;
  useful: number;
  pairs: number;
  aligned: number;
  /** Sources of found items whose phrase is covered, and those of them whose act is of the marked kind. */
  cells: number;
  acts: number;
  /** Spans printed, and those of them that slice to their quote. */
  spans: number;
  exact: number;
  hit: Record<string, number>;
  missed: Record<string, number>;
  wrong: Record<string, number>;
}

export interface Scores {
  itemRecall: number;
  itemPrecision: number;
  alignment: number;
  actAccuracy: number;
  relationF1: number;
  relationF1By: Record<string, number>;
}

/** The marked item that each predicted item answers, and what each relation came to. */
export interface Scored extends Counts {
  matches: { item: MarkedItem; answer: Item | null; all: boolean }[];
  useless: Item[];
}

type Marked = Pick<MarkedEvent, "texts" | "items">;

/** One event. Matching: most sources first, then equal relation, then the narrower spans. */
export function scoreItems(event: Marked, comparison: Comparison): Scored {
  const { items } = event;
  const answers = comparison.items;
  const candidates = items.flatMap((item, g) =>
    answers.flatMap((answer, k) => {
      const n = Object.keys(item.cues).filter((id) => covered(item.cues[id]!, answer, id)).length;
      return n
        ? [{ g, k, n, same: kindOf(item.relation) === kindOf(answer.relation) ? 1 : 0, width: widthOf(answer) }]
        : [];
    }),
  );
  candidates.sort((a, b) => b.n - a.n || b.same - a.same || a.width - b.width);
  const ofItem = new Map<number, number>();
  const taken = new Set<number>();
  for (const { g, k } of candidates) {
    if (ofItem.has(g) || taken.has(k)) continue;
    ofItem.set(g, k);
    taken.add(k);
  }
  const useful = new Set(taken);
  for (const { k } of candidates) {
    if (!useful.has(k) && ![...useful].some((u) => sharesText(answers[u]!, answers[k]!))) useful.add(k);
  }
  return { ...count(items, answers, ofItem, useful), ...countSpans(event, answers) };
}

function countSpans({ texts }: Marked, answers: Item[]): { spans: number; exact: number } {
  const exact = answers.flatMap(({ sources }) =>
    Object.entries(texts).flatMap(([id, text]) =>
      (sources[id]?.spans ?? []).map(({ start, end, quote }) => text.slice(start, end) === quote),
    ),
  );
  return { spans: exact.length, exact: exact.filter(Boolean).length };
}

function count(items: MarkedItem[], answers: Item[], ofItem: Map<number, number>, useful: Set<number>): Scored {
  const scored: Scored = {
    ...emptyCounts(),
    gold: items.length,
    found: ofItem.size,
    predicted: answers.length,
    useful: useful.size,
    matches: [],
    useless: [],
  };
  items.forEach((item, g) => {
    const at = ofItem.get(g);
    const answer = at === undefined ? null : answers[at]!;
    const cued = Object.keys(item.cues);
    const all = answer !== null && cued.every((id) => covered(item.cues[id]!, answer, id));
    if (cued.length > 1) {
      scored.pairs += 1;
      if (all) scored.aligned += 1;
    }
    for (const id of cued) {
      const kind = answer && actOf(answer, id, item.cues[id]!);
      if (kind) scored.cells += 1;
      if (kind && groupOf(kind) === groupOf(item.cues[id]!.act)) scored.acts += 1;
    }
    const want = kindOf(item.relation);
    const got = answer && kindOf(answer.relation);
    if (got === want) bump(scored.hit, want);
    else {
      bump(scored.missed, want);
      if (got) bump(scored.wrong, got);
    }
    scored.matches.push({ item, answer, all });
  });
  answers.forEach((answer, k) => {
    if (useful.has(k)) return;
    bump(scored.wrong, kindOf(answer.relation));
    scored.useless.push(answer);
  });
  return scored;
}

export function emptyCounts(): Counts {
  return {
    gold: 0,
    found: 0,
    predicted: 0,
    useful: 0,
    pairs: 0,
    aligned: 0,
    cells: 0,
    acts: 0,
    spans: 0,
    exact: 0,
    hit: {},
    missed: {},
    wrong: {},
  };
}

export function addCounts(a: Counts, b: Counts): Counts {
  const sum = emptyCounts();
  for (const key of [
    "gold",
    "found",
    "predicted",
    "useful",
    "pairs",
    "aligned",
    "cells",
    "acts",
    "spans",
    "exact",
  ] as const)
    sum[key] = a[key] + b[key];
  for (const key of ["hit", "missed", "wrong"] as const) {
    for (const table of [a[key], b[key]])
      for (const [kind, n] of Object.entries(table)) sum[key][kind] = (sum[key][kind] ?? 0) + n;
  }
  return sum;
}

/** Ratios of the counts; relationF1 is the mean over relations that the marks bear at least `atLeast` times. */
export function scoresOf(counts: Counts, atLeast = 3): Scores {
  const by: Record<string, number> = {};
  for (const kind of RELATIONS) {
    const [hit, missed, wrong] = [counts.hit[kind] ?? 0, counts.missed[kind] ?? 0, counts.wrong[kind] ?? 0];
    if (hit + missed >= atLeast) by[kind] = ratio(2 * hit, 2 * hit + missed + wrong);
  }
  const kinds = Object.values(by);
  return {
    itemRecall: ratio(counts.found, counts.gold),
    itemPrecision: ratio(counts.useful, counts.predicted),
    alignment: ratio(counts.aligned, counts.pairs),
    actAccuracy: ratio(counts.acts, counts.cells),
    relationF1: ratio(
      kinds.reduce((a, b) => a + b, 0),
      kinds.length,
    ),
    relationF1By: by,
  };
}

function covered(cue: Cue, answer: Item, id: string): boolean {
  return spansOf(answer, id).some((s) => covers(s, cue));
}

function covers(s: { start: number; end: number }, cue: Cue): boolean {
  return 2 * (Math.min(s.end, cue.end) - Math.max(s.start, cue.start)) >= cue.end - cue.start;
}

/** Acts that a careful reader would take for one another. */
const ACT_GROUPS = [
  ["agreed", "accepted"],
  ["proposed"],
  ["rejected", "denied"],
  ["demanded"],
  ["conditioned", "threatened"],
  ["ordered", "pledged"],
  ["supported"],
  ["discussed", "informed", "expressed"],
  ["accused"],
];

function groupOf(act: string): number {
  return ACT_GROUPS.findIndex((group) => group.includes(act));
}

/** The act of the span that covers the phrase; an undertaking that is negated counts as a refusal. */
function actOf(answer: Item, id: string, cue: Cue): string | null {
  const span = answer.sources[id]?.spans.find((s) => s.end - s.start <= LONGEST_SPAN && covers(s, cue));
  if (!span) return null;
  return answer.sources[id]!.veridicality === "negated" && ["agreed", "accepted", "supported"].includes(span.act)
    ? "rejected"
    : span.act;
}

function spansOf(answer: Item, id: string): { start: number; end: number }[] {
  return (answer.sources[id]?.spans ?? []).filter((s) => s.end - s.start <= LONGEST_SPAN);
}

function widthOf(answer: Item): number {
  return Object.keys(answer.sources)
    .flatMap((id) => spansOf(answer, id))
    .reduce((sum, s) => sum + s.end - s.start, 0);
}

function sharesText(a: Item, b: Item): boolean {
  return Object.keys(a.sources).some((id) =>
    spansOf(a, id).some((s) => spansOf(b, id).some((t) => s.start < t.end && t.start < s.end)),
  );
}

function kindOf(relation: string): string {
  return relation.split(":")[0]!;
}

function bump(table: Record<string, number>, key: string): void {
  table[key] = (table[key] ?? 0) + 1;
}

function ratio(a: number, b: number): number {
  return b ? a / b : 0;
}
