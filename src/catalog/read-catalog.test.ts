import { expect, test } from "vitest";
import { parseYaml } from "./read-catalog.js";

/** Ten levels of nine references each: nine to the tenth values if they were followed. */
const BOMB = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
  .concat(Array.from({ length: 10 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(", ")}]`))
  .join("\n");

test.each([
  ["a list", "- id: x\n  n: 5", [{ id: "x", n: 5 }]],
  ["dates stay words", "starts: 2025-03-18", { starts: "2025-03-18" }],
  ["yes stays a word", "a: yes", { a: "yes" }],
  ["an alias", "a: &a [1]\nb: *a", { a: [1], b: [1] }],
  ["a tag of the core schema", "a: !!str 5", { a: "5" }],
])("%s", (_, text, value) => {
  expect(parseYaml(text, "x.yaml")).toEqual(value);
});

test("a key that names a prototype is a key", () => {
  const value = parseYaml("__proto__: { polluted: true }", "x.yaml") as object;
  expect(Object.hasOwn(value, "__proto__")).toBe(true);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each([
  ["a bomb of aliases", BOMB, "yaml-invalid"],
  ["an alias to what holds it", "a: &a\n  b: *a", "yaml-invalid"],
  ["a custom tag", "a: !include /etc/passwd", "yaml-invalid"],
  ["a tag that makes code", "a: !!js/function 'function () {}'", "yaml-invalid"],
  ["a tag that makes bytes", "a: !!binary aGk=", "yaml-invalid"],
  ["two equal keys", "a: 1\na: 2", "yaml-invalid"],
  ["two documents", "--- a\n--- b", "yaml-invalid"],
  ["no end of brackets", "[".repeat(100_000), "yaml-invalid"],
  ["an unknown alias", "a: *b", "yaml-invalid"],
  ["too many characters", "a: ".padEnd(2_000_001, "x"), "yaml-too-large"],
])("%s is refused in one line", (_, text, code) => {
  expect(() => parseYaml(text, "x.yaml")).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(/^x\.yaml: .+\.$/) }),
  );
});
