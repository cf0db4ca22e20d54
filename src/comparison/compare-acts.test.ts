/** Properties of the comparison on generated acts, and its answers on small made-up pairs. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATALOG, sourceOf } from "../../test/made-up-acts.js";
import { Comparison } from "../model/comparison.js";
import { compareActs, type ReadSource } from "./compare-acts.js";

/** Clauses that share words and issues to different degrees, so that links, repeats and ties all occur. */
const CLAUSES = [
  "agreed to halt strikes on energy facilities for 30 days",
  "agreed to halt strikes on energy infrastructure for 60 days",
  "discussed a pause in strikes on energy facilities",
  "agreed to exchange 100 prisoners of war next week",
  "discussed the exchange of prisoners",
  "thanked the hosts for their hospitality",
  "discussed energy facilities and the exchange of prisoners",
  "demanded that sanctions on grain exports be lifted",
  "would respond with sanctions if the truce is broken",
  "agreed to continue contacts at the level of ministers",
] as const;

const text = fc.array(fc.constantFrom(...CLAUSES), { minLength: 0, maxLength: 8 });
const source = (id: string, clauses: readonly string[]): ReadSource => sourceOf(id, clauses);
const compare = (...sources: ReadSource[]) => compareActs(sources, CATALOG).value;

/** What a comparison says whatever the order of its sources: items by id, their parts by source. */
function facts(comparison: Comparison) {
  const items = comparison.items.map((item) => ({
    ...item,
    differences: [...item.differences].map((d) => JSON.stringify(d, Object.keys(d).sort())).sort(),
  }));
  return {
    items: items.sort((a, b) => (a.id < b.id ? -1 : 1)),
    unsaid: comparison.unsaid.map((u) => ({ ...u, by: [...u.by].sort() })),
  };
}

/** Pairs of clauses of `a` and `b` that stand in one item. */
function pairs(comparison: Comparison, a: string, b: string): Set<string> {
  return new Set(
    comparison.items.flatMap(({ sources }) =>
      sources[a] && sources[b] ? [JSON.stringify([sources[a].spans, sources[b].spans])] : [],
    ),
  );
}

describe("compareActs", () => {
  it("mirrors when sources are swapped and changes nothing else", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [source("x", a), source("y", b)];
        expect(facts(compare(y, x))).toEqual(facts(compare(x, y)));
      }),
      { numRuns: 300 },
    );
  });

  it("gives for two of three sources what comparing the two gives", () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const [x, y, z] = [source("x", a), source("y", b), source("z", c)];
        expect(pairs(compare(x, y, z), "x", "y")).toEqual(pairs(compare(x, y), "x", "y"));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps every act of substance of every source, in spans that slice", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const sources = [source("x", a), source("y", b)];
        const { items } = compare(...sources);
        for (const { document, acts } of sources) {
          const spans = items.flatMap((item) => item.sources[document.id]?.spans ?? []);
          for (const span of spans) expect(document.text.slice(span.start, span.end)).toBe(span.quote);
          for (const act of acts.filter(({ issues }) => issues.length > 0))
            expect(spans.some((span) => span.start <= act.start && act.end <= span.end)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("fits the schema, relation by relation, with a difference wherever texts differ", () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const comparison = Comparison.parse(compare(source("x", a), source("y", b), source("z", c)));
        for (const { relation, differences, sources } of comparison.items) {
          const holders = Object.values(sources).filter((s) => s !== null).length;
          expect(relation.startsWith("only:")).toBe(holders === 1);
          expect(differences.length > 0).toBe(/^(contradicts|scope-differs|strength-differs)$/.test(relation));
          for (const difference of differences) expect(difference.because).toMatch(/\.$/);
        }
        expect(new Set(comparison.items.map((item) => item.id)).size).toBe(comparison.items.length);
      }),
      { numRuns: 200 },
    );
  });

  it("renames only when ids are renamed", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        fc.pre(a.join() !== b.join());
        const renamed = JSON.stringify(compare(source("zz-new", a), source("aa-new", b)));
        const named = JSON.parse(renamed.replaceAll("zz-new", "first").replaceAll("aa-new", "second")) as Comparison;
        expect(facts(named)).toEqual(facts(compare(source("first", a), source("second", b))));
      }),
      { numRuns: 200 },
    );
  });
});
