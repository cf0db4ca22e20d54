import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { COMPARISON, NAMES, TEXTS } from "../../test/fixtures/comparison.js";
import { Comparison } from "../model/comparison.js";
import { publishComparison, type View } from "./publish-comparison.js";

const texts = new Map(Object.entries(TEXTS));
const TERMINAL: View = { as: "terminal", columns: 110, colour: false };
const VIEWS: View[] = [
  TERMINAL,
  { ...TERMINAL, columns: 50 },
  { as: "markdown" },
  { as: "csv" },
  { as: "json" },
  { as: "html", texts },
];

const published = (view: View, comparison = COMPARISON) => publishComparison(comparison, NAMES, view);

/** Whatever a text of others may try: escape codes, direction, markup, formulas, links. */
const HOSTILE =
  "\u001b[31m=1+1\u202e|<script>alert(1)</script> [x](javascript:y) `z` @all \u009b2J\nhttp://evil.example";

/** The comparison with hostile words in every place where a source's words can come to stand. */
function hostileComparison(): { comparison: Comparison; texts: Map<string, string> } {
  const text = `${HOSTILE} agreed.`;
  const side = {
    act: "agreed",
    veridicality: "asserted",
    actors: [HOSTILE],
    attribution: [HOSTILE, HOSTILE],
    strength: 0.9,
    rule: "made-up",
    spans: [{ start: 0, end: text.length, quote: text, act: "agreed" }],
  };
  const comparison = Comparison.parse({
    sources: COMPARISON.sources.map((source) => ({ ...source, title: HOSTILE })),
    items: [
      {
        id: "h1",
        label: HOSTILE,
        issues: [HOSTILE],
        relation: "scope-differs",
        differences: [{ field: "targets", kind: "broader", in: "fr", than: "ind", because: HOSTILE }],
        sources: { fr: side, ind: side },
      },
      {
        id: "h2",
        label: `=${HOSTILE}`,
        issues: [],
        relation: "only:fr",
        differences: [],
        sources: { fr: side, ind: null },
      },
    ],
    unsaid: [{ issue: HOSTILE, by: ["fr"], because: HOSTILE }],
  });
  return {
    comparison,
    texts: new Map([
      ["fr", text],
      ["ind", text],
    ]),
  };
}

test.each(VIEWS)("$as shows every quote and what differs", async (view) => {
  const shown = (await published(view)).replace(/<[^>]*>/g, "").replace(/\s+│?\s*/g, " ");
  for (const words of [
    "discussed tariffs on steel",
    "rejected any quota on its ships",
    "will send experts to New Delhi",
    "Only fr says",
  ]) {
    expect(shown).toContain(words);
  }
});

test.each(VIEWS)("$as obeys nothing that a text says", async (view) => {
  const hostile = hostileComparison();
  const shown = await published(view.as === "html" ? { ...view, texts: hostile.texts } : view, hostile.comparison);
  expect(shown).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});

test("the terminal view has colour only when asked for, and the same words", async () => {
  const plain = await published(TERMINAL);
  const coloured = await published({ ...TERMINAL, colour: true });
  expect(plain).not.toContain("\u001b");
  expect(coloured).toContain("\u001b[");
  expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(plain);
});

test("the terminal view tells in plain words who says what, and how", async () => {
  const shown = await published({ ...TERMINAL, columns: 60 });
  expect(shown).toMatch(/^What has each side agreed to\?\n/);
  expect(shown).toContain("India (ind) [readout, no date shown, cut or excerpt,\n     translation]");
  expect(shown).toContain("fr: France and someone it does not name agreed (firm)");
  expect(shown.replace(/\s+/g, " ")).toContain(
    "ind: India to undertake (spoken of, not confirmed), according to New Delhi (firm)",
  );
  expect(shown).toContain("fishing quotas: nothing from fr and ind.");
});

test("a comparison without items says so", async () => {
  const empty = { ...COMPARISON, items: [], unsaid: [] };
  expect(await published(TERMINAL, empty)).toContain("No act was found");
  expect(await published({ as: "html", texts }, empty)).toContain("No act was found");
});

test("JSON parses to the comparison", async () => {
  const { comparison } = hostileComparison();
  expect(JSON.parse(await published({ as: "json" }, comparison))).toEqual(comparison);
});

test("Markdown lets no markup of a text take effect", async () => {
  const shown = await published({ as: "markdown" }, hostileComparison().comparison);
  expect(shown).not.toMatch(/(?<!\\)<(?!br>)/);
  expect(shown).not.toMatch(/(?<!\\)\[x|(?<!\\)`z|https?:\/\/|@all/);
  for (const row of shown.split("\n").filter((line) => line.startsWith("| "))) {
    expect([4, 5, 6]).toContain(row.match(/(?<!\\)\|/g)!.length);
  }
});

test("CSV has a row an item and source and defuses formulas", async () => {
  const shown = await published({ as: "csv" });
  expect(shown.split("\r\n")).toHaveLength(1 + 4 * 2 + 2 + 1);
  const hostile = await published({ as: "csv" }, hostileComparison().comparison);
  expect(hostile).toContain(`"'=`);
  expect(hostile).not.toMatch(/(?:^|[,;]|\r\n)"[=+@-]/);
});

test("the page needs nothing else and runs only its own style and script", async () => {
  const page = await published({ as: "html", texts });
  expect(page).not.toMatch(/(?:src|srcset|action)=|url\(|@import|<link|<iframe/);
  expect([...page.matchAll(/href="([^"]*)"/g)].every(([, target]) => target!.startsWith("#"))).toBe(true);
  const policy = page.match(/content="(default-src[^"]*)"/)![1]!.replaceAll("&#39;", "'");
  expect(policy).toContain("default-src 'none'");
  for (const [, tag, code] of page.matchAll(/<(style|script)>([\s\S]*?)<\/\1>/g)) {
    expect(policy).toContain(`${tag}-src 'sha256-${createHash("sha256").update(code!).digest("base64")}'`);
  }
  expect(page).not.toMatch(/ (?:style|on\w+)=/);
});

test("every link in the page leads to a place in it, and no id is given twice", async () => {
  const page = await published({ as: "html", texts });
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
});

test("the page holds each text whole, with its marks in place", async () => {
  const page = await published({ as: "html", texts });
  const shown = [...page.matchAll(/<section class="words"[^>]*>([\s\S]*?)<\/section>/g)].map(([, words]) =>
    words!.replace(/<a class="ref"[^>]*>\d+<\/a>/g, "").replace(/<[^>]*>/g, ""),
  );
  expect(shown).toEqual([TEXTS.fr, TEXTS.ind]);
  expect(page).toContain('lang="en"');
  expect(page).toMatch(/<mark class="k-contradicts s-contradicts" data-i="3">/);
});
