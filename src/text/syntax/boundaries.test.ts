import { expect, test } from "vitest";
import { sentenceExtents } from "./boundaries.js";

test.each([
  ["They signed the Chile-U.S. Trade Agreement. It enters into force in May.", 2],
  ["The Peru-U.K. Council met in Lima.", 1],
  ["The treaty with the U.S. was signed. Both sides welcomed it.", 2],
  ["The minister met J. Doe in Lima.", 1],
])("%s", (text, sentences) => {
  expect(sentenceExtents(text)).toHaveLength(sentences);
});
