/** `npx tsx bench/upper-bound.ts`: the comparison on the annotators' own clauses instead of the engine's -> bench/scores.md. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCatalog } from "../src/catalog/read-catalog.js";
import { compareActs } from "../src/comparison/compare-acts.js";
import { addCounts, type Counts, emptyCounts, scoreItems, scoresOf } from "../src/evaluation/score-items.js";
import { tagIssues } from "../src/statements/tag-issues.js";
import { compilePatterns } from "../src/text/pattern.js";
import { parseText } from "../src/text/syntax/parse-text.js";
import { readMarkedEvents } from "./marked-events.js";
import { perfectSources } from "./perfect-acts.js";
import { replaceSection } from "./replace-section.js";

const REPORT = fileURLToPath(new URL("scores.md", import.meta.url));
const data = process.env.READOUT_EVAL_DATA;
if (!data) {
  console.error("READOUT_EVAL_DATA is not set. Set it to the folder of evaluation data and run again.");
  process.exit(2);
}

const catalog = readCatalog(fileURLToPath(new URL("../catalog", import.meta.url)));
const issues = compilePatterns(catalog.issues);
const section = [
  "## Perfect clauses",
  "",
  "What aligning and relating alone come to: clauses and acts from an annotator, without actors and scope, which he did not mark.",
  "",
  "| clauses from | precision | alignment | relationF1 |",
  "|---|---|---|---|",
  row("second annotator's spans", "second"),
  row("shortest phrases of the marks", "gold"),
].join("\n");
const before = existsSync(REPORT) ? readFileSync(REPORT, "utf8") : "# Scores\n";
writeFileSync(REPORT, replaceSection(before, "measured on perfect clauses", section));
console.log(section);

function row(name: string, from: "second" | "gold"): string {
  const { itemPrecision, alignment, relationF1 } = scoresOf(count(from));
  return `| ${name} | ${itemPrecision.toFixed(2)} | ${alignment.toFixed(2)} | ${relationF1.toFixed(2)} |`;
}

function count(from: "second" | "gold"): Counts {
  return readMarkedEvents(data!)
    .map((event) => scoreItems(event, compareActs(perfectSources(event, from, tag), catalog).value))
    .reduce<Counts>(addCounts, emptyCounts());
}

function tag(text: string, start: number, end: number): string[] {
  const tokens = parseText(text.slice(start, end)).flatMap((sentence) => sentence.tokens);
  return tagIssues(issues, tokens, 0, tokens.length);
}
