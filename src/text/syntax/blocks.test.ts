import { describe, expect, it } from "vitest";
import { findBlocks } from "./blocks.js";

const LONG =
  "The foreign ministers of the two states met on Monday and spoke at length about the terms of a truce at sea, its start and its end";

describe("findBlocks", () => {
  it.each<[name: string, text: string, blocks: string[]]>([
    ["an empty text has none", " \n\n ", []],
    ["blank lines part paragraphs", "One side spoke.\n\nThe other did not.", ["One side spoke.", "The other did not."]],
    ["a line a paragraph", `${LONG}.\n${LONG}.`, [`${LONG}.`, `${LONG}.`]],
    ["Windows line ends", "First.\r\nSecond.\r\n\r\nThird.", ["First.", "Second.", "Third."]],
    ["a heading", "Energy truce\nBoth sides agreed.", ["Energy truce", "Both sides agreed."]],
    ["Markdown headings and quotations", "## Outcome\n> We agreed.", ["Outcome", "We agreed."]],
    ["list markers are left out", "- first\n• second\n* third\n– fourth", ["first", "second", "third", "fourth"]],
    ["numbers as markers", "1. first\n2) second\n(3) third\na) fourth", ["first", "second", "third", "fourth"]],
    ["a year is no marker", "2022. The war went on.", ["2022. The war went on."]],
    ["a sum is no marker", "-5 degrees were measured.", ["-5 degrees were measured."]],
    [
      "hard-wrapped lines are joined",
      "The ministers met in the\ncapital and agreed.",
      ["The ministers met in the\ncapital and agreed."],
    ],
    [
      "a wrapped list item",
      "- exchange of prisoners\n  within ten days\n- a truce",
      ["exchange of prisoners\n  within ten days", "a truce"],
    ],
    [
      "a wrapped line may go on with a capital",
      "The foreign ministers of the two states met on Monday with the President\nof Chile and the envoy of the Secretary-General of the United\nNations in Geneva.",
      [
        "The foreign ministers of the two states met on Monday with the President\nof Chile and the envoy of the Secretary-General of the United\nNations in Geneva.",
      ],
    ],
    ["long lines are never joined", `${LONG}\nand then they left.`, [LONG, "and then they left."]],
    ["blank lines part even lower case", "he agreed to\n\nnothing", ["he agreed to", "nothing"]],
  ])("%s", (_, text, blocks) => {
    expect(findBlocks(text).map(({ start, end }) => text.slice(start, end))).toEqual(blocks);
  });
});
