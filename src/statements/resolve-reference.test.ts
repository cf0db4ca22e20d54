/** Tables of [made-up text, what its open references mean], by publisher. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCatalog } from "../catalog/read-catalog.js";
import { parseText } from "../text/syntax/parse-text.js";
import { findMentions } from "./find-mentions.js";
import { findParticipants } from "./find-participants.js";
import { compileGazetteer } from "./gazetteer.js";
import { resolveReferences } from "./resolve-reference.js";

const gazetteer = compileGazetteer(readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url))));

interface Told {
  parties?: string[];
  participants?: string[];
  published?: string;
  title?: string;
}

const contextOf = ({ parties = [], participants = [], published = "2022-01-10", title }: Told) => ({
  published,
  parties,
  title: title ?? null,
  participants,
  gazetteer,
});

/** "words=ids" of every mention whose ids findMentions left open. */
function settled(text: string, told: Told = {}): string[] {
  const sentences = parseText(text);
  const found = findMentions(sentences, gazetteer, told.published ?? "2022-01-10");
  const resolved = resolveReferences(sentences, found, contextOf(told));
  return resolved.flatMap(({ start, end, ids }, i) =>
    found[i]!.ids[0] === "?" ? [`${text.slice(start, end)}=${ids.join("+")}`] : [],
  );
}

const LEAD = "President of Russia Vladimir Putin spoke by telephone with President of the United States Joseph Biden. ";

describe("groups", () => {
  it.each<[string, Told, string[]]>([
    [`${LEAD}The two leaders agreed to meet.`, { parties: ["RUS"] }, ["The two leaders=RUS:putin+USA:biden"]],
    [`${LEAD}The presidents agreed to meet.`, { parties: ["USA"] }, ["The presidents=RUS:putin+USA:biden"]],
    [`${LEAD}Both sides agreed to meet.`, {}, ["Both sides=RUS+USA"]],
    [`${LEAD}The parties agreed to meet.`, {}, ["The parties=RUS+USA"]],
    [`${LEAD}The talks concern both countries.`, {}, ["both countries=RUS+USA"]],
    [`${LEAD}The heads of state agreed to meet.`, {}, ["The heads of state=RUS:putin+USA:biden"]],
    [`${LEAD}A Turkish-Greek exchange was raised, with ten to be freed by each side.`, {}, ["each side=TUR+GRC"]],
    [
      "We agree on the text. The two sides will sign it.",
      { parties: ["ARM", "AZE"] },
      ["We=ARM+AZE", "The two sides=ARM+AZE"],
    ],
    [
      "The two leaders agreed to meet.",
      { participants: ["ARM:pashinyan", "AZE:aliyev"] },
      ["The two leaders=ARM:pashinyan+AZE:aliyev"],
    ],
    [
      "The two leaders agreed to meet.",
      { participants: ["ARM:pashinyan", "AZE:aliyev", "RUS:putin"] },
      ["The two leaders=?"],
    ],
    [
      "The two presidents agreed to meet.",
      { participants: ["ARM:pashinyan", "AZE:aliyev", "RUS:putin"] },
      ["The two presidents=AZE:aliyev+RUS:putin"],
    ],
    ["Both sides agreed to meet.", { participants: ["ARM:pashinyan", "AZE:aliyev"] }, ["Both sides=ARM+AZE"]],
    ["The presidents agreed to meet.", { parties: ["RUS", "AZE"] }, ["The presidents=RUS:putin+AZE:aliyev"]],
    [
      "The killing on both sides of the Russia-Ukraine conflict must stop.",
      { parties: ["USA"], participants: ["USA", "SAU"] },
      ["both sides=RUS+UKR"],
    ],
    ["The two leaders agreed to meet.", {}, ["The two leaders=?"]],
  ])("%s", (text, told, expected) => expect(settled(text, told)).toEqual(expected));
});

describe("roles", () => {
  it.each<[string, Told, string[]]>([
    ["The President will travel.", { parties: ["USA"] }, ["President=USA:biden"]],
    ["The President will travel.", { parties: ["USA"], published: "2025-05-01" }, ["President=USA:trump"]],
    [
      "The President will travel.",
      { parties: ["USA"], participants: ["USA:biden", "FRA:macron"] },
      ["President=USA:biden"],
    ],
    [
      "The President will travel.",
      { parties: ["GBR"], participants: ["GBR:johnson", "FRA:macron"] },
      ["President=FRA:macron"],
    ],
    [
      "The Prime Minister will travel.",
      { parties: ["USA"], participants: ["USA:biden", "JPN:kishida"] },
      ["Prime Minister=JPN:kishida"],
    ],
    ["The Secretary will travel.", { parties: ["USA"] }, ["Secretary=USA:blinken"]],
    [
      "The Minister will travel.",
      { parties: ["RUS"], participants: ["RUS:lavrov", "USA:biden"] },
      ["Minister=RUS:lavrov"],
    ],
    [
      "The Secretary-General will travel.",
      { parties: ["USA"], participants: ["USA:biden", "NATO:stoltenberg"] },
      ["Secretary-General=NATO:stoltenberg"],
    ],
    ["The Foreign Ministry has replied.", { parties: ["RUS"] }, ["Foreign Ministry=RUS:mfa"]],
    [`${LEAD}Putin answered, and his spokesman said more.`, {}, ["his=RUS:putin", "spokesman=RUS:peskov"]],
    [
      "Foreign Minister Sergey Lavrov met his Turkish counterpart.",
      { parties: ["RUS"] },
      ["his=RUS:lavrov", "Turkish counterpart=TUR:cavusoglu"],
    ],
    ["The President will travel.", {}, ["President=?"]],
    [
      "Mr. President, thank you.",
      { parties: ["ARM"], participants: ["ARM:pashinyan", "RUS:putin"] },
      ["Mr. President=RUS:putin"],
    ],
  ])("%s %j", (text, told, expected) => expect(settled(text, told)).toEqual(expected));
});

describe("pronouns", () => {
  it.each<[string, Told, string[]]>([
    [`${LEAD}Vladimir Putin asked for guarantees. He stressed the point.`, { parties: ["RUS"] }, ["He=RUS:putin"]],
    [
      `${LEAD}Vladimir Putin answered a remark by Joseph Biden. He called it a mistake.`,
      { parties: ["RUS"] },
      ["He=RUS:putin"],
    ],
    [`${LEAD}President Biden said that he would visit.`, { parties: ["USA"] }, ["he=USA:biden"]],
    [`${LEAD}Biden told Putin that he would visit.`, { parties: ["USA"] }, ["he=USA:biden"]],
    [
      "Prime Minister Giorgia Meloni met President Emmanuel Macron. She thanked him for the help.",
      { published: "2024-01-10" },
      ["She=ITA:meloni", "him=FRA:macron"],
    ],
    [
      "Prime Minister Giorgia Meloni met President Emmanuel Macron. He thanked her.",
      { published: "2024-01-10" },
      ["He=FRA:macron", "her=ITA:meloni"],
    ],
    [
      `${LEAD}The two leaders said that they would meet.`,
      {},
      ["The two leaders=RUS:putin+USA:biden", "they=RUS:putin+USA:biden"],
    ],
    [`${LEAD}Biden and Putin agreed that they will meet.`, {}, ["they=USA:biden+RUS:putin"]],
    [`${LEAD}President Biden thanked Vladimir Putin for his answer.`, { parties: ["USA"] }, ["his=RUS:putin"]],
    [`${LEAD}President Biden called Vladimir Putin to thank him.`, { parties: ["USA"] }, ["him=RUS:putin"]],
    [
      `${LEAD}The leaders welcomed our shared goals.`,
      { parties: ["USA"] },
      ["The leaders=RUS:putin+USA:biden", "our=RUS+USA"],
    ],
    [
      "The Parties to the Convention met. They will help Ukraine as it rebuilds.",
      {},
      ["The Parties=?", "They=?", "it=UKR"],
    ],
    ["Poland has said that it will honour its promise.", {}, ["it=POL", "its=POL"]],
    ["The Kremlin welcomed the plan. It added that talks go on.", {}, ["It=RUS"]],
    ["It is important that Poland reply.", {}, []],
    ["It was agreed that the talks would go on.", {}, []],
    ["We reaffirm our promise.", { parties: ["POL"] }, ["We=POL", "our=POL"]],
    ["We reaffirm our promise.", { parties: ["POL", "LTU"] }, ["We=POL+LTU", "our=POL+LTU"]],
    ["We reaffirm our promise.", {}, ["We=?", "our=?"]],
    ["I thank you.", { parties: ["RUS"], participants: ["RUS:putin", "USA:biden"] }, ["I=RUS:putin"]],
    ["“We will keep our word,” Zelenskyy said.", { parties: ["USA"] }, ["We=UKR", "our=UKR"]],
    ["“I will keep my word,” Zelenskyy said.", {}, ["I=UKR:zelenskyy", "my=UKR:zelenskyy"]],
    [
      "Kremlin spokesman Ivan Petrenko: We have replied. I know no more. Question: Are we sure?",
      { parties: ["RUS"] },
      ["We=RUS", "I=RUS:petrenko", "we=?"],
    ],
    ["The weapons exist as long as they are useful.", { participants: ["RUS:putin", "USA:biden"] }, ["they=?"]],
    ["The Russians want a deal because they are tired.", {}, ["they=RUS"]],
  ])("%s %j", (text, told, expected) => expect(settled(text, told)).toEqual(expected));
});

it("gives a person found by title the publisher's state", () => {
  expect(settled("Deputy Foreign Minister Ana Rojas will travel. Rojas is ready.", { parties: ["CHL"] })).toEqual([
    "Deputy Foreign Minister Ana Rojas=CHL:rojas",
    "Rojas=CHL:rojas",
  ]);
});

it("names what it settles by its antecedent", () => {
  const sentences = parseText(`${LEAD}Vladimir Putin answered. He thanked Biden.`);
  const resolved = resolveReferences(sentences, findMentions(sentences, gazetteer, "2022-01-10"), contextOf({}));
  expect(resolved.find(({ kind }) => kind === "pronoun")?.name).toBe("Vladimir Putin");
});

describe("participants", () => {
  const participants = (text: string, told: Told = {}): string[] => {
    const sentences = parseText(text);
    return findParticipants(
      sentences,
      findMentions(sentences, gazetteer, told.published ?? "2022-01-10"),
      contextOf(told),
    );
  };
  it.each<[string, Told, string[]]>([
    [LEAD, {}, ["RUS:putin", "USA:biden"]],
    [
      "President Biden spoke today with Prime Minister Kishida of Japan about aid to President Zelenskyy.",
      { parties: ["USA"] },
      ["USA:biden", "JPN:kishida"],
    ],
    ["The Russian and Turkish delegations held talks in Baku.", {}, ["RUS", "TUR"]],
    [
      "It was a good day.",
      { parties: ["RUS"], title: "Telephone conversation with President of France Emmanuel Macron" },
      ["RUS:putin", "FRA:macron"],
    ],
    [
      "It was a good day.",
      { title: "Readout of President Biden’s Call with Prime Minister Trudeau of Canada" },
      ["USA:biden", "CAN:trudeau"],
    ],
    [
      "Press Secretary Jen Psaki spoke of the call between President Biden and President Macron.",
      { parties: ["USA"] },
      ["USA:biden", "FRA:macron"],
    ],
    ["We agree on this text.", { parties: ["ARM", "AZE"] }, ["ARM", "AZE"]],
    [LEAD, { participants: ["CHL", "PER"] }, ["CHL", "PER"]],
    ["The harvest was good.", {}, []],
  ])("%s %j", (text, told, expected) => expect(participants(text, told)).toEqual(expected));
});
