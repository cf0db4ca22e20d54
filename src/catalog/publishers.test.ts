/** The entries of catalog/sources/ and the page furniture -> what they point to exists, and their examples hold. */
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { readCatalog } from "./read-catalog.js";

const catalog = readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url)));
const parties = new Set([...catalog.states, ...catalog.organisations].map(({ id }) => id));
const outlets = new Set(catalog.organisations.filter(({ outlet }) => outlet).map(({ id }) => id));
const { document } = parseHTML("<p>");

test("there are at least 25, outlets among them", () => {
  expect(catalog.publishers.length).toBeGreaterThanOrEqual(25);
  expect(catalog.publishers.filter(({ outlet }) => outlet !== null).length).toBeGreaterThanOrEqual(5);
});

describe.each(catalog.publishers.map((publisher) => [publisher.id, publisher] as const))("%s", (_, publisher) => {
  test("speaks for a party or is an outlet that the catalogue knows", () => {
    if (publisher.party !== null) expect(parties).toContain(publisher.party);
    if (publisher.outlet !== null) expect(outlets).toContain(publisher.outlet);
  });

  test("has selectors and patterns that are well formed", () => {
    const { page, lists, texts } = publisher;
    const selectors = [
      page.text,
      page.title,
      page.published,
      page.byline,
      ...page.drop,
      ...lists.map(({ links }) => links),
    ];
    for (const selector of selectors)
      if (selector !== null) expect(() => document.querySelector(selector)).not.toThrow();
    if (texts !== null) expect(() => new RegExp(texts)).not.toThrow();
  });

  test("has a list in a language it publishes in", () => {
    for (const list of publisher.lists) expect(publisher.languages).toContain(list.language);
  });
});

describe.each(catalog.pageFurniture.map((entry) => [entry.id, entry] as const))("furniture %s", (_, entry) => {
  const lines = entry.lines.map((line) => new RegExp(`^\\W*(?:${line})\\W*$`, "iu"));
  test.each(entry.examples)("%s", (example) => {
    expect(lines.some((line) => line.test(example))).toBe(true);
  });
  test("does not take text for furniture", () => {
    expect(entry.counterExamples.filter((example) => lines.some((line) => line.test(example)))).toEqual([]);
  });
});
