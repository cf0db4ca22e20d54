/** Pairs of wordings for one matter -> they bear an issue in common, and wordings of different matters seldom do. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readCatalog } from "../catalog/read-catalog.js";
import { compilePatterns } from "../text/pattern.js";
import { parseText } from "../text/syntax/parse-text.js";
import { tagIssues } from "./tag-issues.js";

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { issues } = readCatalog(fromRoot("catalog"));
const index = compilePatterns(issues);
const above = new Map(issues.map(({ id, broader }) => [id, broader]));
const withWider = (ids: string[]): string[] => ids.flatMap((id) => [id, ...withWider(above.get(id)!)]);
const issuesOf = (text: string) => parseText(text).flatMap(({ tokens }) => tagIssues(index, tokens));
const meet = (some: string[], others: string[]) => some.some((id) => others.includes(id));
const near = (some: string[], others: string[]) => meet(withWider(some), others) || meet(some, withWider(others));

const pairs = readFileSync(fromRoot("test/fixtures/same-matter.txt"), "utf8")
  .split("\n")
  .filter((line) => line.includes(" || "))
  .map((line) => line.split(" || ").map(issuesOf) as [string[], string[]]);

test("nine in ten pairs share an issue, or one's is a kind of the other's", () => {
  expect(pairs.length).toBeGreaterThan(300);
  expect(pairs.filter(([a, b]) => near(a, b)).length / pairs.length).toBeGreaterThan(0.9);
});

test("one in a hundred wordings of different matters shares an issue", () => {
  const crossed = pairs.flatMap(([a], i) => pairs.filter((_, j) => j !== i).map(([, b]) => meet(a, b)));
  expect(crossed.filter(Boolean).length / crossed.length).toBeLessThan(0.01);
});
