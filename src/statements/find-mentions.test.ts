/** Tables of [sentences, mentions] with made-up texts, and the swap of two states throughout a text. */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCatalog } from "../catalog/read-catalog.js";
import { parseText } from "../text/syntax/parse-text.js";
import { findMentions } from "./find-mentions.js";
import { compileGazetteer } from "./gazetteer.js";
import type { Mention } from "./mention.js";

const catalog = readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url)));
const gazetteer = compileGazetteer(catalog);

const mentionsOf = (text: string, published: string | null = null): Mention[] =>
  findMentions(parseText(text), gazetteer, published);
/** "words=ids" of each mention but pronouns. */
const read = (text: string, published: string | null = null): string[] =>
  mentionsOf(text, published)
    .filter(({ kind }) => kind !== "pronoun")
    .map(({ start, end, ids }) => `${text.slice(start, end)}=${ids.join("+")}`);

describe("persons with titles are one mention", () => {
  it.each<[string, string, string[]]>([
    [
      "President Joseph R. Biden, Jr. will chair the session.",
      "2022-03-01",
      ["President Joseph R. Biden, Jr.=USA:biden"],
    ],
    [
      "Russian President Vladimir Putin will open the forum.",
      "2022-03-01",
      ["Russian President Vladimir Putin=RUS:putin"],
    ],
    [
      "President of Ukraine Volodymyr Zelenskyy will open the forum.",
      "2022-03-01",
      ["President of Ukraine Volodymyr Zelenskyy=UKR:zelenskyy"],
    ],
    [
      "President Vladimir Putin of Russia will open the forum.",
      "2022-03-01",
      ["President Vladimir Putin of Russia=RUS:putin"],
    ],
    ["Kim Jong Un will open the forum. Kim Yo Jong will be there.", "2022-03-01", ["Kim Jong Un=PRK:kim-jong-un"]],
    ["Foreign Minister Sergey Lavrov will be there.", "2022-03-01", ["Foreign Minister Sergey Lavrov=RUS:lavrov"]],
    ["The statement was read out by Mr Peskov.", "2022-03-01", ["Mr Peskov=RUS:peskov"]],
    [
      "United Kingdom Prime Minister Keir Starmer will attend.",
      "2025-03-01",
      ["United Kingdom Prime Minister Keir Starmer=GBR:starmer"],
    ],
    [
      "European Commission President Ursula von der Leyen will attend.",
      "2025-03-01",
      ["European Commission President Ursula von der Leyen=EU:von-der-leyen"],
    ],
    [
      "The delegation was led by Crown Prince Mohammed bin Salman.",
      "2025-03-01",
      ["Crown Prince Mohammed bin Salman=SAU:bin-salman"],
    ],
    [
      "Prime Minister and Foreign Minister Sheikh Mohammed bin Abdulrahman Al Thani will attend.",
      "2025-03-01",
      ["Prime Minister and Foreign Minister Sheikh Mohammed bin Abdulrahman Al Thani=QAT:bin-abdulrahman"],
    ],
    ["Former U.S. President Barack Obama will attend.", "2025-03-01", ["Former U.S. President Barack Obama=USA:obama"]],
    ["Presidents Biden and Putin will meet.", "2021-06-01", ["Presidents Biden=USA:biden", "Putin=RUS:putin"]],
    ["NATO Secretary General Mark Rutte will attend.", "2025-01-10", ["NATO Secretary General Mark Rutte=NATO:rutte"]],
    ["Dutch Prime Minister Mark Rutte will attend.", "2020-01-10", ["Dutch Prime Minister Mark Rutte=NLD:rutte"]],
    ["Rutte will attend.", "2020-01-10", ["Rutte=NLD:rutte"]],
    ["Rutte will attend.", "2025-01-10", ["Rutte=NATO:rutte"]],
    ["Zelensky will attend.", "2023-01-10", ["Zelensky=UKR:zelenskyy"]],
  ])("%s", (text, published, expected) => expect(read(text, published)).toEqual(expected));
});

describe("persons whom the catalogue does not know are found by title", () => {
  it.each<[string, string[]]>([
    [
      "Kremlin spokesman Ivan Petrenko will answer. Petrenko has no comment.",
      ["Kremlin spokesman Ivan Petrenko=RUS:petrenko", "Petrenko=RUS:petrenko"],
    ],
    [
      "Deputy Foreign Minister Ana Rojas of Chile will travel.",
      ["Deputy Foreign Minister Ana Rojas of Chile=CHL:rojas"],
    ],
    ["Peruvian Energy Minister Luis Quispe will travel.", ["Peruvian Energy Minister Luis Quispe=PER:quispe"]],
    ["Chinese Vice Foreign Minister Bao Lin will travel.", ["Chinese Vice Foreign Minister Bao Lin=CHN:bao"]],
    ["Deputy Foreign Minister Ana Rojas will travel.", ["Deputy Foreign Minister Ana Rojas=?"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("titles in apposition and of institutions belong to the person", () => {
  it.each<[string, string[]]>([
    [
      "Ana Rojas, Chile's deputy foreign minister, will travel.",
      ["Ana Rojas, Chile's deputy foreign minister=CHL:rojas"],
    ],
    [
      "Luis Quispe, an adviser to the Prime Minister of Peru, will travel.",
      ["Luis Quispe, an adviser to the Prime Minister of Peru=PER:quispe"],
    ],
    ["Vladimir Putin, the Russian president, will travel.", ["Vladimir Putin, the Russian president=RUS:putin"]],
    [
      "They named Vladimir Putin, the President of France and others.",
      ["Vladimir Putin=RUS:putin", "President of France=FRA:president"],
    ],
    [
      "The Secretary of the Security Council of Peru Luis Quispe will travel.",
      ["Secretary of the Security Council of Peru Luis Quispe=PER:quispe"],
    ],
    ["The Speaker of the Parliament of Chile will travel.", ["Speaker of the Parliament of Chile=CHL:speaker"]],
    ["King Abdullah II of Jordan will travel.", ["King Abdullah II of Jordan=JOR:abdullah-ii"]],
    ["The Biden administration has replied.", ["Biden administration=USA"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("offices are settled by the document's date", () => {
  it.each<[string, string | null, string[]]>([
    ["The U.S. President will speak.", "2021-06-01", ["U.S. President=USA:biden"]],
    ["The U.S. President will speak.", "2025-06-01", ["U.S. President=USA:trump"]],
    ["The U.S. President will speak.", null, ["U.S. President=USA:president"]],
    ["Iran's foreign minister will speak.", "2025-01-10", ["Iran's foreign minister=IRN:araghchi"]],
    ["The Ukrainian leader will speak.", "2023-01-10", ["Ukrainian leader=UKR:zelenskyy"]],
    ["The British leader will speak.", "2025-01-10", ["British leader=GBR:starmer"]],
    ["The Secretary-General of NATO will speak.", "2023-01-10", ["Secretary-General of NATO=NATO:stoltenberg"]],
    ["The Secretary of State will speak.", "2023-01-10", ["Secretary of State=USA:blinken"]],
    [
      "The Presidents of Russia and Ukraine will speak.",
      "2023-01-10",
      ["Presidents of Russia and Ukraine=RUS:putin+UKR:zelenskyy"],
    ],
    ["The US and Russian leaders will speak.", "2022-01-10", ["US and Russian leaders=USA:biden+RUS:putin"]],
    ["The German Chancellor will speak.", "2024-01-10", ["German Chancellor=DEU:scholz"]],
    ["The Chilean foreign minister will speak.", "2024-01-10", ["Chilean foreign minister=CHL:foreign-minister"]],
    ["A Kremlin spokesman will speak.", "2024-01-10", ["Kremlin spokesman=RUS:spokesperson"]],
    ["The former Russian president will speak.", "2024-01-10", ["former Russian president=?"]],
    ["The President will speak.", "2024-01-10", ["President=?"]],
  ])("%s (%s)", (text, published, expected) => expect(read(text, published)).toEqual(expected));
});

describe("sides, institutions and groups", () => {
  it.each<[string, string[]]>([
    ["The Russian side has replied.", ["Russian side=RUS"]],
    ["American and Russian delegations will meet.", ["American and Russian delegations=USA+RUS"]],
    ["The Government of Armenia has replied.", ["Government of Armenia=ARM"]],
    ["The Russian Foreign Ministry has replied.", ["Russian Foreign Ministry=RUS:mfa"]],
    ["The Ministry of Defence of Peru has replied.", ["Ministry of Defence of Peru=PER:mod"]],
    ["The State Department has replied.", ["State Department=USA:mfa"]],
    ["The Kremlin readout said more.", ["Kremlin readout=RUS"]],
    ["Hamas and Ansar Allah have replied.", ["Hamas=HAMAS", "Ansar Allah=HOUTHIS"]],
    ["Houthi forces and the Houthis have replied.", ["Houthi=HOUTHIS", "Houthis=HOUTHIS"]],
    ["The two leaders and both sides agree.", ["The two leaders=?", "both sides=?"]],
    ["The presidents of the two countries agree.", ["The presidents of the two countries=?"]],
    ["Reuters and SBS News were told.", ["Reuters=REUTERS", "SBS News=SBS-NEWS"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("seats stand for their state, or are places", () => {
  it.each<[string, Mention["kind"], string]>([
    ["Moscow rejects the plan.", "state", "RUS"],
    ["The plan depends on Moscow’s consent.", "state", "RUS"],
    ["The teams will meet in Moscow.", "place", "RUS"],
    ["A visit to Moscow is planned.", "place", "RUS"],
    ["Aid to Kyiv will go on.", "state", "UKR"],
    ["The Minsk agreements are still in force.", "place", "BLR"],
    ["The talks in Gaza go on.", "place", "PSE"],
    ["Talks in Kashmir go on.", "place", "IND+PAK"],
    ["Talks in Brussels go on.", "place", "BEL"],
    ["Brussels rejects the plan.", "organisation", "EU"],
    ["The White House rejects the plan.", "state", "USA"],
  ])("%s", (text, kind, ids) =>
    expect(mentionsOf(text).map((one) => [one.kind, one.ids.join("+")])).toContainEqual([kind, ids]),
  );

  it.each([
    "The Gulf of Mexico is calm.",
    "Please tell us more.",
    "Roast turkey was served.",
    "The South China Sea is calm.",
    "Jordan Miller will sing.",
  ])("%s names no state", (text) =>
    expect(mentionsOf(text).filter(({ kind }) => kind === "state" || kind === "place")).toEqual([]),
  );
});

it("tells modifiers and genitives", () => {
  const [russian, irans, us] = mentionsOf("Russian forces met Iran's envoys and US-backed groups.");
  expect([russian?.modifier, russian?.possessive]).toEqual([true, false]);
  expect([irans?.modifier, irans?.possessive]).toEqual([false, true]);
  expect(us?.modifier).toBe(true);
});

it("slices exactly and never overlaps", () => {
  const text =
    "The U.S. President and President of Ukraine Volodymyr Zelenskyy met in Paris. They agreed that Kyiv’s envoys return to Riyadh, the White House said.";
  const mentions = mentionsOf(text, "2025-02-20");
  mentions.forEach((one, i) => {
    expect(one.head).toBeGreaterThanOrEqual(one.from);
    expect(one.head).toBeLessThan(one.to);
    const next = mentions[i + 1];
    if (next && next.sentence === one.sentence) expect(next.from).toBeGreaterThanOrEqual(one.to);
  });
});

/** States with one-word names, so that a swap changes words and not the shape of a sentence. */
const PLAIN = catalog.states.filter(
  ({ name, adjectives, capital }) =>
    /^[A-Z][a-z]+$/.test(name) &&
    /^[A-Z][a-z]+$/.test(adjectives[0] ?? "") &&
    /^[A-Z][a-z]+$/.test(capital ?? "") &&
    name !== "Georgia" &&
    name !== "Jordan" &&
    name !== "Chad",
);
const TEMPLATES = [
  "The A1 side told the B1 delegation that A0 will honour the deal.",
  "A0 and B0 agreed to open the border, the B1 foreign minister said.",
  "The President of A0 received the Prime Minister of B0 in A2.",
  "A0's foreign ministry rejects what B1 officials have said in B2.",
  "The A1 and B1 leaders met; A2 has yet to reply to B0.",
  "B1 spokesman Ivan Petrenko thanked Foreign Minister Ana Rojas of A0.",
];

it("swapping two states throughout a text swaps the ids", () => {
  const fill = (template: string, a: (typeof PLAIN)[number], b: (typeof PLAIN)[number]): string =>
    template.replace(/([AB])([012])/g, (_, side: string, form: string) => {
      const state = side === "A" ? a : b;
      return form === "0" ? state.name : form === "1" ? state.adjectives[0]! : state.capital!;
    });
  const states = (text: string): string[] =>
    mentionsOf(text).flatMap(({ kind, ids }) =>
      ids.map((id) => `${kind === "place" ? "state" : kind} ${id.split(":")[0]}`),
    );
  fc.assert(
    fc.property(
      fc.constantFrom(...TEMPLATES),
      fc.constantFrom(...PLAIN),
      fc.constantFrom(...PLAIN),
      (template, a, b) => {
        fc.pre(a.id !== b.id);
        const swapped = states(fill(template, b, a)).map((one) =>
          one.replace(new RegExp(`\\b(${a.id}|${b.id})\\b`), (id) => (id === a.id ? b.id : a.id)),
        );
        expect(swapped).toEqual(states(fill(template, a, b)));
      },
    ),
    { numRuns: 150, seed: 7 },
  );
});
