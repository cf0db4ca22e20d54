/** Two candidates of two texts -> how alike they are in issues, words, class of act and place, 0 to 1. */
import type { Act } from "../model/act.js";
import type { Candidate } from "./cluster-acts.js";
import { acknowledges, classOf } from "./commitment-class.js";
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
  issues: Overlap;
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
 * The pair score: a mean of the parts by their shares, or what nearly equal words are worth alone. Of the issues only
 * the rarest that both name counts: a long list of general ones tells little. One party's thanks and another's view of
 * the same matter are one only where they share the words for it.
 */
export function likeness(a: Profile, b: Profile, tree: IssueTree, p: Parameters): Likeness {
  const words = overlap(a.words, b.words, p.dampWords, (word, rest) => synonymIn(word, rest, p));
  const issues = overlap(a.issues, b.issues, 0, (id, rest) => tree.nearest(id, rest, p));
  const [x, y] = [a.candidate, b.candidate];
  if (words.value < p.thanksWordsFrom && thanksAndView(x.main, y.main)) return { score: 0, words, issues };
  const sum =
    p.issueShare * Math.min(1, issues.best) +
    p.wordShare * words.value +
    p.classShare * (classOf(x.main) === classOf(y.main) ? 1 : 0) +
    p.orderShare * (1 - Math.abs(x.place - y.place));
  const mean = sum / (p.issueShare + p.wordShare + p.classShare + p.orderShare);
  return { score: Math.max(mean, p.wordsAlone * words.value), words, issues };
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
