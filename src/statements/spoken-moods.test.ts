/** What leaders say in the first person: made-up sentences -> the act of their first clause, and whom their thanks are for. */
import { describe, expect, it } from "vitest";
import { LEXICON } from "../../test/catalog-lexicon.js";
import { documentOf } from "../../test/made-up-acts.js";
import type { Act } from "../model/act.js";
import { findActs } from "./find-acts.js";

function actsOf(text: string, participants: string[] = []): Act[] {
  return findActs(documentOf("text", text, { published: "2025-03-20", parties: ["CHL"] }), LEXICON, participants).value;
}

describe("will and would", () => {
  it.each<[string, Act["act"]]>([
    ["We will build a new bridge over the river.", "pledged"],
    ["At any rate, we will find a solution that suits our friends.", "pledged"],
    ["The Kremlin said that it would reopen the bridge.", "pledged"],
    ["It will last until the spring, the Government of Peru said.", "expressed"],
    ["Next spring we will celebrate the anniversary of the treaty.", "expressed"],
    ["The blockade will end in May.", "expressed"],
    ["Kenya will end the blockade in May.", "pledged"],
    ["We will address the shortage of grain.", "pledged"],
    ["We will halt the strikes on Monday.", "pledged"],
    ["Chile will account for a third of the copper.", "expressed"],
    ["I will list the main points of the plan.", "expressed"],
    ["I will try to answer your questions.", "expressed"],
    ["After that I will give the floor to the minister.", "expressed"],
    ["We shall build a new bridge over the river.", "pledged"],
    ["We would live in a better world.", "expressed"],
    ["I will thank the crew of the ferry once more.", "expressed"],
    ["The visit of the minister to Peru by the President of Chile will open a new page.", "expressed"],
    ["I would have done the same thing.", "expressed"],
    ["You will hold elections in Peru this year.", "expressed"],
    ["They will be built in Chile, as the ministers of Chile have seen.", "expressed"],
  ])("%s -> %s", (text, expected) => {
    expect(actsOf(text)[0]?.act).toBe(expected);
  });
});

describe("must and should", () => {
  it.each<[string, Act["act"]]>([
    ["Peru must open the road.", "demanded"],
    ["The minister said that Peru had to open the road.", "demanded"],
    ["We must strengthen the harbour wall.", "expressed"],
    ["We need help with the harbour wall.", "expressed"],
    ["I must praise the crew of the ferry.", "supported"],
    ["Peru had to close the school last winter.", "expressed"],
    ["The road to Peru should have been wider.", "expressed"],
    ["Peru does not have to close the school.", "expressed"],
    ["They needed to rest in Peru.", "expressed"],
    ["Many of their questions have to do with the harbour.", "expressed"],
    ["The ministers discussed how Peru should open the road.", "discussed"],
    ["As the closest of friends should, we only make each other stronger.", "expressed"],
  ])("%s -> %s", (text, expected) => {
    expect(actsOf(text)[0]?.act).toBe(expected);
  });
});

describe("thanks", () => {
  const met = ["CHL:boric", "PER:boluarte"];
  it.each<[string, string[]]>([
    ["I want to thank you for your help with the bridge.", ["PER:boluarte"]],
    ["We are grateful to you for your help with the bridge.", ["PER:boluarte"]],
    ["Thank you very much.", ["?"]],
    ["Thank you all for coming.", ["?"]],
    ["Thank you for your attention.", ["?"]],
  ])("%s -> %j", (text, expected) => {
    expect(actsOf(text, met)[0]?.recipients ?? ["?"]).toEqual(expected);
  });

  it("knows the other side by its turn", () => {
    const text =
      "President of Chile Gabriel Boric: Good morning. I want to thank you for your visit.\n\nPresident of Peru Dina Boluarte: The visit was good.";
    const thanks = actsOf(text).find(({ rule }) => rule === "thank");
    expect(thanks?.recipients).toEqual([expect.stringContaining("PER")]);
  });

  it("leaves open which of two others is meant", () => {
    expect(actsOf("I want to thank you for your help with the bridge.", [...met, "BOL"])[0]?.recipients).toEqual(["?"]);
  });
});
