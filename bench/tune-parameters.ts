/** Read events -> the comparison's numbers that score best on them, by coordinate ascent over a small grid. */
import { type ComparisonCatalog, compareActs } from "../src/comparison/compare-acts.js";
import type { Parameters } from "../src/comparison/parameters.js";
import { addCounts, type Counts, emptyCounts, scoreItems, scoresOf } from "../src/evaluation/score-items.js";
import type { ReadEvent } from "./read-events.js";

/** The values that each number may take. The coarser, the less there is to learn by heart from eight events. */
export const GRID: { [Name in keyof Parameters]?: number[] } = {
  linkFrom: [0.34, 0.36, 0.38, 0.4],
  furtherFrom: [0.26, 0.3, 0.34],
  lagCounts: [0.5, 1, 1.5],
  issueShare: [0.35, 0.45, 0.55],
  classShare: [0.06, 0.1],
  orderShare: [0.03, 0.06],
  synonymCounts: [0.3, 0.5],
  commonCounts: [0.4, 0.5, 0.6],
  dampWords: [1.5, 2],
  wordsAlone: [0.9, 1.1],
  usedKeeps: [0.3, 0.5],
  worthFrom: [0.1, 0.15, 0.2],
  worthFromInShort: [0.05, 0.1, 0.15],
  lengthCounts: [0.15, 0.2, 0.25],
  repeatFrom: [0.05, 0.1, 0.2],
  repeatFromInShort: [0.1, 0.15, 0.2],
  repeatIssuesFrom: [0.5, 0.6, 1],
  strengthGap: [0.25, 0.3],
  likeWordsFrom: [0.15, 0.2, 0.25],
};

const ROUNDS = 2;

/** Deterministic; `start` is kept wherever another value is not strictly better. */
export function tuneParameters(events: ReadEvent[], catalog: ComparisonCatalog, start: Parameters): Parameters {
  let best = start;
  let top = goal(countAll(events, catalog, best));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, values] of Object.entries(GRID)) {
      for (const value of values) {
        const tried = { ...best, [name]: value };
        const reached = goal(countAll(events, catalog, tried));
        if (reached > top + 1e-9) [best, top] = [tried, reached];
      }
    }
  }
  return best;
}

export function countAll(events: ReadEvent[], catalog: ComparisonCatalog, parameters: Parameters): Counts {
  return events
    .map(({ event, sources }) => scoreItems(event, compareActs(sources, catalog, {}, parameters).value))
    .reduce<Counts>(addCounts, emptyCounts());
}

/** What is asked for (issue 3): alignment, relations and precision, without giving items away. */
export function goal(counts: Counts): number {
  const { alignment, relationF1, itemPrecision, itemRecall } = scoresOf(counts);
  return alignment + relationF1 + itemPrecision + 1.5 * Math.min(itemRecall, 0.92);
}
