import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readCatalog } from "../catalog/read-catalog.js";
import type { Scope } from "../model/act.js";
import { compilePatterns } from "../text/pattern.js";
import { parseText } from "../text/syntax/parse-text.js";
import type { Sentence } from "../text/syntax/sentence.js";
import { readScope, type ScopeMention } from "./read-scope.js";

const targets = compilePatterns(readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url))).targets);

/** Names that the sentences below use: id, kind, whether the word is an adjective. */
const NAMES = new Map<string, Omit<ScopeMention, "from" | "to">>([
  ...[
    "russia RUS",
    "ukraine UKR",
    "chad TCD",
    "sudan SDN",
    "armenia ARM",
    "azerbaijan AZE",
    "egypt EGY",
    "kenya KEN",
  ].map((pair) => {
    const [word, id] = pair.split(" ") as [string, string];
    return [word, { ids: [id], kind: "state" }] as const;
  }),
  ...["russian RUS", "ukrainian UKR", "armenian ARM", "azerbaijani AZE", "turkish TUR"].map((pair) => {
    const [word, id] = pair.split(" ") as [string, string];
    return [word, { ids: [id], kind: "state", modifier: true }] as const;
  }),
  ["darfur", { ids: ["SDN"], kind: "place", name: "Darfur" }],
  ["sides", { ids: ["ARM", "AZE"], kind: "group" }],
  ["nato", { ids: ["NATO"], kind: "organisation" }],
]);

function mentionsOf({ tokens }: Sentence): ScopeMention[] {
  return tokens.flatMap(({ lower }, at) => {
    const known = NAMES.get(lower);
    return known ? [{ ...known, from: at, to: at + 1 }] : [];
  });
}

function scopeOf(text: string, published: string | null = null): Scope {
  const sentence = parseText(text)[0]!;
  return readScope({ targets, mentions: mentionsOf(sentence), published }, sentence, 0, sentence.tokens.length);
}

describe("targets by structure", () => {
  test.each<[string, string[]]>([
    ["They agreed to halt strikes on energy infrastructure.", ["energy"]],
    ["They agreed to halt strikes on energy infrastructure facilities.", ["energy"]],
    ["They agreed to halt strikes on energy and infrastructure.", ["energy", "infrastructure"]],
    ["The peace will begin with an energy and infrastructure ceasefire.", ["energy", "infrastructure"]],
    ["They agreed on an energy ceasefire.", ["energy"]],
    ["They agreed to halt strikes on energy facilities and other infrastructure.", ["energy", "infrastructure"]],
    ["A ban on attacks on ports and railway infrastructure was proposed.", ["port", "railway"]],
    ["He accused them of shelling hospitals, schools and residential areas.", ["hospital", "school", "residential"]],
    ["The drones hit a refinery and a nuclear power plant.", ["refinery", "nuclear-plant"]],
    ["Attacks on civilian infrastructure must stop.", ["civilian-infrastructure"]],
    ["They will not attack merchant ships or warships.", ["merchant-vessel", "warship"]],
    ["They discussed cooperation in energy.", []],
    ["They discussed energy security and the attack.", []],
    ["The Department of Energy condemned the attack.", []],
    ["They praised military and humanitarian assistance after the attack.", []],
    ["They discussed energy prices after the attack.", []],
    ["They discussed energy and food prices after the attack.", []],
    ["They spoke about energy and security guarantees after the attack.", []],
    ["The port city was under attack.", []],
    ["He proposed a halt to attacks, including on bridges.", ["bridge"]],
  ])("%s", (text, expected) => expect(scopeOf(text).targets).toEqual(expected));
});

describe("exceptions", () => {
  test.each<[string, string[], string[]]>([
    ["They will halt strikes on infrastructure except bridges.", ["infrastructure"], ["bridge"]],
    ["They will halt strikes on ports, with the exception of military facilities.", ["port"], ["military"]],
    [
      "The truce covers all strikes on energy, excluding refineries and pipelines.",
      ["energy"],
      ["refinery", "pipeline"],
    ],
    ["The ban covers all vessels other than warships.", [], ["warship"]],
    ["All prisoners will return, except for the convicted officers.", [], ["convicted officers"]],
    ["Nothing was agreed except that talks go on.", [], []],
    ["They agreed on every point.", [], []],
  ])("%s", (text, covered, expected) => {
    const { targets: kept, exceptions } = scopeOf(text);
    expect([kept, exceptions]).toEqual([covered, expected]);
  });
});

describe("area", () => {
  test.each<[string, string[]]>([
    ["They demanded a ceasefire in Sudan.", ["SDN"]],
    ["The fighting in Darfur goes on.", ["darfur"]],
    ["They condemned attacks on energy facilities of Russia and Ukraine.", ["RUS", "UKR"]],
    ["They condemned attacks on Ukraine's energy facilities.", ["UKR"]],
    ["They condemned attacks on Russian energy facilities.", ["RUS"]],
    ["No troops will stay on the territory of Chad.", ["TCD"]],
    ["Drones crossed into Turkish airspace.", ["TUR"]],
    ["They agreed to ensure safe navigation in the Black Sea.", ["black-sea"]],
    ["Ships pass the Strait of Hormuz.", ["strait-of-hormuz"]],
    ["They agreed to carry out the Black Sea Initiative.", []],
    ["The situation along the border between Armenia and Azerbaijan is calm.", ["ARM", "AZE"]],
    ["They will meet in Geneva in January.", ["geneva"]],
    ["They will meet at the Summer Olympic Games.", []],
    ["Egypt has an interest in Sudan.", []],
    ["Egypt thanked Kenya.", []],
    ["Kenya spoke with Egypt about NATO.", []],
    ["They discussed Russian proposals.", []],
    ["They spoke about the attack on Russian peacekeepers.", []],
    ["They fear a breakdown in Russia-Ukraine relations.", []],
    ["They met in the Normandy Format.", []],
    ["They want stability across the Sudan Strait.", ["sudan-strait"]],
  ])("%s", (text, expected) => expect(scopeOf(text).area).toEqual(expected));
});

describe("parties", () => {
  test.each<[string, string[]]>([
    ["They called for a ceasefire between Russia and Ukraine.", ["RUS", "UKR"]],
    ["A truce between Armenian and Azerbaijani forces holds.", ["ARM", "AZE"]],
    ["They prepared the Armenian-Azerbaijani treaty.", ["ARM", "AZE"]],
    ["Both sides will refrain from strikes.", ["ARM", "AZE"]],
    ["Russia and Ukraine announced a mutual halt to strikes.", ["RUS", "UKR"]],
    ["Egypt called for an immediate ceasefire.", []],
    ["The talks between the delegations begin.", []],
    ["Egypt and Kenya welcomed the offer.", []],
  ])("%s", (text, expected) => expect(scopeOf(text).parties).toEqual(expected));
});

describe("start", () => {
  test.each<[string, string | null, string | null]>([
    ["The ban holds from 18 March 2025.", null, "2025-03-18"],
    ["Strikes are banned for 30 days, starting from March 18, 2025.", null, "2025-03-18"],
    ["The ban holds from 18 March.", "2025-03-25", "2025-03-18"],
    ["The ban holds from 18 March.", null, "--03-18"],
    ["The truce begins at midnight on 5 May 2026.", null, "2026-05-05"],
    ["The truce takes effect on Monday.", "2025-03-18", "2025-03-24"],
    ["The talks will start on Monday.", null, "monday"],
    ["The truce takes effect immediately.", null, "immediately"],
    ["They must immediately stop the strikes.", null, "immediately"],
    ["Egypt called for an immediate ceasefire.", null, "immediately"],
    ["The withdrawal begins upon signing.", null, "signing"],
    ["The pact holds after the ratification of the treaty.", null, "ratification"],
    ["The war has gone on since 24 February 2022.", null, null],
    ["She moved from Cairo.", null, null],
    ["Emissions fell from 2020 levels.", null, null],
    ["He spoke of those taken hostage on 7 October.", null, null],
    ["The truce entered into force on 8 October 2025.", null, "2025-10-08"],
    ["He took an immediate liking to the plan.", null, null],
    ["They spoke on 18 March 2025.", null, null],
  ])("%s", (text, published, expected) => expect(scopeOf(text, published).start).toBe(expected));
});

describe("duration in days", () => {
  test.each<[string, number | null]>([
    ["They agreed on a 30-day ceasefire.", 30],
    ["They agreed on a halt for thirty days.", 30],
    ["The halt holds for a period of 30 days.", 30],
    ["The halt holds for a month.", 30],
    ["A month-long truce was offered.", 30],
    ["A truce for two weeks was offered.", 14],
    ["There will be a humanitarian pause of 72 hours.", 3],
    ["The treaty was extended by five years.", 1825],
    ["The truce will last ninety days.", 90],
    ["The halt holds for the next 30 days.", 30],
    ["Attacks have grown over the past 30 days.", null],
    ["Attacks have grown for the last two weeks.", null],
    ["They will meet within two weeks.", null],
    ["They met two weeks ago.", null],
    ["The call lasted two hours.", null],
    ["They praised 30 years of friendship.", null],
    ["A 20-year-old soldier came home.", null],
    ["They meet every two weeks.", null],
    ["They asked for a day of mourning a year ago.", null],
    ["The 90-minute call ended.", null],
    ["There are 44 days left.", null],
  ])("%s", (text, expected) => expect(scopeOf(text).durationDays).toBe(expected));
});

describe("quantity", () => {
  test.each<[string, number | null]>([
    ["They will exchange 175 prisoners.", 175],
    ["They will exchange 175 for 175 prisoners.", 175],
    ["She promised $200 million.", 200000000],
    ["She promised another $ 1 billion in aid.", 1000000000],
    ["She promised EUR 1.5bn.", 1500000000],
    ["Twenty-three wounded soldiers will be handed over.", 23],
    ["They shipped 1,500 tonnes of grain on 18 March 2025.", 1500],
    ["On March 18, 2025 they exchanged 90 prisoners.", 90],
    ["They exchanged 2000 prisoners.", 2000],
    ["The halt holds for 30 days.", null],
    ["They recalled Resolution 1701.", null],
    ["Points 1 and 2 enter into force.", null],
    ["They recalled the agreement of 1994.", null],
    ["They support a two-state solution.", null],
    ["The two leaders met.", null],
    ["One of them left.", null],
    ["It is the 2nd round in the 21st century.", null],
    ["The F-16 and S-400 were named.", null],
    ["The call began at 15:30.", null],
    ["They met for 90 minutes.", null],
    ["Spending will rise to 5 percent.", 5],
    ["She promised over half a billion dollars.", 500000000],
    ["They meet in Geneva on January 9-10.", null],
    ["They discussed Nord Stream 2 and grain.", null],
    ["They began the 2+2 dialogue.", null],
    ["They signed the “123” agreement.", null],
  ])("%s", (text, expected) => expect(scopeOf(text).quantity).toBe(expected));
});

test("a scope of one clause reads nothing of the next", () => {
  const sentence = parseText(
    "They discussed grain, and they agreed on a 30-day halt to strikes on energy facilities in Chad.",
  )[0]!;
  const comma = sentence.tokens.findIndex(({ lower }) => lower === ",");
  const scope = readScope({ targets, mentions: mentionsOf(sentence) }, sentence, 0, comma);
  expect(scope).toEqual({
    targets: [],
    area: [],
    parties: [],
    start: null,
    durationDays: null,
    quantity: null,
    exceptions: [],
  });
});
