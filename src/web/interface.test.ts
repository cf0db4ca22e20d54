/** The interface's catalogue against the code: every id that a page asks for exists, and every language makes a text of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { readInterface } from "../catalog/read-interface.js";
import { ActType, Veridicality } from "../model/act.js";
import { Genre } from "../model/document.js";
import { SECTIONS } from "../model/explainer.js";
import { INTERFACE_LANGUAGES } from "../model/interface-text.js";
import { readersOf } from "./reader.js";

const texts = readInterface(fileURLToPath(new URL("../../catalog", import.meta.url)));
const readers = readersOf(texts);
const folder = fileURLToPath(new URL(".", import.meta.url));
const code = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes("test"))
  .map((path) => readFileSync(join(folder, path), "utf8"))
  .join("\n");

test("every id that the code names is in the catalogue", () => {
  const named = [...code.matchAll(/\bt\("([a-z0-9-]+)"/g)].map((match) => match[1]!);
  const made = [
    ...ActType.options.map((act) => `act-${act}`),
    ...Genre.options.map((genre) => `genre-${genre}`),
    ...SECTIONS.map((section) => `section-${section}`),
  ];
  expect([...new Set([...named, ...made])].filter((id) => !readers.en.has(id))).toEqual([]);
});

/** Names of the values that a message takes, those inside of its choices among them. */
function namesIn(elements: ReturnType<IntlMessageFormat["getAst"]>): string[] {
  return elements.flatMap((element) => {
    const options = "options" in element ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : [];
    return element.type === 0 || element.type === 7
      ? []
      : [String("value" in element ? element.value : ""), ...options];
  });
}

test("every language makes a text of every entry, with the same values", () => {
  const valuesOf = (text: string) => new Set(namesIn(new IntlMessageFormat(text).getAst()));
  for (const text of texts) {
    const wanted = valuesOf(text.en);
    const values = Object.fromEntries([...wanted].map((name) => [name, 5]));
    for (const language of INTERFACE_LANGUAGES) {
      expect(valuesOf(text[language]), `${text.id} ${language}`).toEqual(wanted);
      expect(readers[language].t(text.id, values), `${text.id} ${language}`).not.toMatch(/[{}]/);
    }
  }
});

test.each([
  ["en", 1, "1 minute to read"],
  ["uk", 3, "3 хвилини читання"],
  ["ru", 5, "5 минут чтения"],
  ["ru", 21, "21 минута чтения"],
  ["ar", 2, "دقيقتا قراءة"],
  ["ar", 11, "11 دقيقة قراءة"],
  ["ar", 103, "103 دقائق قراءة"],
  ["uk", 12, "12 хвилин читання"],
] as const)("%s counts %d minutes by its own plural rules", (language, minutes, expected) => {
  expect(readers[language].t("reading-minutes", { minutes })).toBe(expected);
});

test.each(Veridicality.options)("an act that is %s reads differently from one that happened", (veridicality) => {
  const phrase = readers.en.t("act-accepted", { veridicality });
  expect(phrase === "accepted").toBe(veridicality === "asserted");
});

test("dates keep their precision", () => {
  expect(["2025", "2025-03", "2025-03-18", null].map(readers.en.date)).toEqual([
    "2025",
    "March 2025",
    "18 March 2025",
    "no date shown",
  ]);
});

test.each([
  ["en", 1, "Confirm it"],
  ["uk", 1, "Підтвердити"],
  ["uk", 21, "Підтвердити всі 21"],
  ["ru", 101, "Подтвердить все 101"],
] as const)(
  "%s names the number of %d where it is not one, though its rules count it as one",
  (language, count, expected) => {
    expect(readers[language].t("confirm-all", { count })).toBe(expected);
  },
);

test("a plural branch without its number is for exactly one, since “one” stands for 21 too in Ukrainian and Russian", () => {
  const faults = texts.flatMap(({ id, uk, ru }) =>
    [uk, ru].flatMap((text) => (text.match(/plural,[^{]*one \{[^{}#]*\}/g) ?? []).map((found) => `${id}: ${found}`)),
  );
  expect(faults).toEqual([]);
});

test.each([
  ["uk", "Ukraine", "Україна"],
  ["ru", "United States", "Соединенные Штаты"],
  ["ar", "Russia", "روسيا"],
  ["en", "Türkiye", "Türkiye"],
  ["uk", "Kremlin", "Kremlin"],
] as const)("%s calls %s %s", (language, name, expected) => {
  expect(readers[language].named(name)).toBe(expected);
});
