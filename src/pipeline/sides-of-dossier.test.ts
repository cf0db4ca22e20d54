/** Made-up texts on one contact -> which are the sides' accounts, and who else says what. */
import { expect, test, vi } from "vitest";
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { Edition } from "../model/explainer.js";
import { readActs } from "../pipeline.js";
import { UNWRITTEN } from "../publish/explainer/publish-explainer.js";
import { sidesOfDossier } from "./sides-of-dossier.js";

vi.mock("../catalog/load-catalog.js", async () => {
  const { CATALOG } = await import("../../test/made-up-incidents.js");
  return { loadCatalog: () => CATALOG };
});

const document = (id: string, parties: string[], text: string, genre: Document["genre"] = "statement"): Document => ({
  id,
  source: id,
  text,
  sha256: id,
  title: null,
  publisher: id.toUpperCase(),
  parties,
  genre,
  published: "2025-03-18",
  language: "en",
  translated: false,
  complete: true,
});

const US = document("us", ["USA"], "The President and the President of Russia agreed to halt strikes.");
const RU = document("ru", ["RUS"], "The President of Russia and the President of the United States discussed a halt.");
const UA = document("ua", ["UKR"], "Ukraine demands that the halt begin at once. Ukraine supports talks.");
const WIRE = document(
  "wire",
  [],
  "The presidents of the United States and Russia discussed a halt to strikes. France demanded a full ceasefire. Germany's chancellor said the halt was a first step.",
  "report",
);

function split(documents: Document[], origins: Edition["origins"] = {}) {
  const acts: Act[] = documents.flatMap((each) => readActs(each).value);
  const { sides, others } = sidesOfDossier(documents, acts, { ...UNWRITTEN, origins });
  return { sides: sides.map(({ id }) => id), others: others.map(({ name, kind }) => `${name}: ${kind}`) };
}

test.each([
  ["two sides", [US, RU], ["us", "ru"], []],
  ["a party that was not on the line", [US, RU, UA], ["us", "ru"], ["UA: party"]],
  ["a report beside two sides", [US, RU, WIRE], ["us", "ru"], ["France: other", "Germany: other"]],
  ["a report beside one side", [US, WIRE], ["us", "wire"], []],
  ["one side and a party that was not there", [US, UA], ["us", "ua"], []],
] as const)("%s", (_, documents, sides, others) => {
  expect(split([...documents])).toEqual({ sides, others });
});

test("the editor has the last word", () => {
  const origin = (other: boolean) => ({ url: null, digest: false, other });
  expect(split([US, RU, UA], { ua: origin(false) })).toEqual({ sides: ["us", "ru", "ua"], others: [] });
  expect(split([US, RU, UA], { ru: origin(true), ua: origin(false) }).sides).toEqual(["us", "ua"]);
});
