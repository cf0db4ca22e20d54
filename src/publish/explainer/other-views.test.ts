import { expect, test } from "vitest";
import type { Act } from "../../model/act.js";
import type { Comparison } from "../../model/comparison.js";
import type { Document } from "../../model/document.js";
import type { LineView } from "../../model/explainer.js";
import { otherViews } from "./other-views.js";

const TEXT = "The minister demanded a truce and a ship. He thanked his hosts. He rejected the plan.";
const NAMES = { actor: (id: string) => id, issue: (id: string) => `about ${id}`, target: (id: string) => id };
const document = { id: "wire", text: TEXT } as Document;

function act(quote: string, more: Partial<Act> = {}): Act {
  const start = TEXT.indexOf(quote);
  return {
    quote,
    start,
    end: start + quote.length,
    act: "demanded",
    veridicality: "asserted",
    actors: ["AAA"],
    attribution: ["Wire"],
    issues: ["truce"],
    strength: 0.5,
    weight: 0.7,
    clause: start,
    ...more,
  } as Act;
}

const comparison = {
  items: [
    { id: "x", issues: ["truce", "talks"] },
    { id: "y", issues: ["talks", "truce"] },
  ],
} as unknown as Comparison;
const lines = [
  { id: "x", number: 4 },
  { id: "y", number: 9 },
] as LineView[];

function statements(acts: Act[]) {
  return otherViews([{ name: "A", kind: "other", document, acts }], { comparison, lines }, NAMES)[0]?.statements ?? [];
}

test("a clause speaks once, and what stands inside of its words is not told again", () => {
  const whole = act("The minister demanded a truce and a ship");
  const inside = act("a ship", { clause: 99 });
  const said = statements([inside, act("a truce", { clause: whole.clause }), whole, act("He rejected the plan")]);
  expect(said.map(({ quotes }) => quotes[0]!.quote)).toEqual([whole.quote, "He rejected the plan"]);
});

test("greetings are no statements, and who says nothing else is left out", () => {
  expect(statements([act("He thanked his hosts", { weight: 0.1 })])).toEqual([]);
});

test("it names the points that are about the same matter first, and who else it is laid to", () => {
  const [said] = statements([act("He rejected the plan", { attribution: ["Wire", "AAA", "An aide"] })]);
  expect(said).toMatchObject({ lines: [4], voices: ["An aide"], subject: "about truce" });
});
