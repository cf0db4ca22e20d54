/** Candidates of several texts -> groups that say the same thing, each with at most one candidate a text. */
import { type Candidate, contentKey } from "./cluster-acts.js";
import type { IssueTree } from "./issue-tree.js";
import type { Parameters } from "./parameters.js";
import { type Features, type Likeness, likeness, type Profile, profilesOf } from "./similarity.js";

export interface Link {
  a: Candidate;
  b: Candidate;
  score: number;
}

/** Links of one pair of texts; only these two texts decide, so that a further text changes nothing. */
export function linkPair(one: Candidate[], two: Candidate[], tree: IssueTree, p: Parameters): Link[] {
  const [a, b] = inOrderOfContent(one, two);
  const profiles = profilesOf([...a, ...b], tree, p);
  const left = profiles.slice(0, a.length);
  const right = profiles.slice(a.length);
  const scores = left.map((x) => right.map((y) => likeness(x, y, tree, p)));
  const links: Link[] = [];
  const degree = new Map<Profile, number>();
  for (;;) {
    const best = bestOpen(left, right, scores, degree, p);
    if (!best) return links;
    const [i, j] = best;
    const [x, y, found] = [left[i]!, right[j]!, scores[i]![j]!];
    links.push({ a: x.candidate, b: y.candidate, score: found.score });
    for (const profile of [x, y]) degree.set(profile, (degree.get(profile) ?? 0) + 1);
    discount(x, y, found, p);
    right.forEach((other, k) => { scores[i]![k] = likeness(x, other, tree, p); });
    left.forEach((other, k) => { scores[k]![j] = likeness(other, y, tree, p); });
    scores[i]![j] = { ...scores[i]![j]!, score: -1 };
  }
}

/** Swapped texts must give the same sums and the same ties: what they say decides which comes first. */
function inOrderOfContent(one: Candidate[], two: Candidate[]): [Candidate[], Candidate[]] {
  const key = (list: Candidate[]) => `${list.map(contentKey).join("\n")}\n${list[0]?.source}`;
  return key(one) <= key(two) ? [one, two] : [two, one];
}

function bestOpen(left: Profile[], right: Profile[], scores: Likeness[][], degree: Map<Profile, number>, p: Parameters): [number, number] | null {
  let best: [number, number] | null = null;
  let top = 0;
  left.forEach((x, i) => {
    right.forEach((y, j) => {
      const tied = (degree.get(x) ?? 0) + (degree.get(y) ?? 0);
      const { score } = scores[i]![j]!;
      if ((degree.get(x) && degree.get(y)) || score < (tied ? p.furtherFrom : p.linkFrom) || score <= top) return;
      [best, top] = [[i, j], score];
    });
  });
  return best;
}

function discount(x: Profile, y: Profile, found: Likeness, p: Parameters): void {
  const keep = (features: Features, keys: string[]) => {
    for (const key of keys) features.set(key, features.get(key)! * p.usedKeeps);
  };
  keep(x.words, found.words.used[0]);
  keep(y.words, found.words.used[1]);
  if (!found.issues) return;
  keep(x.issues, found.issues.used[0]);
  keep(y.issues, found.issues.used[1]);
}

/** Maximal cliques of the links: what all members say alike; a candidate may stand in several (one to many). */
export function groupLinks(candidates: Candidate[], links: Link[]): Candidate[][] {
  const near = new Map(candidates.map((c) => [c, new Set<Candidate>()]));
  for (const { a, b } of links) {
    near.get(a)!.add(b);
    near.get(b)!.add(a);
  }
  const groups: Candidate[][] = [];
  const grow = (clique: Candidate[], open: Candidate[], shut: Candidate[]) => {
    if (clique.length && !open.length && !shut.length) groups.push(clique);
    while (open.length) {
      const next = open.shift()!;
      const meets = (c: Candidate) => near.get(next)!.has(c);
      grow([...clique, next], open.filter(meets), shut.filter(meets));
      shut.push(next);
    }
  };
  grow([], [...candidates], []);
  return groups;
}
