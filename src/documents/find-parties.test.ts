import { expect, test } from "vitest";
import { ACTORS } from "../../test/fixtures/actors.js";
import type { Genre } from "../model/document.js";
import { findParties, namesSeveralParties } from "./find-parties.js";
import { partyOfId } from "./party-of-id.js";
import { layOut } from "./text-layout.js";

const CALL = "had a telephone conversation with the President of Ukraine.";

const CASES: [what: string, id: string, genre: Genre, text: string, parties: string[], publisher?: string][] = [
  ["the lead's subject", "a", "readout", `The President of Russia ${CALL}`, ["RUS"]],
  [
    "after an opening",
    "a",
    "readout",
    `At the initiative of the American side, the President of Russia ${CALL}`,
    ["RUS"],
  ],
  [
    "a title's owner",
    "ru",
    "readout",
    `Readout of the US President's call\n\nThe President of Russia ${CALL}`,
    ["USA"],
  ],
  ["the label where the lead bears it out", "ua", "readout", `The US President ${CALL}`, ["UKR"]],
  ["the subject where it does not", "fr", "readout", `The US President ${CALL}`, ["USA"]],
  ["the label of a text in the first person", "am", "transcript", "Colleagues, I thank you. I am glad.", ["ARM"]],
  [
    "the label where two share the subject",
    "ru",
    "statement",
    "The Russian and American sides agreed on grain.",
    ["RUS"],
  ],
  ["nobody where nothing tells", "a", "statement", "The Russian and American sides agreed on grain.", []],
  ["a label of two parts", "us-ru", "statement", "Grain was discussed.", ["USA"]],
  ["a publisher's line", "a", "statement", "Kremlin\n\nGrain was discussed in Ankara.", ["RUS"], "Kremlin"],
  ["a field", "a", "readout", `Source: Kremlin, Moscow\n\nThe US President ${CALL}`, ["RUS"], "Kremlin, Moscow"],
  [
    "a dateline with its publisher",
    "a",
    "readout",
    `# On grain\n\nPublished: 2024-05-12 by the Kremlin (digest)\n\nThe US President ${CALL}`,
    ["RUS"],
    "Kremlin",
  ],
  [
    "a title's opening",
    "a",
    "readout",
    `White House: on grain\n\nThe President of Russia ${CALL}`,
    ["USA"],
    "White House",
  ],
  [
    "a ministry's line",
    "a",
    "statement",
    "Ministry of Foreign Affairs of the Russian Federation\n\nGrain was discussed.",
    ["RUS"],
    "Ministry of Foreign Affairs of the Russian Federation",
  ],
  [
    "all that a joint text names",
    "fr",
    "joint-statement",
    "France, Türkiye and the UK consider grain vital. Ukraine is thanked.",
    ["FRA", "TUR", "GBR"],
  ],
  [
    "a joint title",
    "a",
    "joint-statement",
    "Joint Statement of France and India\n\nThe sides thank Türkiye.",
    ["FRA", "IND"],
  ],
  [
    "a name with either apostrophe",
    "a",
    "joint-statement",
    "The People’s Republic of China and the People's Republic of China consider tea vital.",
    ["CHN"],
  ],
  ["none for a report, but its outlet", "us", "report", `The US President ${CALL}\nSource: SBS News`, [], "SBS News"],
];

test.each(CASES)("%s", (_, id, genre, text, parties, publisher) => {
  expect(findParties(layOut(text), genre, id, ACTORS)).toEqual({ parties, publisher: publisher ?? null });
});

test.each([
  ["France and Russia agree on grain. We met. We shall go on.", true],
  ["France and Russia have agreed on grain. France has always wanted it. We are glad.", false],
  ["Russia and France have agreed on grain. Russia has always wanted it. We are glad.", false],
  ["France and Russia have agreed on grain. France has ships. Russia has ports.", true],
])("%s names several that may speak: %s", (text, several) => {
  expect(namesSeveralParties(layOut(text), ACTORS)).toBe(several);
});

test.each([
  ["us", "USA"],
  ["ua", "UKR"],
  ["uk", "GBR"],
  ["gb", "GBR"],
  ["tr", "TUR"],
  ["rus", "RUS"],
  ["eu", "EU"],
  ["nato", "NATO"],
  ["kremlin", "RUS"],
  ["white-house", "USA"],
  ["kyiv", "UKR"],
  ["elysee", "FRA"],
  ["us-ua", "USA"],
  ["a", undefined],
  ["zz", undefined],
  ["draft", undefined],
])("the id %s stands for %s", (id, party) => {
  expect(partyOfId(id, ACTORS)?.party).toBe(party);
});
