/** `npm run bench`, and `npx tsx bench/incidents.ts [ROWS]` alone: incidents generated, read and matched -> a section of bench/speed.md. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { replaceSection } from "./replace-section.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const REPORT = join(ROOT, "bench/speed.md");
const rows = Number(process.argv[2] ?? 10_000_000);
const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));
const [csv, store] = [join(folder, "made-up.csv"), join(folder, "made-up.duckdb")];

interface Figures {
  bytes: number;
  seconds: number;
  processorSeconds: number;
  /** Of the machine, over the last minute of the step. */
  load: number;
  rows: number;
  incidents: number;
  bareSeconds: number;
  matches: number;
  bareMatches: number;
  megabytes: number;
}

try {
  const written = run("write", rows);
  const read = run("read");
  rmSync(csv);
  const matched = [run("match")];
  for (const times of [2, 5]) {
    run("grow", rows * times);
    matched.push(run("match"));
  }
  const section = report(written, read, matched);
  writeFileSync(
    REPORT,
    replaceSection(
      existsSync(REPORT) ? readFileSync(REPORT, "utf8") : "# Speed and memory\n",
      "incidents, measured by npm run bench",
      section,
    ),
  );
  console.log(section);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(step: string, count = 0): Figures {
  console.error(`${step} …`);
  const out = execFileSync(
    process.execPath,
    ["--import", "tsx", join(ROOT, "bench/incidents/incidents-process.ts"), step, csv, store, `${count}`],
    { encoding: "utf8", cwd: ROOT },
  );
  return JSON.parse(out.trim().split("\n").at(-1)!) as Figures;
}

function report(written: Figures, read: Figures, matched: readonly Figures[]): string {
  const perMillion = matched.map(({ processorSeconds, incidents }) => (processorSeconds / incidents) * 1e6);
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus()[0]?.model ?? "an unknown processor"}, two threads, DuckDB's memory limited to 500 MB.`,
    "",
    "## Incidents",
    "",
    `Reading ${rows.toLocaleString("en")} generated rows (${(written.bytes / 1e9).toFixed(2)} GB of CSV): ${read.seconds.toFixed(1)} s, ${Math.round(read.rows / read.seconds).toLocaleString("en")} rows/s until they are in the file, ${((read.processorSeconds / read.rows) * 1e6).toFixed(1)} µs of processor time a row, at most ${Math.round(read.megabytes)} MB in the process; load of the machine ${read.load.toFixed(1)} with 2 of it ours.`,
    "",
    "Matching with 200 terms, a third of them polygons of a hundred corners; median of five. Bare SQL: one hand-written statement for the same, over tables that are there already.",
    "",
    "| incidents | matches | s | bare SQL, s | times the bare SQL | processor, s | processor, s a million incidents | memory, MB | load |",
    "|---|---|---|---|---|---|---|---|---|",
    ...matched.map(
      ({ incidents, matches, seconds, bareSeconds, processorSeconds, megabytes, load }, at) =>
        `| ${incidents.toLocaleString("en")} | ${matches.toLocaleString("en")} | ${seconds.toFixed(2)} | ${bareSeconds.toFixed(2)} | ${(seconds / bareSeconds).toFixed(2)} | ${processorSeconds.toFixed(2)} | ${perMillion[at]!.toFixed(3)} | ${Math.round(megabytes)} | ${load.toFixed(1)} |`,
    ),
    "",
    matched.every(({ matches, bareMatches }) => matches === bareMatches)
      ? "Both give the same matches."
      : "THE TWO DIFFER in their matches.",
  ].join("\n");
}
