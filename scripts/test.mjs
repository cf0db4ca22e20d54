// `npm test`: a fresh clone -> checks and the whole suite run; the last line counts, the exit code says pass or fail.
// Arguments go to vitest (`npm test -- src/text`); the checks of types and style are left out then.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare, root, runQuietly } from "./prepare.mjs";

const CHECKS = [
  ["types", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json"],
  ["types of islands", "node_modules/typescript/bin/tsc", "-p", "tsconfig.islands.json"],
  ["biome", "node_modules/@biomejs/biome/bin/biome", "check", "."],
  ["oxlint", "node_modules/oxlint/bin/oxlint"],
  ["unused code", "node_modules/knip/bin/knip.js"],
];
const EVALUATION = "READOUT_EVAL_DATA";

const filters = process.argv.slice(2);
prepare();
const checks = filters.length > 0 ? [] : CHECKS.map(check);
const suite = runSuite();
const counted = tell(checks, suite);
process.exit(counted ? 0 : 1);

/** Runs one check, shows what it says only when it fails. */
function check([title, ...command]) {
  process.stderr.write(`Checking ${title} … `);
  const { ok, output, seconds } = runQuietly(process.execPath, command);
  process.stderr.write(ok ? `${seconds} s\n` : `failed\n\n${output}\n\n`);
  return ok;
}

/** Runs vitest as its users know it, with a JSON report beside: the report (null when it crashed) and success. */
function runSuite() {
  const folder = mkdtempSync(join(tmpdir(), "readout-test-"));
  const report = join(folder, "report.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...filters];
  const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], {
    cwd: root,
    stdio: "inherit",
  });
  const value = readReport(report);
  rmSync(folder, { recursive: true, force: true });
  return { ok: status === 0, report: value };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    console.error(`No report from vitest (${error.message}); it ended before its tests did.`);
    return null;
  }
}

/** Prints the counts; true when all passed. With evaluation data in place a skipped test is a failure too. */
function tell(passes, { ok, report }) {
  const passed = passes.filter(Boolean).length + (report?.numPassedTests ?? 0);
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const failedTests = report?.numFailedTests ?? 0;
  // A file that cannot be loaded, or an error outside a test, fails the run without failing a test.
  const failed = passes.filter((pass) => !pass).length + Math.max(failedTests, ok ? 0 : 1);
  const mayNotSkip = skipped > 0 && filters.length === 0 && Boolean(process.env[EVALUATION]);
  if (skipped > 0 && !process.env[EVALUATION]) {
    console.log(`Skipped: what needs evaluation data. Set ${EVALUATION} to the folder that holds it.`);
  }
  if (mayNotSkip) console.log(`Failed: ${EVALUATION} is set, so nothing may be skipped.`);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed === 0 && !mayNotSkip && report !== null;
}
