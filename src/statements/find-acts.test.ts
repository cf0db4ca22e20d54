/** Tables of [text, what its acts say and who acts]: clauses end where they end, and subjects are who they are. */
import { describe, expect, it } from "vitest";
import { LEXICON } from "../../test/catalog-lexicon.js";
import { documentOf } from "../../test/made-up-acts.js";
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import { findActs } from "./find-acts.js";

function actsOf(text: string, about: Partial<Document> = {}): Act[] {
  return findActs(documentOf("text", text, { published: "2025-03-20", ...about }), LEXICON).value;
}

/** One quote a clause: of the acts of one clause the outermost. */
function clausesOf(text: string): string[] {
  const acts = actsOf(text);
  return acts.filter(({ clause }, i) => acts.findIndex((act) => act.clause === clause) === i).map(({ quote }) => quote);
}

describe("clauses", () => {
  it.each<[string, string[]]>([
    [
      "Peru agreed to open the bridge, pledged two million dollars and rejected the toll.",
      ["Peru agreed to open the bridge", "pledged two million dollars", "rejected the toll"],
    ],
    [
      "Noting the role of the guarantors in settling the dispute and preventing new clashes, the Minister said that no decision on Chad should be made without Chad.",
      [
        "Noting the role of the guarantors in settling the dispute and preventing new clashes",
        "the Minister said that no decision on Chad should be made without Chad",
      ],
    ],
    [
      "The Prime Minister reaffirmed Canada's support for the sovereignty and territorial integrity of Georgia.",
      ["The Prime Minister reaffirmed Canada's support for the sovereignty and territorial integrity of Georgia"],
    ],
    [
      "The ministers discussed the return of the prisoners of war and the reopening of the northern crossing.",
      ["The ministers discussed the return of the prisoners of war", "the reopening of the northern crossing"],
    ],
    [
      "Kenya voiced the deep concern of the United States and its allies about the blockade of the port.",
      ["Kenya voiced the deep concern of the United States and its allies about the blockade of the port"],
    ],
    [
      "The President thanked Oman for military, economic, and humanitarian aid to the province.",
      ["The President thanked Oman for military, economic, and humanitarian aid to the province"],
    ],
    [
      '"We will reopen the ferry. The harbour of Kotka is safe," the President of Finland said.',
      ["We will reopen the ferry", "The harbour of Kotka is safe"],
    ],
    [
      "They supported further talks at the Organization for Security and Cooperation in Europe.",
      ["They supported further talks at the Organization for Security and Cooperation in Europe"],
    ],
    [
      "The leaders discussed fisheries and looked forward to the summit in Lima.",
      ["The leaders discussed fisheries", "looked forward to the summit in Lima"],
    ],
    [
      "The leaders discussed the election in Gabon, the relief of Mali, quotas for the lake, and the border post.",
      ["The leaders discussed the election in Gabon", "the relief of Mali", "quotas for the lake", "the border post"],
    ],
    [
      "Expressing a common will for closer ties, the two leaders agreed to form a joint commission.",
      ["Expressing a common will for closer ties", "the two leaders agreed to form a joint commission"],
    ],
    [
      "Mutual steps to be taken on the trade volume were discussed, and the basis of the partnership was emphasised.",
      ["Mutual steps to be taken on the trade volume were discussed", "the basis of the partnership was emphasised"],
    ],
    [
      "He noted that both armies have turned a blind eye to the raids, and have repeatedly betrayed their promises to Chad.",
      [
        "He noted that both armies have turned a blind eye to the raids",
        "have repeatedly betrayed their promises to Chad",
      ],
    ],
    [
      "They agreed on the role that Chad has to play, and that it was important to keep the post open.",
      ["They agreed on the role that Chad has to play", "that it was important to keep the post open"],
    ],
    [
      "The Minister stressed that the raid threatens the region, and it was important for all states to condemn it.",
      ["The Minister stressed that the raid threatens the region", "it was important for all states to condemn it"],
    ],
    [
      "They discussed trade and the harvest, with the Minister setting out how the tariff will fall next year.",
      ["They discussed trade and the harvest", "with the Minister setting out how the tariff will fall next year"],
    ],
    [
      "The envoys underlined the close coordination of the guarantors, including on readiness to impose new measures should the truce end.",
      [
        "The envoys underlined the close coordination of the guarantors",
        "including on readiness to impose new measures should the truce end",
      ],
    ],
  ])("%s", (text, expected) => {
    expect(clausesOf(text)).toEqual(expected);
  });
});

it("ends a relative clause between commas at its second comma", () => {
  const [, aside] = actsOf("The ceasefire, which Kenya rejected in May, will be extended by thirty days.");
  expect(aside).toMatchObject({ act: "rejected", quote: "which Kenya rejected in May" });
});

describe("who acts", () => {
  it.each<[string, string, string[]]>([
    [
      "During his meeting with the Foreign Minister of Nigeria, the Foreign Minister of India pledged a new clinic.",
      "pledged",
      ["IND"],
    ],
    ["Both Indian ministers resolved to continue the patrols on the river.", "resolved", ["IND"]],
    ["The President of Chile spoke with the President of Peru to discuss the tunnel.", "discuss", ["CHL"]],
    ["Uganda, Kenya says, has accepted the map.", "accepted", ["UGA"]],
    ["Uganda, the Kenyan minister said, has accepted the map.", "accepted", ["UGA"]],
    ["Uganda, according to Kenya, has accepted the map.", "accepted", ["UGA"]],
    ["Kenya congratulated Uganda on accepting the map.", "accepting", ["UGA"]],
    ["Kenya accused Uganda of accepting the map only on paper.", "accepting", ["UGA"]],
    ["Kenya was ordered by the court to pay.", "ordered", ["?"]],
    ["Uganda, after a night of calls, accepted the map.", "accepted", ["UGA"]],
    ["Uganda, which Kenya claims has accepted the map, was silent.", "accepted", ["UGA"]],
    ["Uganda – so Kenya says – has accepted the map.", "accepted", ["UGA"]],
    ["On the lake, Chad maintains, Uganda and Kenya have agreed.", "agreed", ["UGA", "KEN"]],
    ["Uganda, unlike Kenya, has accepted the map.", "accepted", ["UGA"]],
    ["The map, rejected by Chad and accepted with reservations by Uganda, is final.", "accepted", ["UGA"]],
    ["Everyone but Kenya accepted the map.", "accepted", ["?"]],
    ["A deal between Kenya and Uganda was announced on Monday.", "announced", ["?"]],
  ])("%s", (text, trigger, states) => {
    const acts = actsOf(text).filter((act) => act.trigger.quote === trigger);
    expect(acts.map(({ actors }) => [...new Set(actors.map((id) => id.split(":")[0]))])).toEqual([states]);
  });
});

describe("whose agreement it is that nobody is said to have made, in a text of the United States", () => {
  it.each<[string, string[]]>([
    ["The agreement between Chad and Peru was signed in Nairobi.", ["TCD", "PER"]],
    ["An agreement has been reached between Kenya and Uganda on the border.", ["KEN", "UGA"]],
    ["The Chadian-Sudanese accord was signed in Nairobi.", ["TCD", "SDN"]],
    ["I spoke with the ministers of Chad and Peru. They agreed to open the border.", ["TCD", "PER"]],
    ["An agreement was reached on the border.", ["?"]],
    ["It was agreed that the commission would meet in May.", ["?"]],
    ["The map was accepted in Nairobi.", ["?"]],
    [
      "The President of the United States spoke with the President of Peru. It was agreed that the commission would meet in May.",
      ["USA", "PER"],
    ],
  ])("%s", (text, states) => {
    const made = actsOf(text, { parties: ["USA"] }).filter(({ act }) => act === "agreed" || act === "accepted");
    expect(made.map(({ actors }) => actors.map((id) => id.split(":")[0]))).toEqual([states]);
  });

  it("is a talk of those who met, where something was discussed", () => {
    const text = "The President of the United States spoke with the President of Peru. Several issues were discussed.";
    const about = actsOf(text, { parties: ["USA"] }).filter(({ trigger }) => trigger.quote.endsWith("discussed"));
    expect(about.map(({ actors }) => actors.map((id) => id.split(":")[0]))).toEqual([["USA", "PER"]]);
  });

  it("asks of nobody by name where nobody is said to ask", () => {
    const [act] = actsOf("Kenya was urged to accept the map.", { parties: ["USA"] });
    expect(act).toMatchObject({ act: "demanded", actors: ["?"] });
  });

  it("is that of all parties in their joint text", () => {
    const [act] = actsOf("It was agreed that the commission would meet in May.", { parties: ["USA", "PER"] });
    expect(act!.actors).toEqual(["USA", "PER"]);
  });
});

describe("what is no agreement", () => {
  it.each([
    "The Prime Minister reiterated the Government's position on the trade deal.",
    "Norway noted the importance of the Council continuing to speak with one voice by reaching agreement on new measures.",
    "Good progress was made on the tunnel.",
    '"Have you accepted the map?" the reporter asked the Foreign Minister of Peru.',
    "The delegations did not, in the end, agree on the wording.",
    "Neither government has so far accepted the award.",
    "The ministry disputes that it ever accepted the fee.",
    "The clerk read “The Day We Accepted Defeat” aloud.",
    "Peru has all but accepted the fee.",
    "The draft would have Peru accept the fee.",
    "It marked an important step forward in resolving the issue of the quotas.",
  ])("%s", (text) => {
    const agreed = actsOf(text).filter(
      ({ act, veridicality }) => /agreed|accepted/.test(act) && veridicality === "asserted",
    );
    expect(agreed).toEqual([]);
  });
});

describe("what a clause does", () => {
  it.each<[string, [quote: string, act: string, veridicality: string][]]>([
    [
      "The President of Chile held a call with the President of Peru to discuss the tunnel.",
      [
        [
          "The President of Chile held a call with the President of Peru to discuss the tunnel",
          "discussed",
          "asserted",
        ],
      ],
    ],
    [
      "The ministers will meet in Lima to discuss the tunnel.",
      [["The ministers will meet in Lima to discuss the tunnel", "discussed", "unasserted"]],
    ],
    [
      "The leaders discussed the election in Gabon, a dialogue on fisheries, and the border post.",
      [
        ["The leaders discussed the election in Gabon", "discussed", "asserted"],
        ["a dialogue on fisheries", "discussed", "asserted"],
        ["the border post", "discussed", "asserted"],
      ],
    ],
    [
      "The President of Fiji thanked Samoa for welcoming the delegation.",
      [["The President of Fiji thanked Samoa for welcoming the delegation", "expressed", "asserted"]],
    ],
    ["Nothing was discussed concerning Chad.", [["Nothing was discussed concerning Chad", "discussed", "negated"]]],
    [
      "The Foreign Minister of Egypt expressed support for the dialogue between Chad and Libya, as well as readiness to host it.",
      [
        [
          "The Foreign Minister of Egypt expressed support for the dialogue between Chad and Libya",
          "supported",
          "asserted",
        ],
        ["as well as readiness to host it", "pledged", "asserted"],
      ],
    ],
    [
      "The Foreign Minister of Peru voiced concern about Chile's seizure of the trawlers.",
      [["The Foreign Minister of Peru voiced concern about Chile's seizure of the trawlers", "accused", "asserted"]],
    ],
    [
      "The Foreign Minister of Peru voiced concern about Peru's seizure of the trawlers.",
      [["The Foreign Minister of Peru voiced concern about Peru's seizure of the trawlers", "expressed", "asserted"]],
    ],
    [
      "The Foreign Minister of Peru said that Peru and Chile should keep the crossing open.",
      [["The Foreign Minister of Peru said that Peru and Chile should keep the crossing open", "proposed", "asserted"]],
    ],
    [
      "The Foreign Minister of Peru said that Chile should keep the crossing open.",
      [["The Foreign Minister of Peru said that Chile should keep the crossing open", "demanded", "asserted"]],
    ],
  ])("%s", (text, expected) => {
    const acts = actsOf(text);
    const first = acts.filter(({ clause }, i) => acts.findIndex((act) => act.clause === clause) === i);
    expect(first.map(({ quote, act, veridicality }) => [quote, act, veridicality])).toEqual(expected);
  });

  it.each<[string, Act["act"][]]>([
    ["The Foreign Minister of Chad stressed the need to open the road.", ["demanded"]],
    ["The Presidents of Chad and Mali stressed the need to open the road.", ["expressed"]],
    ["The Presidents of Chad and Mali stressed the need for Niger to open the road.", ["demanded"]],
    ["The President of Mali informed the President of Chad that Mali will buy ten ferries.", ["informed"]],
    ["The President of Mali told the President of Chad that Mali will buy ten ferries.", ["pledged"]],
    ["The President of Mali will visit Chad in May.", ["informed"]],
    ["Mali will return ten prisoners in May.", ["pledged"]],
    ["Mali and Chad will negotiate rules on fisheries.", ["pledged"]],
    ["The Minister of Mali will discuss rules on fisheries.", ["discussed"]],
    ["Mali will impose sanctions if Chad invades the island.", ["conditioned"]],
    ["Mali will respond swiftly, together with its allies, to any further raid.", ["conditioned"]],
    ["Contingent on the outcome of the vote, Mali will receive lower tariffs.", ["conditioned"]],
    ["Chad should recognise the border and lift the ban on grain.", ["demanded", "demanded"]],
    ["We affirm that such a war must never be fought.", ["expressed"]],
    ["We affirm that Chad must open the road.", ["demanded"]],
    ["The commission of Chad has to step up its work.", ["demanded"]],
    ["I have to say that the talks were short.", ["expressed"]],
    [
      "Mali agrees to address long-standing barriers to the trade in devices; eliminate restrictive licensing procedures that delay access; and determine within six months whether standards are acceptable.",
      ["agreed", "agreed", "agreed"],
    ],
    [
      "The President of Mali thanked Chad for agreeing to host the talks and send observers to the lake.",
      ["expressed", "expressed"],
    ],
    ["The President of Mali spoke with the President of Chad to reaffirm his commitment to the treaty.", ["pledged"]],
    ["The leaders discussed the drought in Mali, and their commitment to build a dam.", ["discussed", "pledged"]],
    [
      "The President of Peru thanked Chile for its help, and for its steady support for the mission.",
      ["expressed", "expressed"],
    ],
    ["The President of Peru spoke about the likelihood of further Chadian aggression against Mali.", ["discussed"]],
    ["The President of Peru expressed concern about reports of Chadian attacks on markets.", ["expressed"]],
    ["The President of Peru expressed concern about Chad's unfair and opaque customs practices.", ["accused"]],
    ["The leaders discussed the sanctions against officers who are responsible for the raid.", ["discussed"]],
  ])("%s -> %j", (text, expected) => {
    const acts = actsOf(text);
    const first = acts.filter(({ clause }, i) => acts.findIndex((act) => act.clause === clause) === i);
    expect(first.map(({ act }) => act)).toEqual(expected);
  });

  it("hears who is told what, though a name stands between", () => {
    const [act] = actsOf("President Boric informed President Radev that Chile intends to fund the clinic.");
    expect(act).toMatchObject({ act: "pledged", attribution: [expect.stringContaining("Boric")] });
  });
});

it("reads lists in which a connecting word stands alone between commas", () => {
  const acts = actsOf(
    "The ministers discussed trade in grain, the dams on the river, and, as well, the railway to Chad.",
  );
  expect(acts.flatMap(({ issues }) => issues)).toEqual(expect.arrayContaining(["trade", "water"]));
});
