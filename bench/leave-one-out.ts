/** `npx tsx bench/leave-one-out.ts`: tunes the comparison on all marked events but one, measures on that one -> bench/scores.md. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PARAMETERS } from "../src/comparison/parameters.js";
import { addCounts, type Counts, emptyCounts, scoresOf } from "../src/evaluation/score-items.js";
import { readEvents } from "./read-events.js";
import { replaceSection } from "./replace-section.js";
import { countAll, tuneParameters } from "./tune-parameters.js";

const REPORT = fileURLToPath(new URL("scores.md", import.meta.url));
const data = process.env.READOUT_EVAL_DATA;
if (!data) {
  console.error("READOUT_EVAL_DATA is not set. Set it to the folder of evaluation data and run again.");
  process.exit(2);
}

const { catalog, events } = await readEvents(data);
const left = events.map((held) => {
  const rest = events.filter((event) => event !== held);
  const tuned = tuneParameters(rest, catalog, PARAMETERS);
  return {
    id: held.event.id,
    shipped: countAll([held], catalog, PARAMETERS),
    unseen: countAll([held], catalog, tuned),
  };
});
const everything = tuneParameters(events, catalog, PARAMETERS);
const section = [
  `Measured on ${new Date().toISOString().slice(0, 10)}. Only \`src/comparison/parameters.ts\` is tuned: on seven events, then measured on the eighth.`,
  "",
  "| event left out | recall | precision | alignment | relations right |",
  "|---|---|---|---|---|",
  ...left.map(({ id, unseen }) => row(id, unseen)),
  row("all, each unseen", sum(left.map(({ unseen }) => unseen))),
  row("all, numbers as shipped", sum(left.map(({ shipped }) => shipped))),
  row("all, tuned on all", countAll(events, catalog, everything)),
  "",
  `relationF1 over all: ${figure(scoresOf(sum(left.map(({ unseen }) => unseen))).relationF1)} unseen, ${figure(scoresOf(sum(left.map(({ shipped }) => shipped))).relationF1)} as shipped, ${figure(scoresOf(countAll(events, catalog, everything)).relationF1)} tuned on all.`,
].join("\n");
const before = existsSync(REPORT) ? readFileSync(REPORT, "utf8") : "# Scores\n";
writeFileSync(REPORT, replaceSection(before, "measured leaving one event out", `## Leave one event out\n\n${section}`));
console.log(section);
console.log(`Tuned on all: ${JSON.stringify(everything)}`);

function row(name: string, counts: Counts): string {
  const { itemRecall, itemPrecision, alignment } = scoresOf(counts);
  const right = Object.values(counts.hit).reduce((a, b) => a + b, 0);
  return `| ${name} | ${figure(itemRecall)} | ${figure(itemPrecision)} | ${figure(alignment)} | ${right}/${counts.gold} |`;
}

function sum(counts: Counts[]): Counts {
  return counts.reduce(addCounts, emptyCounts());
}

function figure(value: number): string {
  return value.toFixed(2);
}
