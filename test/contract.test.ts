/** What the built command prints as JSON -> the schemas in src/model and docs/contract.md: nothing beside them, nothing untold. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Act, Scope } from "../src/model/act.js";
import {
  Comparison,
  ComparisonSource,
  Difference,
  Item,
  ItemSource,
  SpanOfItem,
  Unsaid,
} from "../src/model/comparison.js";
import { PLOVER } from "../src/model/plover.js";
import { ROOT } from "./source-files.js";

const SOURCES = ["us", "ru"].map((id) => `${id}=${join(ROOT, `examples/2025-03-18-trump-putin/${id}.md`)}`);
const REPORT = `Paris and Ankara tell of a call

By a reporter

The leaders of France and Türkiye agreed on a 30-day truce at sea, officials said on Tuesday. The Élysée said that France had proposed to halt attacks on ports. According to Ankara, Türkiye demanded an end to the sanctions. Neither side mentioned the exchange of prisoners.
`;
const TOLD = readFileSync(join(ROOT, "docs/contract.md"), "utf8");

const printed = (args: string[], input = "") =>
  execFileSync(process.execPath, [join(ROOT, "dist/cli/main.js"), ...args, "--json"], {
    input,
    stdio: ["pipe", "pipe", "ignore"],
  }).toString("utf8");

let acts: unknown[] = [];
let compared: unknown;
let voices: Comparison;

beforeAll(() => {
  acts = printed(["read", ...SOURCES])
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  compared = JSON.parse(printed(["compare", ...SOURCES]));
  voices = JSON.parse(printed(["compare", "-", "--by", "attribution"], REPORT));
});

/** A schema drops what it does not know, so equality shows that nothing else is printed. */
describe("the schemas hold all that is printed", () => {
  it("by read", () => {
    expect(acts.length).toBeGreaterThan(20);
    expect(acts.map((act) => Act.parse(act))).toEqual(acts);
  });
  it("by compare", () => expect(Comparison.parse(compared)).toEqual(compared));
  it("by compare --by attribution", () => {
    expect(voices.items.length).toBeGreaterThan(0);
    expect(Comparison.parse(voices)).toEqual(voices);
  });
});

describe("docs/contract.md tells of", () => {
  const records = { Act, Scope, Comparison, ComparisonSource, Item, ItemSource, SpanOfItem, Difference, Unsaid };
  const fields = Object.entries(records).flatMap(([name, schema]) =>
    Object.keys(schema.shape).map((field) => [name, field] as const),
  );
  it.each(fields)("%s.%s", (_, field) => expect(TOLD).toContain(`\`${field}\``));

  it.each(Object.entries(PLOVER))("%s under %s", (act, category) => {
    expect(TOLD).toMatch(
      category === null ? new RegExp(`\\b${act}\\b`) : new RegExp(`\\b${act}\\b[^;]*under ${category}`),
    );
  });
});
