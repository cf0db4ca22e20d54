/** Candidates of several texts -> groups that say the same thing, each with at most one candidate a text. */
import { type Candidate, contentKey } from "./cluster-acts.js";
import type { IssueTree } from "./issue-tree.js";
import { OpenPairs } from "./open-pairs.js";
import type { Parameters } from "./parameters.js";
import { profilesOf } from "./similarity.js";

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
  const open = new OpenPairs(profiles.slice(0, a.length), profiles.slice(a.length), tree, p);
  const links: Link[] = [];
  for (let next = open.best(); next; next = open.best()) {
    links.push({ a: next.x.candidate, b: next.y.candidate });
    open.tie(next);
  }
  return links;
}

/** Swapped texts must give the same sums and the same ties: what they say decides which comes first. */
function inOrderOfContent(one: Candidate[], two: Candidate[]): [Candidate[], Candidate[]] {
  const key = (list: Candidate[]) => `${list.map(contentKey).join("\n")}\n${list[0]?.source}`;
  return key(one) <= key(two) ? [one, two] : [two, one];
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
