import { expect, test } from "vitest";
import { originalLink } from "./original-link.js";

const LONG =
  "They agreed to keep the talks on the ceasefire going, and to meet again before the end of the month in a third country";

test.each([
  ["a short quote, whole", "agreed to talk", false, "https://x.test/a#:~:text=agreed%20to%20talk"],
  [
    "a long quote by its ends",
    LONG,
    false,
    "https://x.test/a#:~:text=They%20agreed%20to%20keep,in%20a%20third%20country",
  ],
  ["hyphens and commas, escaped", "cease-fire, now", false, "https://x.test/a#:~:text=cease%2Dfire%2C%20now"],
  ["a digest, by its address alone", "agreed to talk", true, "https://x.test/a#top"],
])("%s", (_, quote, digest, expected) => {
  expect(originalLink("https://x.test/a#top", { quote }, digest)).toBe(expected);
});
