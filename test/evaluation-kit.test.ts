/** `readout eval` as a user runs it: on made-up marks, on broken ones, and, where the data are, equal to their scorer. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { markedEventFiles } from "../src/evaluation/write-marks.js";
import { Evaluation } from "../src/model/evaluation.js";
import { ROOT } from "./source-files.js";

const BINARY = join(ROOT, "dist/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "readout-eval-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readout(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [BINARY, "eval", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const TR = "The presidents agreed to reopen the port for grain exports. Türkiye rejected any sanctions on its ships.";
const FR = "The leaders agreed to reopen the port for grain exports.";

function writeEvent(dir: string, id: string): void {
  const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const words = "agreed to reopen the port for grain exports";
  const files = markedEventFiles({
    id,
    title: "A made-up call",
    date: "2025-01-01",
    sources: [
      { id: "tr", party: "Türkiye", text: TR, complete: true, translated: false },
      { id: "fr", party: "France", text: FR, complete: true, translated: false },
    ],
    items: [
      {
        id: "01",
        issue: "Port",
        relation: "both",
        sources: { tr: { act: "agreed", ...at(TR, words) }, fr: { act: "agreed", ...at(FR, words) } },
      },
      {
        id: "02",
        issue: "Sanctions",
        relation: "only:tr",
        sources: { tr: { act: "rejected", ...at(TR, "rejected any sanctions") }, fr: null },
      },
    ],
  });
  mkdirSync(join(folder, dir, id), { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, dir, id, name), content);
}

describe("on marks of one's own", () => {
  beforeAll(() => {
    for (const id of ["one", "two"]) writeEvent("marked", id);
    writeEvent("partly", "good");
    mkdirSync(join(folder, "partly/broken"));
    writeFileSync(join(folder, "partly/broken/gold.json"), "{");
    mkdirSync(join(folder, "partly/away"));
    writeFileSync(
      join(folder, "partly/away/gold.json"),
      '{"sources":[{"id":"us","file":"../good/tr.txt"}],"items":[]}',
    );
    mkdirSync(join(folder, "none/notes"), { recursive: true });
  });

  it("scores, with intervals, relations and probes", () => {
    const { code, out } = readout("marked", "--json");
    expect(code).toBe(0);
    const found = Evaluation.parse(JSON.parse(out));
    expect(found.events.map(({ event }) => event)).toEqual(["one", "two"]);
    expect(found.measures.itemRecall).toEqual({ value: 1, interval: { low: 1, high: 1 } });
    expect(found.probes?.order).toEqual({ items: 4, kept: 4, same: 4 });
    expect(readout("marked", "--json").out).toBe(out);
  });

  it("prints tables", () => {
    const { code, out } = readout("marked", "--no-probes");
    expect(code).toBe(0);
    expect(out).toMatch(/itemRecall\s+1\.000 \[1\.00, 1\.00\]/);
    expect(out).not.toContain("Probes");
  });

  it("names what is badly marked, measures the rest and ends with 3; a file elsewhere is never read", () => {
    const { code, out, err } = readout("partly");
    expect(code).toBe(3);
    expect(err).toMatch(/broken.gold\.json: is no JSON/);
    expect(err).toMatch(/away.gold\.json: "\.\.\/good\/tr\.txt" is no file name/);
    expect(out).toContain("rules on 1 marked events");
  });

  it.each([
    [["none"], 1, /holds no folder with a gold\.json/],
    [["missing"], 1, /missing: is no folder that can be read \(ENOENT\)/],
    [[], 2, /needs one folder/],
    [["marked", "--seed", "x"], 2, /--seed: "x" is no whole number/],
    [["marked", "--resamples", "0"], 2, /--resamples: "0"/],
    [["marked", "--engine", "rules,llm"], 2, /one engine at a time/],
  ])("%j ends with %d and one line", (args, code, message) => {
    const run = readout(...args);
    expect([run.code, run.out]).toEqual([code, ""]);
    expect(run.err).toMatch(message);
    expect(run.err.trim().split("\n").length).toBe(1);
  });
});

const data = process.env.READOUT_EVAL_DATA;
if (!data) console.warn("The comparison with the data's own scorer is skipped: READOUT_EVAL_DATA is not set.");

describe.skipIf(!data)("on the evaluation data", () => {
  it("gives the figures of the data's own scorer", { timeout: 300_000 }, () => {
    const corpus = join(data!, "corpus/readouts");
    const scorer = [
      join(data!, "eval/score-compare.mjs"),
      "--corpus",
      corpus,
      "--cmd",
      `${process.execPath} ${BINARY} compare`,
      "--json",
    ];
    const theirs = JSON.parse(
      execFileSync(process.execPath, scorer, { encoding: "utf8", maxBuffer: 1 << 28 }),
    ) as Record<string, number> & { relationF1By: Record<string, number> };
    const { measures, relations, contradictsFalse, quoteExact } = Evaluation.parse(
      JSON.parse(readout(corpus, "--no-probes", "--json").out),
    );
    for (const [name, { value }] of Object.entries(measures))
      expect([name, value]).toEqual([name, expect.closeTo(theirs[name]!, 9)]);
    for (const { relation, f1 } of relations)
      expect([relation, f1 ?? undefined]).toEqual([
        relation,
        theirs.relationF1By[relation] === undefined ? undefined : expect.closeTo(theirs.relationF1By[relation], 9),
      ]);
    expect({ contradictsFalse, quoteExact }).toEqual({
      contradictsFalse: theirs.contradictsFalse,
      quoteExact: theirs.quoteExact,
    });
  });
});
