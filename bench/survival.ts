/** `npm run bench`: survival analysis timed in one run, beside R where Rscript is installed -> a section of bench/speed.md. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fitCox, kaplanMeier, lifeTable } from "../src/survival.js";
import { replaceSection } from "./replace-section.js";
import { median } from "./speed/median.js";
import { ROOT } from "./speed/texts.js";
import { type MadeUp, madeUpSubjects } from "./survival/made-up-subjects.js";

const RUNS = 7;
const REPORT = join(ROOT, "bench/speed.md");
const cox = madeUpSubjects(20_000);
const many = madeUpSubjects(1_000_000);
const covariates = { a: cox.a, b: cox.b, c: cox.c };

const ours = {
  "Cox model, Efron ties, 20,000 rows and 3 covariates": milliseconds(() => fitCox({ ...cox, covariates })),
  "Kaplan-Meier with Greenwood's error, 1,000,000 rows": milliseconds(() => kaplanMeier(lifeTable(many))),
};
const theirs = inR();
const rows = Object.entries(ours).map(([title, took], at) => {
  const other = theirs?.[at];
  const beside = other === undefined ? "not installed | " : `${other.toFixed(0)} | ${(took / other).toFixed(2)} times`;
  return `| ${title} | ${took.toFixed(0)} | ${beside} |`;
});
const section = [
  "## Survival analysis",
  "",
  `Processor time, median of ${RUNS} in one process, data in memory; R beside it in the same run, by coxph and survfit.`,
  "",
  "| what | Readout, ms | R survival, ms | of R |",
  "|---|---|---|---|",
  ...rows,
].join("\n");
writeFileSync(
  REPORT,
  replaceSection(
    existsSync(REPORT) ? readFileSync(REPORT, "utf8") : "",
    "survival, measured by npm run bench",
    section,
  ),
);
console.log(section);

/** Processor time, so that what else runs on the machine does not count. */
function milliseconds(work: () => unknown): number {
  work();
  return median(
    Array.from({ length: RUNS }, () => {
      const began = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000;
    }),
  );
}

/** Milliseconds of the same two in R; null where it, or its package survival, is not there. */
function inR(): [number, number] | null {
  const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));
  try {
    writeTable(join(folder, "cox.csv"), cox);
    writeTable(join(folder, "many.csv"), many);
    const script = join(ROOT, "bench/survival/time-in-r.R");
    const told = execFileSync("Rscript", [script, folder, String(RUNS)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return JSON.parse(told) as [number, number];
  } catch (error) {
    console.error(`R is left out: ${(error as Error).message.split("\n")[0]}`);
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeTable(path: string, { time, event, a, b, c }: MadeUp): void {
  const lines = Array.from(time, (value, row) => `${value},${event[row]},${a[row]},${b[row]},${c[row]}`);
  writeFileSync(path, `time,event,a,b,c\n${lines.join("\n")}\n`);
}
