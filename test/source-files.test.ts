/** Made-up source text -> the imports, functions and lengths that the tidy test goes by. */
import { describe, expect, it } from "vitest";
import { functionsOf, importsOf, type SourceFile } from "./source-files.js";

function file(text: string, path = "src/statements/a.ts"): SourceFile {
  return { path, text, lines: text.trimEnd().split("\n") };
}

describe("importsOf", () => {
  const cases: [string, string[]][] = [
    [`import { a } from "./b.js";`, ["src/statements/b"]],
    [`import type { A } from "../model/act.js";`, ["src/model/act"]],
    [`export { a } from "../text/quotes.js";`, ["src/text/quotes"]],
    [`import {\n  a,\n  b,\n} from "../../test/c.js";`, ["test/c"]],
    [`const m = await import("../comparison/align.js");`, ["src/comparison/align"]],
    [`import "../effects.js";`, ["src/effects"]],
    [`import { z } from "zod";`, []],
    [`// taken from "./nothing"\nconst from = "./b.js";`, ["src/statements/nothing"]],
  ];
  it.each(cases)("%j", (text, paths) => {
    expect(importsOf(file(text))).toEqual(paths);
  });
});

describe("functionsOf", () => {
  const cases: [string, string[]][] = [
    ["export function one(a: string): void {\n  act();\n}", ["one 3"]],
    ["async function two(\n  a: string,\n): Promise<void> {\n  act();\n}", ["two 5"]],
    ["const three = (a: string) => {\n  act();\n  act();\n};", ["three 4"]],
    ["class A {\n  private four(): void {\n    act();\n  }\n}", ["four 3"]],
    ["function five(): void {\n  const six = () => {\n    act();\n  };\n}", ["five 5", "six 3"]],
    ["for (const a of b) {\n  act();\n}\nif (a) {\n  act();\n}", []],
    ['describe("x", () => {\n  act();\n});', []],
  ];
  it.each(cases)("%j", (text, found) => {
    expect(functionsOf(file(text)).map(({ name, lines }) => `${name} ${lines}`)).toEqual(found);
  });
});
