import { expect, test } from "vitest";
import { ActType, Veridicality } from "../model/act.js";
import { actPhrase, dateWords, strengthWord } from "./plain-words.js";

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
