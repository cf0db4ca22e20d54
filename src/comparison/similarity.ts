/** Two candidates of two texts -> how alike they are in issues, words, kind of act and place, 0 to 1. */
import type { Act, ActType } from "../model/act.js";
import type { Candidate } from "./cluster-acts.js";
import { acknowledges } from "./commitment-class.js";
import { isCommon } from "./common-words.js";
import type { IssueTree } from "./issue-tree.js";
import { type Features, type Overlap, overlap } from "./overlap.js";
import type { Parameters } from "./parameters.js";
import { groupOf } from "./synonyms.js";

/** A candidate as the alignment sees it: the rarer a feature in the two texts, the heavier. Links use weight up. */
export interface Profile {
  candidate: Candidate;
  words: Features;
  /** Issues, and sums beside them. */
  issues: Features;
}

export interface Likeness {
  score: number;
  words: Overlap;
  /** Null where one side names no issue. */
  issues: Overlap | null;
}

/** Profiles of both texts of a pair at once: rarity counts the clauses of these two texts and of no others. */
export function profilesOf(candidates: Candidate[], p: Parameters): Profile[] {
  const wordCount = countAll(candidates.map((candidate) => candidate.words));
  const issueCount = countAll(candidates.map(({ issues, sums }) => [...issues, ...sums]));
  const rarity = (count: number) => Math.log(1 + candidates.length / count) / Math.log(1 + candidates.length);
  return candidates.map((candidate) => ({
    candidate,
    words: new Map(
      [...candidate.words].map((word) => [word, rarity(wordCount.get(word)!) * (isCommon(word) ? p.commonCounts : 1)]),
    ),
    issues: new Map([...candidate.issues, ...candidate.sums].map((id) => [id, rarity(issueCount.get(id)!)])),
  }));
}

function countAll(bags: Iterable<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const key of bag) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * The pair score: a mean of the parts by their shares, or what nearly equal words are worth alone. Of the issues both the share that is shared counts and how rare
 * the rarest of them is: one that only these two clauses name tells more than half of a long list. Where a side names no issue, the issue share is held against it.
 * One party's thanks and another's view of the same matter are never one.
 */
export function likeness(a: Profile, b: Profile, tree: IssueTree, p: Parameters): Likeness {
  const words = overlap(a.words, b.words, p.dampWords, (word, rest) => synonymIn(word, rest, p));
  const issues =
    a.issues.size && b.issues.size
      ? overlap(a.issues, b.issues, p.dampIssues, (id, rest) => tree.nearest(id, rest, p))
      : null;
  const issueShare = p.issueShare * (issues ? 1 : p.unnamedCounts);
  const sum =
    issueShare * (issues ? issues.value + p.rarestShare * (Math.min(1, issues.best) - issues.value) : 0) +
    p.wordShare * words.value +
    p.actShare * actLikeness(a.candidate.main.act, b.candidate.main.act) +
    p.orderShare * (1 - Math.abs(a.candidate.place - b.candidate.place));
  const mean = sum / (issueShare + p.wordShare + p.actShare + p.orderShare);
  const score = Math.max(mean, p.wordsAlone * words.value);
  return { score: thanksAndView(a.candidate.main, b.candidate.main) ? 0 : score, words, issues };
}

function thanksAndView(a: Act, b: Act): boolean {
  if (a.act !== "expressed" || b.act !== "expressed" || acknowledges(a) === acknowledges(b)) return false;
  const [thanks, view] = acknowledges(a) ? [a, b] : [b, a];
  return !meet(thanks.actors, view.actors) && !meet(thanks.recipients, view.actors);
}

/** An office or person meets itself and its state, not another person of that state. */
function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((x) => others.some((y) => x === y || x.split(":")[0] === y || y.split(":")[0] === x));
}

function synonymIn(word: string, rest: ReadonlySet<string>, p: Parameters): readonly [string, number] | null {
  const group = groupOf(word);
  if (group === null) return null;
  for (const other of rest) if (groupOf(other) === group) return [other, p.synonymCounts];
  return null;
}

/** Kinds of act that texts use for one another: what one calls agreed another calls discussed, and so on. */
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
const NEIGHBOUR_COUNTS = 0.6;

function actLikeness(a: ActType, b: ActType): number {
  if (a === b) return 1;
  return NEIGHBOURS.some((group) => group.includes(a) && group.includes(b)) ? NEIGHBOUR_COUNTS : 0;
}
