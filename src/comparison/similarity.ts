/** Two candidates of two texts -> how alike they are in issues, words, kind of act, actors and place, 0 to 1. */
import type { ActType } from "../model/act.js";
import type { Candidate } from "./cluster-acts.js";
import { isCommon } from "./common-words.js";
import type { IssueTree } from "./issue-tree.js";
import type { Parameters } from "./parameters.js";
import { stemWords } from "./stem-words.js";
import { headOf } from "./synonyms.js";

/** Features with their weights: the rarer in the two texts, the heavier, 1 for what stands in one clause only. */
export type Features = Map<string, number>;

/** A candidate as the alignment sees it. `left` is what no link has used yet. */
export interface Profile {
  candidate: Candidate;
  words: Features;
  issues: Features;
}

/** What two profiles share; `used` names the features that made it, to be discounted once linked. */
interface Overlap {
  value: number;
  used: [string[], string[]];
}

export interface Likeness {
  score: number;
  words: Overlap;
  issues: Overlap | null;
}

/** Profiles of both texts of a pair at once: rarity counts the clauses of these two texts and no others. */
export function profilesOf(candidates: Candidate[], tree: IssueTree, p: Parameters): Profile[] {
  const words = candidates.map((c) => new Set(c.spans.flatMap((span) => stemWords(span.quote))));
  const wordCount = countBags(words);
  const issueCount = countBags(candidates.map((c) => new Set(c.issues)));
  const weigh = (bag: Iterable<string>, counts: Map<string, number>, factor: (key: string) => number): Features =>
    new Map([...bag].map((key) => [key, rarity(counts.get(key)!, candidates.length) * factor(key)]));
  return candidates.map((candidate, k) => ({
    candidate,
    words: weigh(words[k]!, wordCount, (word) => (isCommon(word) ? p.commonCounts : 1)),
    issues: weigh(candidate.issues, issueCount, () => 1),
  }));
}

function countBags(bags: Set<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const key of bag) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function rarity(count: number, n: number): number {
  return Math.log(1 + n / count) / Math.log(1 + n);
}

/** The pair score. Issues weigh nothing where one side has none; the other shares then fill up. */
export function likeness(a: Profile, b: Profile, tree: IssueTree, p: Parameters): Likeness {
  const words = overlap(a.words, b.words, p.dampWords, (x, y) => (headOf(x) === headOf(y) ? p.synonymCounts : 0));
  const issues = a.issues.size && b.issues.size ? overlap(a.issues, b.issues, p.dampIssues, (x, y) => tree.nearness(x, y, p)) : null;
  const parts: [number, number][] = [
    [p.wordShare, words.value],
    [p.actShare, actLikeness(a.candidate.main.act, b.candidate.main.act)],
    [p.orderShare, 1 - Math.abs(a.candidate.place - b.candidate.place)],
  ];
  if (issues) parts.push([p.issueShare, issues.value]);
  const total = parts.reduce((sum, [share]) => sum + share, 0);
  return { score: parts.reduce((sum, [share, value]) => sum + share * value, 0) / total, words, issues };
}

/** Equal features first, then near ones, each used once; between containment in the smaller and share of the whole. */
function overlap(a: Features, b: Features, damp: number, near: (x: string, y: string) => number): Overlap {
  const used: [string[], string[]] = [[], []];
  let shared = 0;
  const take = (x: string, y: string, counts: number) => {
    shared += counts * Math.min(a.get(x)!, b.get(y)!);
    used[0].push(x);
    used[1].push(y);
  };
  const restA = [...a.keys()].filter((key) => !b.has(key));
  const restB = new Set([...b.keys()].filter((key) => !a.has(key)));
  for (const key of a.keys()) if (b.has(key)) take(key, key, 1);
  for (const x of restA) {
    let best: string | null = null;
    let counts = 0;
    for (const y of restB) {
      const n = near(x, y);
      if (n > counts || (n === counts && n > 0 && best !== null && y < best)) [best, counts] = [y, n];
    }
    if (best === null) continue;
    restB.delete(best);
    take(x, best, counts);
  }
  return { value: shared / (Math.sqrt(massOf(a) * massOf(b)) + damp), used };
}

export function massOf(features: Features): number {
  let sum = 0;
  for (const weight of features.values()) sum += weight;
  return sum;
}

/** Kinds of act that texts use for one another. */
const NEIGHBOURS: ActType[][] = [
  ["agreed", "accepted", "ordered", "pledged"],
  ["supported", "pledged", "expressed", "proposed"],
  ["discussed", "informed", "expressed"],
  ["discussed", "agreed", "supported", "proposed"],
  ["demanded", "proposed", "conditioned"],
  ["conditioned", "threatened", "pledged", "informed"],
  ["rejected", "denied"],
  ["accused", "expressed", "denied", "discussed"],
];

export function actLikeness(a: ActType, b: ActType): number {
  if (a === b) return 1;
  return NEIGHBOURS.some((group) => group.includes(a) && group.includes(b)) ? 0.6 : 0;
}
