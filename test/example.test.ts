/** The bundled example through the built command -> what its README tells a reader to expect of the two digests. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Comparison, type Item } from "../src/model/comparison.js";
import { ROOT } from "./source-files.js";

const FOLDER = join(ROOT, "examples/2025-03-18-trump-putin");

let items: Item[] = [];

beforeAll(() => {
  const sources = ["us", "ru"].map((id) => `${id}=${join(FOLDER, `${id}.md`)}`);
  const output = execFileSync(process.execPath, [join(ROOT, "dist/cli/main.js"), "compare", ...sources, "--json"]);
  items = Comparison.parse(JSON.parse(output.toString("utf8"))).items;
});

/** The items whose quotes in a source hold the words. */
function itemsWith(source: string, words: string): Item[] {
  return items.filter((item) => item.sources[source]?.spans.some(({ quote }) => quote.includes(words)));
}

describe("the bundled example", () => {
  const told: [string, string][] = [
    ["strikes on energy and infrastructure", "energy infrastructure for 30 days"],
    ["truce in the Black Sea", "Black Sea arrangement"],
  ];
  it.each(told)("tells “%s” beside “%s”", (us, ru) => {
    const both = itemsWith("us", us).filter((item) => itemsWith("ru", ru).includes(item));
    expect(both.map(({ relation }) => relation)).not.toEqual([]);
  });

  it("does not call the two halts to strikes the same", () => {
    expect(itemsWith("us", "energy and infrastructure").map(({ relation }) => relation)).not.toContain("both");
  });

  it("takes no line about the text for a word of it", () => {
    expect([...itemsWith("us", "Published:"), ...itemsWith("ru", "Published:")]).toEqual([]);
  });

  it("does not take where the talks will begin for what was discussed", () => {
    expect(itemsWith("us", "at once in the Middle East").map(({ relation }) => relation)).not.toContain("both");
  });

  const alone: [string, string, string][] = [
    ["us", "destroy Israel", "only:us"],
    ["ru", "foreign military aid and intelligence", "only:ru"],
    ["ru", "forced mobilisation", "only:ru"],
    ["ru", "175 prisoners", "only:ru"],
    ["ru", "hockey", "only:ru"],
  ];
  it.each(alone)("has from %s alone: %s", (source, words, relation) => {
    expect([...new Set(itemsWith(source, words).map((item) => item.relation))]).toEqual([relation]);
  });

  it("makes nobody agree to the general truce", () => {
    const truce = itemsWith("ru", "general truce").map(({ sources }) => sources.ru!.act);
    expect(truce).not.toContain("agreed");
    expect(truce).not.toContain("accepted");
  });
});
