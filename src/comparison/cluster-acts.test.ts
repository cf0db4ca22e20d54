import { describe, expect, it } from "vitest";
import { documentOf, sourceOf } from "../../test/made-up-acts.js";
import type { Act } from "../model/act.js";
import { clusterActs } from "./cluster-acts.js";
import { PARAMETERS } from "./parameters.js";

const cluster = (acts: Act[]) =>
  clusterActs(documentOf("us", acts.map((act) => act.quote).join("\n")), acts, PARAMETERS);
const actsOf = (...clauses: string[]) => sourceOf("us", clauses).acts;

const LONG =
  "discussed the exchange of all prisoners of war who have been held on either side of the line since the spring";

describe("clusterActs", () => {
  it("makes acts of one clause one candidate, known by the outermost act that a trigger made", () => {
    const [outer] = actsOf("agreed to discuss the exchange of prisoners");
    const inner: Act = { ...outer!, id: "inner", act: "discussed", quote: outer!.quote.slice(10), start: 10 };
    const bare: Act = { ...outer!, id: "bare", act: "expressed", rule: "default:statement" };
    const candidates = cluster([bare, outer!, inner]);
    expect(candidates.map(({ main, spans }) => [main.act, spans.map((span) => `${span.act}: ${span.quote}`)])).toEqual([
      ["agreed", ["agreed: agreed to discuss the exchange of prisoners"]],
    ]);
  });

  it("leaves out clauses that carry no weight", () => {
    const light = actsOf("discussed prisoners").map((act) => ({ ...act, weight: 0.1 }));
    const briefing = documentOf("us", "discussed prisoners", { genre: "briefing" });
    expect(clusterActs(briefing, light, PARAMETERS)).toEqual([]);
  });

  it("keeps them in texts written to be short", () => {
    expect(cluster(actsOf(LONG).map((act) => ({ ...act, weight: 0.15 })))).toHaveLength(1);
  });

  it("leaves out thanks that name nothing", () => {
    const thanks = (clause: string) =>
      cluster(actsOf(clause).map((act) => ({ ...act, act: "expressed", issues: ["thanks"], weight: 0.65 }))).length;
    expect(thanks("thanked the President very much indeed for it all, once more and on this day too")).toBe(0);
    expect(thanks("thanked the President for the field hospital, the tents and the doctors sent in spring")).toBe(1);
  });

  it("keeps of equal acts the one that says more", () => {
    const rest = ["agreed on tolls", "agreed to lift sanctions", "demanded a truce", "agreed to keep contacts"];
    const light = (clause: string) =>
      actsOf(clause, ...rest).map((act, at) => (at === 0 ? { ...act, weight: 0.25 } : act));
    const kept = (clause: string) => cluster(light(clause)).some(({ main }) => main.quote === clause);
    expect([LONG, "discussed prisoners"].map(kept)).toEqual([true, false]);
  });

  it("keeps every clause of a text of a handful", () => {
    expect(cluster(actsOf("discussed prisoners").map((act) => ({ ...act, weight: 0.1 })))).toHaveLength(1);
  });

  it.each([
    ["agreed to exchange all prisoners", "agreed to exchange prisoners soon", 1],
    ["agreed to exchange all prisoners", "demanded that prisoners be named", 2],
    ["agreed to exchange all prisoners", "agreed to lift sanctions", 2],
    ["discussed prisoners", "discussed the prisoners in detail", 1],
    ["agreed to open a school", "agreed to open the school", 1],
    ["agreed to open a school", "agreed to honour the medical staff", 2],
  ])("%s | %s: %i", (a, b, count) => {
    expect(cluster(actsOf(a, b))).toHaveLength(count);
  });

  it("keeps every span of a repeated item", () => {
    const [candidate] = cluster(actsOf("discussed prisoners", "discussed sanctions", "discussed prisoners again"));
    expect(candidate!.spans.map((span) => span.quote)).toEqual(["discussed prisoners", "discussed prisoners again"]);
  });
});

describe("clauses of one sentence", () => {
  const text = "The leaders discussed prisoners, and agreed on it again.";
  const [first] = actsOf("discussed prisoners");
  const at = (quote: string, clause: number, issues: string[]): Act => {
    const start = text.indexOf(quote);
    return { ...first!, id: quote, quote, start, end: start + quote.length, clause, issues };
  };

  it.each([
    [[], ["discussed prisoners, and agreed on it again"]],
    [["sanctions"], ["discussed prisoners", "agreed on it again"]],
  ])("a tail that points back and names %j", (issues, expected) => {
    const candidates = clusterActs(
      documentOf("us", text),
      [at("discussed prisoners", 0, ["prisoners"]), at("agreed on it again", 1, issues)],
      PARAMETERS,
    );
    expect(candidates.flatMap(({ spans }) => spans.map((span) => span.quote))).toEqual(expected);
  });
});

describe("what bears comparing", () => {
  it.each([
    ["discussed prisoners", "readout", true],
    ["discussed many things", "readout", true],
    ["discussed many things", "briefing", false],
    ["agreed to open a school", "readout", true],
    ["agreed to open a school", "transcript", false],
    ["demanded an answer", "briefing", true],
  ] as const)("%s, in a %s: %s", (clause, genre, expected) => {
    expect(clusterActs(documentOf("us", clause, { genre }), actsOf(clause), PARAMETERS).length > 0).toBe(expected);
  });
});
