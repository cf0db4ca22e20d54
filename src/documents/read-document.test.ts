import { expect, test } from "vitest";
import { ACTORS } from "../../test/fixtures/actors.js";
import { Document } from "../model/document.js";
import { readDocument } from "./read-document.js";

function read(text: string, id = "a", source = "a.txt") {
  return readDocument(new TextEncoder().encode(text), { id, source, actors: ACTORS });
}

const READOUT =
  "The President of Russia had a telephone conversation with the President of Türkiye. They discussed grain exports and agreed to stay in touch.";

test("a text is kept as it stands and its record fits the schema", async () => {
  const { value, problems } = await read(`\ufeff# On a call with Türkiye\r\n\r\n${READOUT}\r\n`);
  expect(Document.parse(value)).toEqual(value);
  expect(value.text).toBe(`# On a call with Türkiye\r\n\r\n${READOUT}\r\n`);
  expect(value).toMatchObject({
    title: "On a call with Türkiye",
    genre: "readout",
    parties: ["RUS"],
    language: "en",
    complete: true,
    translated: false,
  });
  expect(problems).toEqual([]);
});

test.each([
  ["a heading", "# Grain and peace\n\nThe two sides met.", "Grain and peace"],
  ["a line alone", "Outcome of the talks in Ankara\n\nThe two sides met.", "Outcome of the talks in Ankara"],
  ["a question", "What was agreed?\nThe two sides met today.", "What was agreed?"],
  ["sentences, whichever mark ends them", "Peru and Chile agreed. Peru is glad!\n\nWe met.", null],
  ["front matter", "---\ntitle: Grain and peace\ndate: 2024-05-12\n---\nThe two sides met.", "Grain and peace"],
  ["below furniture", "For Immediate Release\n12 May 2024\nGrain and peace\n\nThe two sides met.", "Grain and peace"],
  ["none above a sentence", "The two sides met.\n\nThey talked.", null],
  ["none above a greeting", "Colleagues,\nthe two sides met with us today.", null],
  ["none above a list", "- The sides met\n- The sides parted", null],
])("title: %s", async (_, text, title) => {
  expect((await read(text)).value.title).toBe(title);
});

test.each([
  ["whole", READOUT, true],
  ["an omission", `${READOUT} [...] The call lasted an hour.`, false],
  ["an ellipsis in brackets", `${READOUT}\n\n[…]\n\nThe call lasted an hour.`, false],
  ["an excerpt", `Excerpts from the press conference\n\n${READOUT}`, false],
  ["stops in a sentence", `${READOUT} The presidents further discussed the ways in which the`, false],
  ["ends in dots", `${READOUT} The presidents further discussed…`, false],
  [
    "ends in a list",
    `${READOUT} They named:\n- grain and fertiliser exports through the ports\n- the exchange of prisoners of war and of detained civilians`,
    true,
  ],
  ["ends in furniture", `${READOUT}\n\nShare this with friends`, true],
  ["ends in a quotation", `${READOUT} "We shall go on with this work."`, true],
])("complete: %s", async (_, text, complete) => {
  expect((await read(text)).value.complete).toBe(complete);
});

test.each([
  [`Unofficial translation\n\n${READOUT}`, true],
  [`${READOUT}\n\n(Translated from Russian)`, true],
  [`${READOUT} The ministers discussed the translation of street names.`, false],
])("translated: %s", async (text, translated) => {
  expect((await read(text)).value.translated).toBe(translated);
});

test("what cannot be told is told as a problem, never guessed", async () => {
  const { value, problems } = await read("The wheat harvest is good and the harbour is open again.");
  expect(value).toMatchObject({ parties: [], publisher: null, published: null, genre: "statement" });
  expect(problems.map(({ code, level }) => [code, level])).toEqual([
    ["genre-unclear", "info"],
    ["publisher-unclear", "info"],
  ]);
});

test("a language that the engine does not read is refused by name", async () => {
  const russian = "Президенты обсудили положение в регионе и договорились продолжать контакты.";
  await expect(read(russian)).rejects.toMatchObject({
    code: "language-not-read",
    message: expect.stringContaining("Russian"),
  });
});

test("a passage in another script is told", async () => {
  const { problems } = await read(
    `${READOUT} Президенты обсудили положение в регионе и договорились продолжать контакты.`,
  );
  expect(problems).toContainEqual(expect.objectContaining({ level: "warning", code: "language-mixed" }));
});

test("the user's date outranks the text's", async () => {
  const bytes = new TextEncoder().encode(`12 May 2024\n\n${READOUT}`);
  const { value } = await readDocument(bytes, { id: "a", source: "a.txt", actors: ACTORS, published: "2024-05" });
  expect(value.published).toBe("2024-05");
});
