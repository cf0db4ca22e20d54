/** Ties found by remembered best columns against those found by looking at every pair each time: the same, in the same order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOG, sourceOf } from "../../test/made-up-acts.js";
import { clusterActs } from "./cluster-acts.js";
import { IssueTree } from "./issue-tree.js";
import { OpenPairs, useUp } from "./open-pairs.js";
import { PARAMETERS as p } from "./parameters.js";
import { likeness, type Profile, profilesOf } from "./similarity.js";

const tree = new IssueTree(CATALOG.issues);
const VERBS = ["agreed to", "discussed", "demanded", "would"];
const MATTERS = [
  "exchange prisoners",
  "halt strikes on energy",
  "lift sanctions",
  "open the trail",
  "ship grain",
  "meet again",
];
const clause = fc
  .tuple(fc.constantFrom(...VERBS), fc.subarray(MATTERS, { minLength: 1, maxLength: 3 }))
  .map(([verb, matters]) => `${verb} ${matters.join(" and ")}`);
const text = fc.array(clause, { minLength: 1, maxLength: 14 });

type Tie = [row: number, column: number];

function profiles(a: string[], b: string[]): [Profile[], Profile[]] {
  const [x, y] = [a, b].map((clauses, at) => {
    const { document, acts } = sourceOf(at === 0 ? "a" : "b", clauses);
    return clusterActs(document, acts, p);
  }) as [ReturnType<typeof clusterActs>, ReturnType<typeof clusterActs>];
  const all = profilesOf([...x, ...y], p);
  return [all.slice(0, x.length), all.slice(x.length)];
}

function remembered(left: Profile[], right: Profile[]): Tie[] {
  const open = new OpenPairs(left, right, tree, p);
  const ties: Tie[] = [];
  for (let next = open.best(); next; next = open.best()) {
    ties.push([next.row, next.column]);
    open.tie(next);
  }
  return ties;
}

/** By how much the best other pair of its row and column outdoes each, from the definition. */
function lags(left: Profile[], right: Profile[]): number[][] {
  const scores = left.map((x) => right.map((y) => likeness(x, y, tree, p).score));
  return scores.map((row, at) =>
    row.map((score, column) => {
      const others = [
        ...row.filter((_, k) => k !== column),
        ...scores.filter((_, k) => k !== at).map((r) => r[column]!),
      ];
      return Math.max(0, Math.max(...others, 0) - score);
    }),
  );
}

function lookedAtEachTime(left: Profile[], right: Profile[]): Tie[] {
  const lag = lags(left, right);
  const ties: Tie[] = [];
  const [tiedLeft, tiedRight] = [new Set<number>(), new Set<number>()];
  for (;;) {
    let [best, top] = [null as Tie | null, 0];
    left.forEach((x, row) => {
      right.forEach((y, column) => {
        const [one, other] = [tiedLeft.has(row), tiedRight.has(column)];
        const score = likeness(x, y, tree, p).score - p.lagCounts * lag[row]![column]!;
        if ((one && other) || score <= top || score < (one || other ? p.furtherFrom : p.linkFrom)) return;
        [best, top] = [[row, column], score];
      });
    });
    if (!best) return ties;
    const [row, column]: Tie = best;
    useUp(left[row]!, right[column]!, likeness(left[row]!, right[column]!, tree, p), p);
    tiedLeft.add(row);
    tiedRight.add(column);
    ties.push(best);
  }
}

test("give the same ties as looking at every pair after each of them", () => {
  let ties = 0;
  fc.assert(
    fc.property(text, text, (a, b) => {
      const found = remembered(...profiles(a, b));
      ties += found.length;
      expect(found).toEqual(lookedAtEachTime(...profiles(a, b)));
    }),
    { numRuns: 300 },
  );
  expect(ties).toBeGreaterThan(300);
});
