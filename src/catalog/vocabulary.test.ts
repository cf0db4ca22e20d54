/** The catalogue of words as it stands -> its patterns compile, its examples are met, its references exist. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compilePatterns } from "../text/pattern.js";
import { readCatalog } from "./read-catalog.js";

const { issues, targets, hedges, glossary, watchlists } = readCatalog(
  fileURLToPath(new URL("../../catalog", import.meta.url)),
);

test("every pattern compiles", () => {
  expect(() => compilePatterns(issues)).not.toThrow();
  expect(() => compilePatterns(targets)).not.toThrow();
  expect(() => compilePatterns(hedges.map(({ id, pattern }) => ({ id, patterns: [pattern] })))).not.toThrow();
});

test("what a target is part of exists, and nothing is part of itself", () => {
  const wholes = new Map(targets.map(({ id, partOf }) => [id, partOf]));
  const climb = (id: string, path: string[]): void => {
    expect(path).not.toContain(id);
    expect([...wholes.keys()]).toContain(id);
    for (const whole of wholes.get(id)!) climb(whole, [...path, id]);
  };
  for (const { id } of targets) climb(id, []);
});

test("watchlists name issues of the catalogue", () => {
  const known = new Set(issues.map(({ id }) => id));
  const unknown = watchlists.flatMap((list) =>
    list.issues.filter(({ issue }) => !known.has(issue)).map(({ issue }) => `${list.id}: ${issue}`),
  );
  expect(unknown).toEqual([]);
});

test("the glossary explains at least sixty terms, each once", () => {
  expect(glossary.length).toBeGreaterThanOrEqual(60);
  expect(new Set(glossary.map(({ term }) => term.toLowerCase())).size).toBe(glossary.length);
});
