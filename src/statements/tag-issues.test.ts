import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readCatalog } from "../catalog/read-catalog.js";
import { compilePatterns } from "../text/pattern.js";
import { parseText } from "../text/syntax/parse-text.js";
import { tagIssues } from "./tag-issues.js";

const { issues } = readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url)));
const index = compilePatterns(issues);
const issuesOf = (text: string) => parseText(text).flatMap(({ tokens }) => tagIssues(index, tokens));

test.each(issues.map(({ id, examples, counterExamples }) => ({ id, examples, counterExamples })))(
  "$id: every example bears it, no counter-example does",
  ({ id, examples, counterExamples }) => {
    for (const example of examples) expect(issuesOf(example), example).toContain(id);
    for (const example of counterExamples) expect(issuesOf(example), example).not.toContain(id);
  },
);

test("broader issues exist and do not run in circles", () => {
  const above = new Map(issues.map(({ id, broader }) => [id, broader]));
  const climb = (id: string, path: string[]): void => {
    expect(path, id).not.toContain(id);
    expect(above.has(id), id).toBe(true);
    for (const wider of above.get(id)!) climb(wider, [...path, id]);
  };
  for (const { id } of issues) climb(id, []);
});

const TREE = compilePatterns([
  { id: "truce", patterns: ["truce"] },
  { id: "sea-truce", patterns: ["maritime truce"], broader: ["truce"] },
  { id: "strait-truce", patterns: ["strait … maritime truce"], broader: ["sea-truce"] },
  { id: "pause", patterns: ["pause in fighting", "pause"] },
  { id: "sea-pause", patterns: ["maritime pause in"], broader: ["pause"] },
  { id: "talks", patterns: ["talks"], unless: ["small talks"] },
]);

test.each([
  ["a maritime truce", ["sea-truce"]],
  ["a maritime truce and then a truce", ["sea-truce", "truce"]],
  ["in the strait a maritime truce", ["strait-truce"]],
  ["talks on a truce", ["talks", "truce"]],
  ["a truce in the strait and a maritime truce", ["strait-truce", "truce"]],
  ["a maritime pause", ["pause"]],
  ["a maritime pause in fighting", ["sea-pause", "pause"]],
  ["small talks", []],
  ["nothing of the kind", []],
])("%s", (text, expected) => {
  const tokens = text.split(" ").map((lower) => ({ lower, lemma: lower }));
  expect(tagIssues(TREE, tokens)).toEqual(expected);
});
