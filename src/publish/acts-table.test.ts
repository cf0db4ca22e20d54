import { expect, test } from "vitest";
import { NAMES } from "../../test/fixtures/comparison.js";
import { Act } from "../model/act.js";
import { Document } from "../model/document.js";
import { actsTable } from "./acts-table.js";

const text = "If prices fall, France will send experts to India for 30 days.";
const quoted = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote });

const document = Document.parse({
  id: "fr",
  source: "fr.txt",
  text,
  sha256: "",
  title: null,
  publisher: null,
  parties: ["FRA"],
  genre: "statement",
  published: "2024-05",
  language: "en",
  translated: false,
  complete: true,
});

const act = Act.parse({
  ...quoted("France will send experts to India for 30 days"),
  id: "x",
  document: "fr",
  act: "pledged",
  plover: "AGREE",
  actors: ["FRA"],
  recipients: ["IND"],
  attribution: ["Reuters", "Paris"],
  veridicality: "conditional",
  strength: 0.7,
  issues: ["expert-visits"],
  scope: {
    targets: ["steel"],
    area: ["IND"],
    parties: [],
    start: "2024-06",
    durationDays: 30,
    quantity: null,
    exceptions: ["coal"],
  },
  condition: quoted("If prices fall"),
  rule: "will-send",
  weight: 1,
  trigger: quoted("will"),
  clause: 0,
});

const options = { names: NAMES, columns: 70, colour: false };

test("a row tells the whole act", () => {
  const lines = actsTable(document, [act], options).join("\n").replace(/\s+/g, " ");
  for (const words of [
    "fr [statement, speaks for France, May 2024, whole text, 1 act]",
    "1. France would undertake on a condition, towards India (fairly firm, 0.7)",
    "according to Reuters, citing Paris",
    "about expert visits",
    "covers steel; in India; from June 2024; for 30 days; except coal",
    "on the condition “If prices fall”",
    "“France will send experts to India for 30 days”",
    "characters 16 to 61, rule will-send",
  ]) {
    expect(lines).toContain(words);
  }
});

test("a text without acts says so", () => {
  expect(actsTable(document, [], options).join("\n")).toContain("No act was found");
});

test("nothing of a text is obeyed", () => {
  const hostile = {
    ...act,
    actors: ["\u001b[2J"],
    rule: "\u202e",
    attribution: ["\u0007", "\u009b"],
    quote: "\u001b]0;x\u0007",
  };
  expect(actsTable({ ...document, title: "\u001b[31m" }, [hostile], options).join("\n")).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u0080-\u009f\u202a-\u202e]/,
  );
});
