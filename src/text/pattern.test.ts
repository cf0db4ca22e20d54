import { describe, expect, test } from "vitest";
import { compilePatterns, matchPatterns } from "./pattern.js";

const LEMMAS: Record<string, string> = {
  prisoners: "prisoner",
  exchanged: "exchange",
  strikes: "strike",
  plants: "plant",
};
const tokensOf = (text: string) =>
  (text.toLowerCase().match(/(?:[a-z]\.){2,}|[a-z]+|'s|\d+|[^\s\w]/g) ?? []).map((lower) => ({
    lower,
    lemma: LEMMAS[lower] ?? lower,
  }));

/** The words of the matches, ids left out. */
function matched(pattern: string, text: string, unless: string[] = []): string[] {
  const tokens = tokensOf(text);
  const index = compilePatterns([{ id: "x", patterns: [pattern], unless }]);
  return matchPatterns(index, tokens).map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map((token) => token.lower)
      .join(" "),
  );
}

test.each([
  [
    "energy infrastructure|facility",
    "The energy facility and energy infrastructure",
    ["energy facility", "energy infrastructure"],
  ],
  ["sanction*", "Sanctioning and sanctions; sanctity", ["sanctioning", "sanctions"]],
  ["prisoner? exchange", "A prisoner exchange, then an exchange", ["prisoner exchange", "exchange"]],
  [
    "exchange of? prisoner",
    "They exchanged prisoners, an exchange of prisoners",
    ["exchanged prisoners", "exchange of prisoners"],
  ],
  ["strike … power plant", "strikes on any big old power plants", ["strikes on any big old power plants"]],
  ["strike … power plant", "strikes on one two three four power plants", []],
  ["strike … power plant", "strikes. The power plants", []],
  ["cease-fire", "a cease-fire, a cease fire, a ceasefire", ["cease - fire", "cease fire"]],
  ["cease-fire|ceasefire", "a cease-fire, a ceasefire", ["cease - fire", "ceasefire"]],
  ["thirty|30 day truce", "a 30-day truce", ["30 - day truce"]],
  ["Black Sea", "the Black sea", ["black sea"]],
  ["Russia's security", "Russia's security", ["russia 's security"]],
  ["U.S. troops", "the U.S. troops", ["u.s. troops"]],
  ["war … peace", "war and peace and peace", ["war and peace and peace"]],
  ["a|b c?", "b c", ["b c"]],
])("%s in %s", (pattern, text, expected) => expect(matched(pattern, text)).toEqual(expected));

test("an unless pattern anywhere in the stretch silences its entry alone", () => {
  expect(matched("exchange", "an exchange of views", ["exchange of view*"])).toEqual([]);
  expect(matched("exchange", "an exchange of goods", ["exchange of view*"])).toEqual(["exchange"]);
});

test("ids overlap, an id does not overlap itself, the stretch bounds the match", () => {
  const tokens = tokensOf("black sea grain deal");
  const index = compilePatterns([
    { id: "sea", patterns: ["black sea", "sea grain", "sea"] },
    { id: "grain", patterns: ["sea grain deal", "grain"] },
  ]);
  expect(matchPatterns(index, tokens)).toEqual([
    { id: "sea", from: 0, to: 2 },
    { id: "grain", from: 1, to: 4 },
  ]);
  expect(matchPatterns(index, tokens, 1, 3)).toEqual([
    { id: "sea", from: 1, to: 3 },
    { id: "grain", from: 2, to: 3 },
  ]);
});

describe("what is no pattern is refused", () => {
  test.each(["…", "a …", "… a", "ab*", "a||b", "?"])("%s", (pattern) => {
    expect(() => compilePatterns([{ id: "x", patterns: [pattern] }])).toThrow(/pattern/);
  });
});
