/** The built command as a user weighs, looks at a history and keeps forecasts -> what it prints, writes and refuses. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Weighing } from "../src/model/weighing.js";
import { ROOT } from "./source-files.js";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "readout-weigh-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

interface Told {
  code: number;
  out: string;
  err: string;
}

async function readout(...args: string[]): Promise<Told> {
  try {
    const { stdout, stderr } = await run(process.execPath, [join(ROOT, "dist/cli/main.js"), ...args], { cwd: folder });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

const ARTICLE =
  "An analyst in Vienna said the truce will probably fail within a month.\n\nThe truce held, the mission said.\n";

beforeAll(() => {
  writeFileSync(at("article.txt"), ARTICLE);
  writeFileSync(at("bad.yaml"), "id: x\ntitle: X\nparties: [NOR]\nreadings: [{ id: one, starts: soon }]\n");
  writeFileSync(at("history.csv"), "paid,pa_date,duration,ended,pa_type\n1,2001-01-10,2001-02-09,True,1\n2,soon,,,1\n");
  writeFileSync(
    at("forecast.yaml"),
    "id: fails\nby: An analyst\nabout: energy-strikes-halt-2025\nquestion: truce\nsettledBy: Did it fail?\nmadeOn: 2025-03-20\nresolvesOn: 2025-04-20\nevidence: { source: The paper, quote: the truce will probably fail within a month }\n",
  );
});

describe("readout weigh", () => {
  it("prints one object that fits its schema, every chance with interval and bounds", async () => {
    const { code, out } = await readout("weigh", "energy-strikes-halt-2025", "--as-of", "2025-03-24", "--json");
    expect(code).toBe(0);
    const weighing = Weighing.parse(JSON.parse(out));
    expect(weighing).toMatchObject({
      agreement: "energy-strikes-halt-2025",
      asOf: "2025-03-24",
      elapsedDays: 6,
      horizonsDays: [30, 90, 365],
    });
    expect(weighing.classes[0]).toMatchObject({
      id: "fixed-term-25-35-days",
      n: 133,
      fates: { "broke-down": 4, unclear: 18 },
    });
    expect(weighing.backtests.length).toBeGreaterThan(0);
    expect(weighing.checklist.every(({ quotes }) => quotes.length === 3)).toBe(true);
  });

  it("writes the view, a drawing and a page that fetches nothing", async () => {
    const { out } = await readout(
      "weigh",
      "energy-strikes-halt-2025",
      "--as-of",
      "2025-03-24",
      "--svg",
      "c.svg",
      "--html",
      "p.html",
    );
    for (const words of [
      "What became of agreements like this one",
      "3% to 17%",
      "Before you use a number",
      "does not beat|beats the base rate",
    ])
      expect(out).toMatch(new RegExp(words));
    expect(readFileSync(at("c.svg"), "utf8")).toMatch(/^<svg /);
    const page = readFileSync(at("p.html"), "utf8");
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/(src|href)="(?!data:)/);
  });

  it.each([
    [["weigh"], 2, "needs an AGREEMENT.yaml"],
    [["weigh", "nowhere"], 2, 'no agreement "nowhere"'],
    [["weigh", "bad.yaml"], 2, "bad.yaml: readings.0.starts"],
    [["weigh", "energy-strikes-halt-2025", "--as-of", "2025-02-30"], 2, '--as-of: "2025-02-30" is no day'],
    [["weigh", "energy-strikes-halt-2025", "--horizons", "0"], 2, '--horizons: "0" is no number of days'],
    [["weigh", "energy-strikes-halt-2025", "--history", "article.txt"], 1, "is no table"],
  ])("refuses %j", async (args, code, message) => {
    const told = await readout(...args);
    expect([told.code, told.err]).toEqual([code, expect.stringContaining(message)]);
  });
});

describe("readout history", () => {
  it("tells of a file that no class draws on", async () => {
    writeFileSync(at("pax.csv"), "Con,AgtId,Agt,Dat,Stage\nNorthland,1,Accord,2001-01-10,Cea\n");
    const { code, err } = await readout("weigh", "energy-strikes-halt-2025", "--history", "pax.csv");
    expect([code, err]).toEqual([
      0,
      expect.stringContaining("read as PA-X Peace Agreements Database, which no class draws on"),
    ]);
  });

  it("tells what a file holds, names the row it cannot read, and ends with 3", async () => {
    const { code, out, err } = await readout("history", "history.csv");
    expect([code, out]).toEqual([
      3,
      expect.stringContaining("UCDP Peace Agreement Dataset: 1 agreements, 1 of known length and fate"),
    ]);
    expect(err).toContain('history.csv, line 3: column "pa_date": "soon" is no day');
  });
});

describe("readout forecast", () => {
  it("proposes, gates, keeps, codes, settles and scores", async () => {
    const proposed = JSON.parse((await readout("forecast", "propose", "article.txt", "--json")).out);
    expect(proposed).toMatchObject([{ by: "An analyst in Vienna", evidence: { start: 0 } }]);
    expect((await readout("forecast", "add", "forecast.yaml", "--source", "forecast.yaml")).code).toBe(0);
    expect((await readout("forecast", "add", "forecast.yaml", "--source", "article.txt")).err).toContain(
      'a forecast "fails" already',
    );
    const refused = await readout(
      "forecast",
      "resolve",
      "fails",
      "--outcome",
      "no",
      "--source",
      "article.txt",
      "--quote",
      "The truce broke",
      "--by",
      "E",
    );
    expect(refused.err).toContain("is no exact slice");
    await readout("forecast", "code", "fails", "--probability", "0.7", "--by", "A coder");
    await readout(
      "forecast",
      "resolve",
      "fails",
      "--outcome",
      "no",
      "--source",
      "article.txt",
      "--quote",
      "The truce held",
      "--by",
      "E",
      "--on",
      "2025-04-20",
    );
    const { forecasters } = JSON.parse((await readout("forecast", "score", "--json")).out);
    expect(forecasters).toMatchObject([{ by: "An analyst", scored: 1 }]);
    expect(forecasters[0].brier).toBeCloseTo(0.49, 9);
    const weighed = await readout(
      "weigh",
      "energy-strikes-halt-2025",
      "--as-of",
      "2025-04-01",
      "--forecasts",
      "forecasts.ndjson",
    );
    expect(weighed.out).toContain("What others have predicted");
  });
});
