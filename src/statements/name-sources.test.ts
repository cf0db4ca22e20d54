/** Tables of [text, words of an act, who says them]: the forms in which news prose names its sources. */
import { describe, expect, it } from "vitest";
import { LEXICON } from "../../test/catalog-lexicon.js";
import { documentOf } from "../../test/made-up-acts.js";
import { findActs } from "./find-acts.js";

/** Who says the words, outermost first; null where no act holds them. */
function sourcesOf(text: string, words: string): string[] | null {
  const document = documentOf("text", text, { genre: "statement", published: "2025-03-20" });
  return findActs(document, LEXICON).value.find(({ quote }) => quote.includes(words))?.attribution ?? null;
}

type Row = [text: string, words: string, sources: string[]];

function check(rows: Row[]): void {
  it.each(rows)("%s | %s", (text, words, sources) => {
    expect(sourcesOf(text, words)).toEqual(sources);
  });
}

describe("nouns that speak", () => {
  check([
    ["The statement said the ferry would sail in May.", "ferry would sail", ["statement"]],
    ["State media said the ferry would sail in May.", "ferry would sail", ["State media"]],
    ["Several analysts said the ferry would sink.", "ferry would sink", ["Several analysts"]],
    [
      "A spokesman for the port authority said the ferry was late.",
      "ferry was late",
      ["spokesman for the port authority"],
    ],
    ["Pyongyang said the ferry would sail.", "ferry would sail", ["Pyongyang"]],
    ["The regime said the ferry would sail.", "ferry would sail", ["regime"]],
    ["The prime minister's office said the ferry would sail.", "ferry would sail", ["prime minister's office"]],
    ["Residents of the island said the ferry never came.", "ferry never came", ["Residents of the island"]],
    [
      "Hours passed. The Foreign Ministry of Chile said after an hour that the ferry was safe.",
      "ferry was safe",
      ["Foreign Ministry of Chile"],
    ],
  ]);
});

describe("where the speaker stands", () => {
  check([
    [
      '"The ferry will sail in May," a senior official from the harbour, who asked not to be named, told AFP.',
      "ferry will sail",
      ["senior official from the harbour"],
    ],
    [
      '"The ferry will sail in May," said the head of the port authority, a former diplomat.',
      "ferry will sail",
      ["head of the port authority"],
    ],
    ['"The ferry will sail in May," an envoy told Reuters.', "ferry will sail", ["envoy"]],
    ['"The ferry will sail in May," the captain insisted.', "ferry will sail", ["captain"]],
    ['"The ferry will sail," an adviser said, "and the port will open."', "the port will open", ["adviser"]],
    ["The ferry, a harbour official has said, will sail in May.", "will sail in May", ["harbour official"]],
    [
      "“It was decided that the ferry should wait,” the statement added without elaborating.",
      "ferry should wait",
      ["statement"],
    ],
    [
      "Speaking beside the Foreign Minister of Peru, the harbour official said the ferry would sail.",
      "ferry would sail",
      ["harbour official"],
    ],
    ["A harbour spokesman yesterday said the ferry would sail.", "ferry would sail", ["harbour spokesman"]],
    ["The agency, a daily of the coast, reported that the ferry had sunk.", "ferry had sunk", ["agency"]],
    [
      "The ferry sank, a harbour official said, and the port will close, the island's mayor said.",
      "the port will close",
      ["island's mayor"],
    ],
    [
      "''The ferry will sail in May,'' the harbour official said. ''The port will open.''",
      "The port will open",
      ["harbour official"],
    ],
  ]);
});

describe("chains", () => {
  check([
    [
      "KCNA quoted the harbour official as saying that the ferry would sail.",
      "ferry would sail",
      ["KCNA", "harbour official"],
    ],
    [
      '"The ferry will sail in May," a harbour official was quoted as saying by a coastal daily.',
      "ferry will sail",
      ["harbour official"],
    ],
    [
      "The ferry will sail in May, the agency reported, citing two harbour officials.",
      "ferry will sail",
      ["agency", "two harbour officials"],
    ],
    [
      "According to the coastal paper, a harbour official said the ferry would sail.",
      "ferry would sail",
      ["coastal paper", "harbour official"],
    ],
    [
      '"The ferry will sail in May," the harbour official told radio listeners, Reuters reported.',
      "ferry will sail",
      ["Reuters", "harbour official"],
    ],
    [
      "The harbour official said the law of the port says nothing about ferries.",
      "nothing about ferries",
      ["harbour official"],
    ],
    ["A captain said, citing bad weather, that the ferry would wait.", "ferry would wait", ["captain"]],
  ]);
});

describe("passed on", () => {
  check([
    [
      '"The ferry will sail in May," the coastal agency quoted a harbour official as saying on Friday.',
      "ferry will sail",
      ["coastal agency", "harbour official"],
    ],
    ["State media on Tuesday said the ferry would sail.", "ferry would sail", ["State media"]],
    [
      "The paper accused the captain of a crime, the agency reported. It said the ferry had sunk.",
      "ferry had sunk",
      ["paper"],
    ],
  ]);
});

describe("over sentences and paragraphs", () => {
  check([
    [
      "A harbour official said the ferry was late. He added that the port would close.",
      "port would close",
      ["harbour official"],
    ],
    [
      "Harbour officials said the ferry was late. They said the port would close.",
      "port would close",
      ["Harbour officials"],
    ],
    [
      "According to the Kremlin, the ferry was late. Russia will also open a port, it said.",
      "open a port",
      ["Kremlin"],
    ],
    ["The statement said the ferry was late. It said the port would close.", "port would close", ["statement"]],
    [
      '"The ferry is late," the harbour official said. "The port will close."',
      "The port will close",
      ["harbour official"],
    ],
    [
      'The harbour official said the ferry was late.\n\n"The port will close in June."',
      "The port will close",
      ["harbour official"],
    ],
    ['The captain was blunt: "The port will close in June."', "The port will close", ["captain"]],
    [
      "A former captain said the ferry was late, adding that Lima would close the port.",
      "Lima would close",
      ["former captain"],
    ],
    [
      "The owner of the ferry, Harbour Lines, told reporters that the ferry was late.",
      "ferry was late",
      ["Harbour Lines"],
    ],
    ["North Korea closed the strait. The North said the ferry would wait.", "ferry would wait", ["North Korea"]],
  ]);
});

describe("whose words they are not", () => {
  check([
    ["The ferry was late and the port is closed.", "port is closed", []],
    ["Egypt is expected to announce the opening of the port.", "expected to announce", []],
    [
      '"The raid violated the airspace of Finland," a harbour official said.',
      "violated the airspace",
      ["harbour official"],
    ],
    ['"We want to open the port," a harbour official said.', "We want", ["harbour official"]],
    ["Despite the truce, fighting continued.", "fighting continued", []],
    [
      "The envoy said that he had talked about ferries, but decided not to close the port.",
      "decided not to close",
      ["envoy"],
    ],
    ["The envoy said that the ferry was late and ordered the port to close.", "ordered the port", []],
    ["In my view, the port will close, a harbour official said.", "port will close", ["harbour official"]],
  ]);
});
