/** `npm run scores`: the scorers in READOUT_EVAL_DATA run on the built command -> what was measured, in bench/scores.md and README.md. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { replaceSection } from "./replace-section.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const REPORT = join(ROOT, "bench/scores.md");
const README = join(ROOT, "README.md");
const SECTION = "measured by npm run scores";
const COMMAND = `${process.execPath} ${join(ROOT, "dist/cli/main.js")}`;

/** What a second annotator, working alone, scores against the same marks. */
const SECOND_ANNOTATOR: Record<string, string> = {
  itemRecall: "0.91",
  itemPrecision: "0.87",
  alignment: "0.89",
  relationF1: "0.79",
  actAccuracy: "0.81",
};

/** What the README says of each figure; figures that are not here stand in the report alone. */
const IN_README: Record<string, string> = {
  itemRecall: "points of the texts that are found",
  itemPrecision: "lines printed that are worth it",
  alignment: "points told by both sides that are put together",
  relationF1: "right on how the sides relate (macro F1)",
  actAccuracy: "right on the kind of act",
};

const NEW_REPORT = `# Scores

How Readout's answers agree with marks made by hand on real texts, which are kept outside the repository. The figures'
meanings stand at the head of each scorer.
`;

const data = process.env.READOUT_EVAL_DATA;
if (!data) {
  console.error("READOUT_EVAL_DATA is not set. Set it to the folder of evaluation data and run again.");
  process.exit(2);
}

const compared = score("score-compare.mjs", "--corpus", join(data, "corpus/readouts"), "--cmd", `${COMMAND} compare`);
const article = join(data, "corpus/seed");
const read = score(
  "score-read.mjs",
  "--text",
  join(article, "article.txt"),
  "--gold",
  join(article, "gold.json"),
  "--cmd",
  `${COMMAND} read`,
);
const before = existsSync(REPORT) ? readFileSync(REPORT, "utf8") : NEW_REPORT;
writeFileSync(REPORT, replaceSection(before, SECTION, section(compared, read)));
writeFileSync(README, replaceSection(readFileSync(README, "utf8"), SECTION, summary(compared, read)));
console.log(`${compared}\n${read}\nWritten to bench/scores.md and README.md.`);

/** What a scorer prints: a line an event, where it has events, then a line a figure. */
function score(scorer: string, ...args: string[]): string {
  return execFileSync(process.execPath, [join(data!, "eval", scorer), ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
}

function section(comparison: string, reading: string): string {
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node}.`,
    "",
    "## Comparing: eight contacts, each told by two or three sides",
    "",
    '    node "$READOUT_EVAL_DATA/eval/score-compare.mjs" --corpus "$READOUT_EVAL_DATA/corpus/readouts" --cmd "npx readout compare"',
    "",
    "| figure | Readout | a second annotator |",
    "|---|---|---|",
    ...figures(comparison).map(([name, value]) => `| ${name} | ${value} | ${SECOND_ANNOTATOR[name] ?? ""} |`),
    "",
    "| event | gold items found | predicted items useful | aligned | relation right |",
    "|---|---|---|---|---|",
    ...events(comparison).map((row) => `| ${row.join(" | ")} |`),
    "",
    "## Reading: one news article",
    "",
    '    node "$READOUT_EVAL_DATA/eval/score-read.mjs" --text "$READOUT_EVAL_DATA/corpus/seed/article.txt" --gold "$READOUT_EVAL_DATA/corpus/seed/gold.json" --cmd "npx readout read"',
    "",
    "| figure | Readout |",
    "|---|---|",
    ...figures(reading).map(([name, value]) => `| ${name} | ${value} |`),
  ].join("\n");
}

/** The few figures that a reader of the README wants. */
function summary(comparison: string, reading: string): string {
  const known = figures(comparison).filter(([name]) => IN_README[name]);
  const ofReading = new Map(figures(reading));
  return [
    "| | Readout | a second annotator |",
    "|---|---|---|",
    ...known.map(([name, value]) => `| ${IN_README[name]} | ${value.slice(0, 4)} | ${SECOND_ANNOTATOR[name] ?? ""} |`),
    "",
    `In a news article with ${ofReading.get("gold")} marked statements it finds ${ofReading.get("recall")?.slice(0, 4)} of them and reports ${ofReading.get("falseAgreed")} agreements that were none.`,
  ].join("\n");
}

/** `itemRecall     0.912` -> ["itemRecall", "0.912"]; a table of figures by relation is written out. */
function figures(printed: string): [string, string][] {
  return printed.split("\n").flatMap((line) => {
    const [, name, value] = /^(\w+)\s+(\{.*\}|[\d.]+)$/.exec(line) ?? [];
    if (!name || !value) return [];
    if (!value.startsWith("{")) return [[name, value] as [string, string]];
    return Object.entries(JSON.parse(value) as Record<string, number>).map(([kind, one]): [string, string] => [
      `${name} ${kind}`,
      one.toFixed(3),
    ]);
  });
}

function events(printed: string): string[][] {
  const row = /^(\S+)\s+gold\s+(\S+)\s+predicted\s+(\S+)\s+aligned\s+(\S+)\s+relation\s+(\S+)/;
  return printed
    .split("\n")
    .map((line) => row.exec(line)?.slice(1) ?? [])
    .filter((cells) => cells.length > 0);
}
