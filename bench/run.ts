/** `npm run bench`: the built command and the engines, timed in one run -> bench/speed.md. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { replaceSection } from "./replace-section.js";
import type { ArchiveFigures } from "./speed/archive-process.js";
import type { EngineFigures } from "./speed/engine-process.js";
import { ENGINES, type EngineName } from "./speed/engines.js";
import type { ExtractFigures } from "./speed/extract-process.js";
import { median } from "./speed/median.js";
import { manyTexts, type Pair, pairs, ROOT } from "./speed/texts.js";

const COLD_RUNS = 7;
const REPORT = join(ROOT, "bench/speed.md");
const NEW_REPORT = "# Speed and memory\n\nOne core, nothing in parallel. Each engine runs in a process of its own.\n";

const data = process.env.READOUT_EVAL_DATA;
const compared = pairs(data);
const cold = compared.map(coldMilliseconds);
const warm = JSON.parse(inProcess("compare-process")) as number[];
const engines = (Object.keys(ENGINES) as EngineName[]).map((name) => {
  console.error(`Measuring ${ENGINES[name].title} …`);
  return { name, figures: JSON.parse(inProcess("engine-process", name)) as EngineFigures };
});
console.error("Measuring extraction and the archive …");
const extraction = JSON.parse(inProcess("extract-process")) as ExtractFigures;
const archives = JSON.parse(inProcess("archive-process")) as ArchiveFigures[];
const section = report();
const before = existsSync(REPORT) ? readFileSync(REPORT, "utf8") : NEW_REPORT;
writeFileSync(REPORT, replaceSection(before, "measured by npm run bench", section));
console.log(section);

/** Median of the runs of the built command on a pair, from start of the process to its end. */
function coldMilliseconds(pair: Pair): number {
  const times = Array.from({ length: COLD_RUNS }, () => {
    const began = performance.now();
    execFileSync(process.execPath, [join(ROOT, "dist/cli/main.js"), "compare", ...pair, "--json"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    return performance.now() - began;
  });
  return median(times);
}

/** What a TypeScript file of bench/speed prints when it runs in a process of its own. */
function inProcess(file: string, ...args: string[]): string {
  return execFileSync(process.execPath, ["--import", "tsx", join(ROOT, `bench/speed/${file}.ts`), ...args], {
    encoding: "utf8",
    cwd: ROOT,
  });
}

function report(): string {
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus()[0]?.model ?? "an unknown processor"}.`,
    "",
    "## A comparison",
    "",
    `Cold: \`node dist/cli/main.js compare … --json\`, start of the process to its end, median of ${COLD_RUNS}. Warm: in a process that has compared before, median of ${COLD_RUNS}.`,
    "",
    "| pair | cold, ms | warm, ms |",
    "|---|---|---|",
    ...compared.map((pair, at) => `| ${titleOf(pair)} | ${cold[at]!.toFixed(0)} | ${warm[at]!.toFixed(0)} |`),
    "",
    "## Words a second",
    "",
    `Texts: ${manyTexts(data).title}. The second pass over them is timed.`,
    "",
    "| engine | does | words/s | of Readout | load, s | memory, MB |",
    "|---|---|---|---|---|---|",
    ...engines.map(({ name, figures }) => engineRow(name, figures)),
    "",
    "## Pages and the archive",
    "",
    ...pagesAndArchive(),
  ].join("\n");
}

function pagesAndArchive(): string[] {
  const { pages, bytes, seconds, megabytes } = extraction;
  const listed = archives.map((figures) => figures.listed);
  return [
    `Extraction: ${(pages / seconds).toFixed(0)} pages a second of the processor's time (${pages} shapes of publishers' pages, ${Math.round(bytes / pages / 1000)} KB each; best of four rounds), ${megabytes.toFixed(0)} MB in all.`,
    "",
    "| versions in the archive | listed a second | changes of one address, ms | edits since a day, ms |",
    "|---|---|---|---|",
    ...archives.map(
      ({ versions, changesOfOne, edits, listed: rate }) =>
        `| ${versions.toLocaleString("en")} | ${Math.round(rate).toLocaleString("en")} | ${changesOfOne.toFixed(1)} | ${edits.toFixed(0)} |`,
    ),
    "",
    `A version of the large archive takes ${(listed[0]! / listed.at(-1)!).toFixed(2)} times as long to list as one of the small.`,
  ];
}

function engineRow(name: EngineName, { words, seconds, loadSeconds, megabytes }: EngineFigures): string {
  const ours = engines[0]!.figures;
  const ratio = words / seconds / (ours.words / ours.seconds);
  const cells = [
    ENGINES[name].title,
    ENGINES[name].does,
    Math.round(words / seconds).toLocaleString("en"),
    `${ratio.toFixed(2)} times`,
  ];
  return `| ${[...cells, loadSeconds.toFixed(2), megabytes.toFixed(0)].join(" | ")} |`;
}

/** The folder that both texts lie in: the name of the contact. */
function titleOf([first]: Pair): string {
  return first.split("/").at(-2) ?? first;
}
