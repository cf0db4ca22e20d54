/** Candidates of several texts -> groups that say the same thing, each with at most one candidate a text. */
import { type Candidate, contentKey } from "./cluster-acts.js";
import type { IssueTree } from "./issue-tree.js";
import type { Features } from "./overlap.js";
import type { Parameters } from "./parameters.js";
import { type Likeness, likeness, type Profile, profilesOf } from "./similarity.js";

/** Two candidates of two texts that say the same thing. */
export interface Link {
  a: Candidate;
  b: Candidate;
}

/** What an editor has said is tied as it was said; the rest is tied by what it says. */
export function linkPair(one: Candidate[], two: Candidate[], tree: IssueTree, p: Parameters): Link[] {
  const said = one.flatMap((a) =>
    a.matter === undefined ? [] : two.filter((b) => b.matter === a.matter).map((b) => ({ a, b })),
  );
  const open = (candidates: Candidate[]) => candidates.filter(({ matter }) => matter === undefined);
  return [...said, ...linkFound(open(one), open(two), tree, p)];
}

/**
 * Links of one pair of texts, best first; only these two texts decide, so that a further text changes nothing. A link
 * uses up what its two clauses share; what is left of a clause may tie it to a further one (one to many), but never
 * two clauses that both have a partner.
 */
function linkFound(one: Candidate[], two: Candidate[], tree: IssueTree, p: Parameters): Link[] {
  const [a, b] = inOrderOfContent(one, two);
  const profiles = profilesOf([...a, ...b], p);
  const left = profiles.slice(0, a.length);
  const right = profiles.slice(a.length);
  const scores = left.map((x) => right.map((y) => likeness(x, y, tree, p)));
  const links: Link[] = [];
  const tied = new Set<Profile>();
  const closed = new Set<Likeness>();
  for (
    let next = bestOpen(left, right, scores, tied, closed, p);
    next;
    next = bestOpen(left, right, scores, tied, closed, p)
  ) {
    const [i, j] = next;
    const [x, y, found] = [left[i]!, right[j]!, scores[i]![j]!];
    links.push({ a: x.candidate, b: y.candidate });
    tied.add(x).add(y);
    closed.add(found);
    useUp(x, y, found, p);
    const again = (row: number, column: number) => {
      const score = scores[row]![column]!;
      if (!closed.has(score)) scores[row]![column] = likeness(left[row]!, right[column]!, tree, p);
    };
    right.forEach((_, column) => {
      again(i, column);
    });
    left.forEach((_, row) => {
      again(row, j);
    });
  }
  return links;
}

/** Swapped texts must give the same sums and the same ties: what they say decides which comes first. */
function inOrderOfContent(one: Candidate[], two: Candidate[]): [Candidate[], Candidate[]] {
  const key = (list: Candidate[]) => `${list.map(contentKey).join("\n")}\n${list[0]?.source}`;
  return key(one) <= key(two) ? [one, two] : [two, one];
}

/** Row and column of the best pair that may still be tied; of equal ones the first in the texts. */
function bestOpen(
  left: Profile[],
  right: Profile[],
  scores: Likeness[][],
  tied: Set<Profile>,
  closed: Set<Likeness>,
  p: Parameters,
): [number, number] | null {
  let best: [number, number] | null = null;
  let top = 0;
  left.forEach((x, i) => {
    right.forEach((y, j) => {
      const found = scores[i]![j]!;
      if (found.score <= top || closed.has(found) || (tied.has(x) && tied.has(y))) return;
      if (found.score < (tied.has(x) || tied.has(y) ? p.furtherFrom : p.linkFrom)) return;
      [best, top] = [[i, j], found.score];
    });
  });
  return best;
}

function useUp(x: Profile, y: Profile, { words, issues }: Likeness, p: Parameters): void {
  const discount = (features: Features, keys: string[]) => {
    for (const key of keys) features.set(key, features.get(key)! * p.usedKeeps);
  };
  discount(x.words, words.used[0]);
  discount(y.words, words.used[1]);
  discount(x.issues, issues?.used[0] ?? []);
  discount(y.issues, issues?.used[1] ?? []);
}

/**
 * Maximal cliques of the links (Bron and Kerbosch 1973): groups whose members are all tied to one another. Taking a
 * text away leaves what the others' links alone would give, which chains of links would not.
 */
export function groupLinks(candidates: Candidate[], links: Link[]): Candidate[][] {
  const near = new Map(candidates.map((candidate) => [candidate, new Set<Candidate>()]));
  for (const { a, b } of links) {
    near.get(a)!.add(b);
    near.get(b)!.add(a);
  }
  const groups: Candidate[][] = [];
  const grow = (group: Candidate[], open: Candidate[], shut: Candidate[]) => {
    if (group.length && !open.length && !shut.length) groups.push(group);
    while (open.length) {
      const next = open.shift()!;
      const meets = (candidate: Candidate) => near.get(next)!.has(candidate);
      grow([...group, next], open.filter(meets), shut.filter(meets));
      shut.push(next);
    }
  };
  grow([], [...candidates], []);
  return groups;
}
