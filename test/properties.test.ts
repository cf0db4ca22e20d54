/** Made-up texts through the engine and the comparison -> what must hold for any text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledEngine } from "../bench/stress/bundled-engine.js";
import { documentOf } from "../bench/stress/stress-case.js";
import { compareActs, type ReadSource } from "../src/comparison/compare-acts.js";
import type { Act } from "../src/model/act.js";
import type { Comparison } from "../src/model/comparison.js";
import { LONGEST_SPAN } from "../src/model/span-length.js";
import { findQuotations } from "../src/text/quotes.js";
import { named, PARTIES, parties, silentTemplates, swapped, templates, unrelatedParagraphs } from "./made-up-texts.js";

const RUNS = { numRuns: 40, interruptAfterTimeLimit: 3_000, markInterruptAsFailure: false };
const QUOTATION_MARKS = /["“”„«»‟〝〞＂]/g;

const { engine, inFull, catalog } = bundledEngine();

function written(id: string, text: string): ReadSource {
  const about = { publisher: null, genre: "report", published: "2025-03-20" } as const;
  const document = { ...documentOf({ id: "made-up", construction: "any", text, ...about, parties: [] }), id };
  return { document, acts: engine(document) };
}
const actsOf = (text: string) => written("x", text).acts;
const compared = (...sources: ReadSource[]) => compareActs(sources, catalog).value;

describe("acts of any text", () => {
  it("quote exactly, in clauses", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(templates, parties).map(([text, names]) => named(text, names)),
          fc.string({ unit: "grapheme", maxLength: 300 }),
        ),
        (text) => {
          for (const act of actsOf(text)) {
            for (const { start, end, quote } of [act, act.trigger, ...(act.condition ? [act.condition] : [])])
              expect(text.slice(start, end)).toBe(quote);
            expect(act.quote.trim()).not.toBe("");
            expect(act.end - act.start).toBeLessThanOrEqual(LONGEST_SPAN);
          }
        },
      ),
      RUNS,
    );
  });

  it("stay as they are when unrelated paragraphs follow", () => {
    fc.assert(
      fc.property(templates, parties, unrelatedParagraphs, (template, names, more) => {
        const text = named(template, names);
        const longer = actsOf([text, ...more].join("\n\n"));
        expect(longer.filter(({ start }) => start < text.length).map(content)).toEqual(actsOf(text).map(content));
      }),
      RUNS,
    );
  });

  it("have their parties swapped when the text has", () => {
    fc.assert(
      fc.property(templates, parties, (template, { a, b }) => {
        const other = actsOf(named(template, { a: b, b: a }));
        expect(actsOf(named(template, { a, b })).map(essence)).toEqual(
          other.map(essence).map((one) => inNames(one, a, b)),
        );
      }),
      RUNS,
    );
  });

  it("come from no quotation where there is no quotation mark", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => findQuotations(text.replace(QUOTATION_MARKS, "")).length === 0,
      ),
      RUNS,
    );
    fc.assert(
      fc.property(silentTemplates, parties, (template, names) => {
        for (const { attribution, actors } of actsOf(named(template, names))) {
          expect(actors.map(stateOf)).toEqual(
            expect.arrayContaining(attribution.map((name) => PARTIES[ownerOf(name)])),
          );
        }
      }),
      RUNS,
    );
  });
});

/** An id names the version of the text too, which is another one. */
function content({ id: _id, ...act }: Act): Omit<Act, "id"> {
  return act;
}

/** What an act says, without offsets, since names differ in length, and with states for persons and offices. */
function essence({ act, actors, recipients, attribution, veridicality, strength, quote, trigger, rule, issues }: Act) {
  const who = {
    actors: actors.map(stateOf).sort(),
    recipients: recipients.map(stateOf).sort(),
    attribution: attribution.map(ownerOf),
  };
  return { act, ...who, veridicality, strength, quote, trigger: trigger.quote, rule, issues };
}

const stateOf = (id: string) => id.split(":")[0]!;
/** "A. Person (Kenya, Kenyan)", "Foreign Ministry of Kenya" -> "Kenya". */
const ownerOf = (name: string) => Object.keys(PARTIES).find((party) => inFull(name).includes(party)) ?? name;

/** The same with one party's name and id for the other's. */
function inNames(one: ReturnType<typeof essence>, a: string, b: string): ReturnType<typeof essence> {
  const other = JSON.parse(swapped(swapped(JSON.stringify(one), a, b), PARTIES[a]!, PARTIES[b]!)) as typeof one;
  return { ...other, actors: other.actors.sort(), recipients: other.recipients.sort() };
}

/** Three texts on the same parties. */
const threeTexts = fc
  .tuple(templates, templates, templates, parties)
  .map(([x, y, z, names]) => ({ x: named(x, names), y: named(y, names), z: named(z, names) }));

/** One source a text, in the order given. */
const read = (texts: Record<string, string>) => Object.entries(texts).map(([id, text]) => written(id, text));

describe("a comparison of any texts", () => {
  it("is the same in whatever order the sources come", () => {
    fc.assert(
      fc.property(threeTexts, ({ x, y, z }) => {
        const [a, b, c] = read({ a: x, b: y, c: z }) as [ReadSource, ReadSource, ReadSource];
        expect(unordered(compared(b, a))).toEqual(unordered(compared(a, b)));
        expect(unordered(compared(c, a, b))).toEqual(unordered(compared(a, b, c)));
      }),
      RUNS,
    );
  });

  it("is mirrored when two sources change their texts", () => {
    fc.assert(
      fc.property(threeTexts, ({ x, y }) => {
        const changed = compared(...read({ a: y, b: x }));
        expect(changed.items.map(mirrored).sort()).toEqual(
          compared(...read({ a: x, b: y }))
            .items.map(summary)
            .sort(),
        );
      }),
      RUNS,
    );
  });

  it("without a source is what comparing the rest gives", () => {
    fc.assert(
      fc.property(threeTexts, ({ x, y, z }) => {
        const [a, b, c] = read({ a: x, b: y, c: z }) as [ReadSource, ReadSource, ReadSource];
        const [all, rest] = [compared(a, b, c), compared(a, b)];
        for (const ids of [["a", "b"], ["a"], ["b"]]) expect(groups(all, ids)).toEqual(groups(rest, ids));
      }),
      RUNS,
    );
  });
});

/** Items, differences and what is unsaid, in an order that depends on their content alone. */
function unordered({ items, unsaid, sources: from }: Comparison): unknown {
  const sorted = <T>(list: T[]) => [...list].sort((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1));
  const item = (one: Comparison["items"][number]) => ({
    ...one,
    relation: one.relation.replace(/^some:(.*)$/, (_, ids: string) => `some:${ids.split(",").sort().join(",")}`),
    differences: one.differences.map(({ field }) => field).sort(),
    sources: Object.fromEntries(Object.entries(one.sources).sort(([x], [y]) => (x < y ? -1 : 1))),
  });
  return {
    items: sorted(items.map(item)),
    unsaid: sorted(unsaid.map((one) => ({ ...one, by: [...one.by].sort() }))),
    from: sorted(from),
  };
}

const words = (item: Comparison["items"][number], id: string) =>
  item.sources[id]?.spans.map(({ quote }) => quote) ?? [];
const fields = (item: Comparison["items"][number]) => item.differences.map(({ field }) => field).sort();

function summary(item: Comparison["items"][number]): string {
  return JSON.stringify([item.relation, item.issues, fields(item), words(item, "a"), words(item, "b")]);
}

function mirrored(item: Comparison["items"][number]): string {
  const relation = item.relation.replace(/^only:([ab])$/, (_, id: string) => `only:${id === "a" ? "b" : "a"}`);
  return JSON.stringify([relation, item.issues, fields(item), words(item, "b"), words(item, "a")]);
}

/**
 * Which spans of the named sources stand together. What stands in a wider group too is left out: an act that two others
 * answer to, which do not answer to one another, stands once with each.
 */
function groups({ items }: Comparison, ids: string[]): string[] {
  const spans = (item: Comparison["items"][number], id: string) =>
    item.sources[id]?.spans.map(({ start, end }) => `${id} ${start}-${end}`) ?? [];
  const sets = items.map((item) => ids.flatMap((id) => spans(item, id)).sort()).filter((set) => set.length > 0);
  const inside = (set: string[], wider: string[]) =>
    set.length < wider.length && set.every((one) => wider.includes(one));
  const widest = sets.filter((set) => !sets.some((other) => inside(set, other)));
  return [...new Set(widest.map((set) => set.join(", ")))].sort();
}
