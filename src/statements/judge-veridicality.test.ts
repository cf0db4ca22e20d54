/** Tables of [text, words of an act, whether it is so]: what a "no", "not" or "nothing" denies, and what it leaves alone. */
import { describe, expect, it } from "vitest";
import { LEXICON } from "../../test/catalog-lexicon.js";
import { documentOf } from "../../test/made-up-acts.js";
import type { Act } from "../model/act.js";
import { findActs } from "./find-acts.js";

function actsOf(text: string): Act[] {
  return findActs(documentOf("text", text, { published: "2025-03-20" }), LEXICON).value;
}

type Case = [text: string, act: string, veridicality: string];

function holds([text, act, veridicality]: Case): void {
  const found = actsOf(text).filter((one) => one.act === act);
  expect(found.map((one) => one.veridicality)).toEqual([veridicality]);
}

describe("auxiliaries between a passive verb and its subject", () => {
  it.each<Case>([
    ["The declaration was not adopted.", "agreed", "negated"],
    ["The treaty has not been signed.", "agreed", "negated"],
    ["The dispute has not yet been settled.", "agreed", "negated"],
    ["All issues must be resolved on the basis of respect.", "agreed", "unasserted"],
    ["The dispute can be settled by peaceful means.", "agreed", "unasserted"],
    ["The treaty was signed in Accra.", "agreed", "asserted"],
  ])("%s -> %s %s", (...row) => holds(row));
});

describe("words that deny nothing", () => {
  it.each<Case>([
    ["No, the road is open.", "expressed", "asserted"],
    ["So it's not — I wish the road were open.", "expressed", "asserted"],
    ["The second task is no less important.", "expressed", "asserted"],
    ["It is no secret that there were cases of fraud.", "expressed", "asserted"],
    ["The value of the lake goes without saying.", "expressed", "asserted"],
    ["Together there is nothing we cannot achieve.", "expressed", "asserted"],
    ["There is no village that does not gain by the road.", "expressed", "asserted"],
    ["There is no village that gains by the road.", "expressed", "negated"],
    [
      "The Prime Minister of Peru reaffirmed his commitment to the principle of “nothing about Chile without Chile”.",
      "pledged",
      "asserted",
    ],
    ["Peru committed to the principle of nothing about Chile without Chile.", "pledged", "asserted"],
    ['"Nothing about Chad without Chad" is our principle.', "expressed", "asserted"],
    ["There is no denying that the lake is deep.", "expressed", "asserted"],
    ["Nothing was agreed on by the two sides.", "agreed", "negated"],
    ["He accused no one.", "accused", "negated"],
    ["The two sides signed no treaty.", "agreed", "negated"],
    ["In no way have we agreed to that.", "agreed", "negated"],
    ["Never before have we signed such a treaty.", "agreed", "negated"],
    ["Few agreed to that.", "agreed", "unasserted"],
    ["A few states agreed to that.", "agreed", "asserted"],
    ["No one else in the region has ever built such a dam.", "expressed", "negated"],
    ["Not everyone in the region has such a dam.", "expressed", "negated"],
  ])("%s -> %s %s", (...row) => holds(row));
});

describe("what a denial leaves as it is", () => {
  it.each<Case>([
    ["Chad refuses to abide by the agreements reached at later summits.", "agreed", "asserted"],
    ["It no longer mattered to the organisers of this aggression against Chad.", "accused", "asserted"],
    ["We do not conceal that we signed the treaty.", "agreed", "asserted"],
    ["They did not know that the two kings had agreed on a map.", "agreed", "unasserted"],
    ["Nobody knows what they agreed on.", "agreed", "unasserted"],
    ["There is no question that they agreed on a map.", "agreed", "unasserted"],
    ["It is not true that they signed the treaty.", "agreed", "negated"],
    ["I am glad that you accepted our invitation.", "accepted", "asserted"],
    ["I am glad that you will accept our invitation.", "accepted", "unasserted"],
    ["I could not agree more with the king.", "accepted", "asserted"],
    ["It was not the king who signed the treaty.", "agreed", "negated"],
    ["Most of them did not sign the treaty or they signed another treaty.", "agreed", "asserted"],
  ])("%s -> %s %s", (text, act, veridicality) => {
    expect(actsOf(text).some((one) => one.act === act && one.veridicality === veridicality)).toBe(true);
  });
});

describe("what will not be done", () => {
  it.each<Case>([
    ["We will not sign the treaty.", "agreed", "negated"],
    ["The government will not impose sanctions.", "ordered", "negated"],
    ["I will not discuss our relations in detail.", "discussed", "negated"],
    ["The treaty will be signed in May.", "agreed", "unasserted"],
  ])("%s -> %s %s", (...row) => holds(row));
});

describe("what is only wanted", () => {
  it.each<Case>([
    ["We want the agreement signed by Friday.", "agreed", "unasserted"],
    ["They want the map approved by parliament.", "accepted", "unasserted"],
    ["I would like to come to terms on the fees.", "agreed", "unasserted"],
    ["Did they agree on a map —", "agreed", "unasserted"],
    ["The key to peace begins with recognising the state of Chad.", "accepted", "unasserted"],
  ])("%s -> %s %s", (...row) => holds(row));
});

describe("modals of a verb that is left out", () => {
  it.each([
    "As the closest of friends should, we only make each other stronger.",
    "We act, as friends should.",
    "We act as friends should and we keep the road open.",
  ])("%s", (text) => {
    expect(actsOf(text).map(({ act }) => act)).not.toContain("demanded");
  });

  it("keeps those of a verb that follows", () => {
    expect(actsOf("As a friend of Chad, Mali should, in the end, open the road.").map(({ act }) => act)).toContain(
      "demanded",
    );
  });
});

describe("what only looks like an act", () => {
  it.each<[string, Act["act"]]>([
    ["This is the most threatening crisis in many decades.", "threatened"],
    ["The book is replaced with false information.", "denied"],
    ["Please stop talking.", "ordered"],
    ["I want to thank you for condemning the unjustified raid.", "accused"],
  ])("%s is not %s", (text, act) => {
    expect(actsOf(text).map((one) => one.act)).not.toContain(act);
  });
});
