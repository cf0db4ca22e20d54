/** The catalogue's omissions -> each matches its examples and not its counter-examples; the matter is found on its side. */
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import { readCatalog } from "../catalog/read-catalog.js";
import { compilePatterns, matchPatterns } from "../text/pattern.js";
import { parseText } from "../text/syntax/parse-text.js";
import { statedOmissions } from "./stated-omissions.js";

const { omissions, issues } = readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url)));

function matched(sentence: string, id: string, pattern: string): boolean {
  const index = compilePatterns([{ id, patterns: [pattern] }]);
  return parseText(sentence).some(({ tokens }) => matchPatterns(index, tokens).length > 0);
}

describe.each(omissions.map((entry) => [entry.id, entry] as const))(
  "%s",
  (id, { pattern, examples, counterExamples }) => {
    it.each(examples)("is in: %s", (sentence) => expect(matched(sentence, id, pattern)).toBe(true));
    it.each(counterExamples)("is not in: %s", (sentence) => expect(matched(sentence, id, pattern)).toBe(false));
  },
);

test.each([
  [
    "The two texts made no mention of sanctions, but both welcomed the truce.",
    ["sanctions"],
    "made no mention of sanctions",
  ],
  [
    "Prisoners were exchanged, and a prisoner exchange was not mentioned again.",
    ["prisoner-exchange"],
    "and a prisoner exchange was not mentioned",
  ],
  ["There was no word on a prisoner exchange.", ["prisoner-exchange"], "no word on a prisoner exchange"],
  ["The sides agreed on sanctions.", undefined, undefined],
  ["The two texts made no mention of the weather.", undefined, undefined],
])("%s", (text, named, words) => {
  const [first] = statedOmissions(text, omissions, issues);
  expect(first?.issues).toEqual(named);
  expect(first?.words.quote).toBe(words);
});
