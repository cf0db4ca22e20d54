/** Real texts marked by hand, in the folder that READOUT_EVAL_DATA names -> the built command scores no lower than its floors. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./source-files.js";

/** Lowest scores that pass; raise them when the engine gets better, never lower them. Meaning: head of each scorer. */
const COMPARE_AT_LEAST = {
  itemRecall: 0.8,
  itemPrecision: 0.62,
  alignment: 0.38,
  relationF1: 0.36,
  actAccuracy: 0.63,
  quoteExact: 1,
};
const READ_AT_LEAST = { recall: 0.82, precision: 0.75, actAccuracy: 0.63, source: 0.65, quoteExact: 1 };
/** Counts that may not be exceeded: a false agreement is the worst error that this product can make. */
const COMPARE_AT_MOST = { failed: 0 };
const READ_AT_MOST = { falseAgreed: 0 };

const data = process.env.READOUT_EVAL_DATA;
const command = `${process.execPath} ${join(ROOT, "dist/cli/main.js")}`;

if (!data) {
  console.warn("Evaluation skipped: READOUT_EVAL_DATA is not set. Set it to the folder of evaluation data to run it.");
}

/** Runs a scorer of the evaluation data and parses what it prints. Throws with the scorer's words when it fails. */
function score(folder: string, scorer: string, ...args: string[]): Record<string, number> {
  const script = join(folder, "eval", scorer);
  if (!existsSync(script))
    throw new Error(`${script}: not there. READOUT_EVAL_DATA must name the folder of evaluation data.`);
  return JSON.parse(
    execFileSync(process.execPath, [script, ...args, "--json"], { encoding: "utf8", maxBuffer: 1 << 28 }),
  );
}

/** One test a figure, so that a failure names it. */
function floors(
  scores: () => Record<string, number>,
  atLeast: Record<string, number>,
  atMost: Record<string, number>,
): void {
  it.each(Object.entries(atLeast))("%s is at least %d", (figure, floor) => {
    expect(scores()[figure]).toBeGreaterThanOrEqual(floor);
  });
  it.each(Object.entries(atMost))("%s is at most %d", (figure, ceiling) => {
    expect(scores()[figure]).toBeLessThanOrEqual(ceiling);
  });
}

describe.runIf(data)("readout compare on marked readouts", () => {
  let scores: Record<string, number> = {};
  beforeAll(() => {
    scores = score(
      data!,
      "score-compare.mjs",
      "--corpus",
      join(data!, "corpus/readouts"),
      "--cmd",
      `${command} compare`,
    );
  });
  floors(() => scores, COMPARE_AT_LEAST, COMPARE_AT_MOST);
});

describe.runIf(data)("readout read on a marked article", () => {
  let scores: Record<string, number> = {};
  beforeAll(() => {
    const [text, gold] = ["article.txt", "gold.json"].map((name) => join(data!, "corpus/seed", name));
    scores = score(data!, "score-read.mjs", "--text", text!, "--gold", gold!, "--cmd", `${command} read`);
  });
  floors(() => scores, READ_AT_LEAST, READ_AT_MOST);
});
