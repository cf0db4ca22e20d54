import { expect, test } from "vitest";
import { NAMES } from "../../test/fixtures/comparison.js";
import { ActType, Veridicality } from "../model/act.js";
import { actPhrase, attributionWords, clauseWords, dateWords, strengthWord } from "./plain-words.js";

test.each([
  ["agreed", "asserted", "agreed"],
  ["accepted", "negated", "did not accept"],
  ["accepted", "unasserted", "to accept (spoken of, not confirmed)"],
  ["pledged", "conditional", "would undertake on a condition"],
  ["demanded", "asserted", "asked for"],
  ["expressed", "negated", "expressed a view in the negative"],
] as const)("%s, %s: %s", (act, veridicality, words) => {
  expect(actPhrase(act, veridicality)).toBe(words);
});

const FRANCE = ["FRA", "?"];
test.each([
  [["FRA", "IND"], "agreed", "asserted", "reach-agreement", "France and India|agreed"],
  [FRANCE, "agreed", "asserted", "reach-agreement", "France and someone it does not name|agreed"],
  [["?"], "agreed", "negated", "reach-agreement", "|did not agree, by whom it does not say"],
  [["FRA"], "expressed", "asserted", "default:statement", "|says of France"],
  [["?"], "expressed", "asserted", "default:prediction", "|says, naming nobody"],
  [["FRA"], "expressed", "unasserted", "default:statement", "|says of France (spoken of, not confirmed)"],
] as const)("%j %s, %s, found by %s: %s", (actors, act, veridicality, rule, words) => {
  expect(clauseWords({ actors: [...actors], act, veridicality, rule }, NAMES).join("|")).toBe(words);
});

test("every act has words for every veridicality", () => {
  for (const act of ActType.options)
    for (const v of Veridicality.options) expect(actPhrase(act, v)).toMatch(/^[a-z][a-z (),]+$/);
});

test.each([
  ["2025-03-18", "18 March 2025"],
  ["2025-03", "March 2025"],
  ["2025", "2025"],
  [null, "no date shown"],
])("%s: %s", (date, words) => {
  expect(dateWords(date)).toBe(words);
});

test.each([
  [1, "firm"],
  [0.85, "firm"],
  [0.7, "fairly firm"],
  [0.4, "soft"],
  [0, "no commitment"],
])("strength %d is %s", (strength, word) => {
  expect(strengthWord(strength)).toBe(word);
});

test.each([
  [[], [], "readout", ""],
  [["Kremlin"], [], "readout", ""],
  [["Kremlin", "Russia"], ["Russia"], "readout", ""],
  [["Reuters", "Kremlin", "the spokesperson"], [], "readout", "according to the Kremlin, citing the spokesperson"],
  [["Reuters", "Kremlin", "Russia"], ["Russia"], "report", "according to Reuters, citing the Kremlin"],
  [["Kremlin", "Russian side"], ["Russia"], "readout", "according to the Russian side"],
  [["Kremlin", "Peru and Chile"], ["Chile", "Peru"], "readout", ""],
] as const)("attribution %j of %j in a %s", (chain, actors, genre, words) => {
  expect(attributionWords(chain, actors, genre)).toBe(words);
});
