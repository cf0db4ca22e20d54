/** Reports set against readouts -> the drift that is there is found, and none where a text is told as it is. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bundledEngine } from "../bench/stress/bundled-engine.js";
import { answerDrift, driftCases, driftOf } from "../bench/stress/score-drift.js";
import { DriftReport } from "../src/model/drift.js";
import { ROOT } from "./source-files.js";

const FEWEST_PAIRS = 60;
const RIGHT_AT_LEAST = 0.85;
const UNTUNED_AT_LEAST = 0.8;

const { engine, catalog } = bundledEngine();
const cases = driftCases();

describe("the stress set", () => {
  const answers = cases.map((asked) => answerDrift(asked, engine, catalog));
  const share = (list: typeof answers) => list.filter(({ right }) => right).length / list.length;
  const wrong = answers.filter(({ right }) => !right).map(({ asked, found }) => `${asked.id}: found ${found}`);

  it(`has at least ${FEWEST_PAIRS} pairs, all of them different`, () => {
    expect(new Set(cases.map((pair) => `${pair.readout}|${pair.report}`)).size).toBeGreaterThanOrEqual(FEWEST_PAIRS);
  });

  it(`is right in ${RIGHT_AT_LEAST} of all, in ${UNTUNED_AT_LEAST} of those never tuned on`, () => {
    expect(share(answers), wrong.join("\n")).toBeGreaterThanOrEqual(RIGHT_AT_LEAST);
    expect(share(answers.filter(({ asked }) => asked.held))).toBeGreaterThanOrEqual(UNTUNED_AT_LEAST);
  });

  it("finds no drift in a report that is true to the readout", () => {
    expect(answers.filter(({ asked, right }) => asked.expect.length === 0 && !right)).toEqual([]);
  });

  it.each(cases.map((asked) => [asked.id, asked] as const))(
    "%s: no drift between the readout and itself",
    (_, asked) => {
      expect(driftOf({ ...asked, report: asked.readout }, engine, catalog).items.flatMap(({ drift }) => drift)).toEqual(
        [],
      );
    },
  );
});

const folder = mkdtempSync(join(tmpdir(), "readout-drift-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readout(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [join(ROOT, "dist/cli/main.js"), "compare", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe("readout compare --report", () => {
  writeFileSync(
    join(folder, "tr.txt"),
    "The President of Türkiye informed the President of Greece of an exchange of 40 prisoners.\n",
  );
  writeFileSync(join(folder, "article.txt"), "Türkiye and Greece agreed on an exchange of 40 prisoners.\n");

  it("prints both sets of words and the kind of drift", () => {
    const { code, out } = readout("--report", "article.txt", "tr=tr.txt");
    expect(code).toBe(0);
    expect(out).toContain("Hardens (1)");
    for (const words of ["agreed on an exchange", "informed the"]) expect(out).toContain(words);
  });

  it("prints JSON in the contract's shape, with exact quotes", () => {
    const { out } = readout("--report", "article.txt", "tr=tr.txt", "--json");
    const found = DriftReport.parse(JSON.parse(out));
    expect(found.counts.hardens).toBe(1);
    expect(found.report.id).toBe("report");
    expect(found.items[0]!.drift[0]).toMatchObject({ kind: "hardens", from: "tr", field: "act" });
  });

  it.each([
    [["--markdown"], /\| Hardens \|/],
    [["--csv"], /"hardens"/],
  ])("%j", (format, text) => {
    expect(readout("--report", "article.txt", "tr=tr.txt", ...format).out).toMatch(text);
  });

  it.each([
    [["--report", "article.txt"], /--report needs one or more readouts/],
    [["--report", "article.txt", "tr=tr.txt", "--html", "x.html"], /--html does not go with --report/],
    [["--report", "article.txt", "tr=tr.txt", "--by", "attribution"], /--by and --report cannot both/],
    [["article.txt", "--by", "voice"], /--by: "voice" is nothing to compare by/],
    [["article.txt", "tr=tr.txt", "--by", "attribution"], /takes one text/],
  ])("%j is wrong usage, told in one line", (args, text) => {
    const { code, out, err } = readout(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(text);
    expect(err.trim().split("\n").length).toBe(1);
  });
});

const data = process.env.READOUT_EVAL_DATA;
if (!data) console.warn("Drift in published texts is skipped: READOUT_EVAL_DATA is not set.");
const events = data ? readdirSync(join(data, "corpus/readouts")) : [];
/** One side of each event. */
const texts = events.map((event) => {
  const names = readdirSync(join(data!, "corpus/readouts", event)).filter((name) => name.endsWith(".txt"));
  return join(data!, "corpus/readouts", event, names[0]!);
});

describe.skipIf(!data)("published texts", () => {
  const driftIn = (...args: string[]) =>
    DriftReport.parse(JSON.parse(readout(...args, "--json").out)).items.flatMap(({ drift }) => drift);

  it.each(texts.length > 0 ? texts : [""])("%s does not drift from itself", (path) => {
    expect(driftIn("--report", `copy=${path}`, `us=${path}`)).toEqual([]);
  });

  it.each([
    ["us", "ru"],
    ["ru", "us"],
  ])("no drift between the copies of a joint statement, %s from %s", (one, two) => {
    const copy = (id: string) => join(data!, "corpus/readouts/p5-nuclear-2022-01-03", `${id}.txt`);
    expect(existsSync(copy(one))).toBe(true);
    expect(driftIn("--report", `copy=${copy(one)}`, `${two}=${copy(two)}`)).toEqual([]);
  });
});
