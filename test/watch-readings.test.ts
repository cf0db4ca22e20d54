/** Made-up strikes under readings that part -> substitution and risen claims under each of them, and in every view. */
import { expect, test } from "vitest";
import { Agreement } from "../src/model/agreement.js";
import { Feed } from "../src/model/feed.js";
import type { WatchReport } from "../src/model/watch-report.js";
import { watchReportFrom } from "../src/pipeline/dossier-files.js";
import { watchIncidents } from "../src/pipeline-watch.js";
import { namesOf } from "../src/publish/names.js";
import { watchHtml } from "../src/publish/watch-html.js";
import { watchTerminal } from "../src/publish/watch-terminal.js";
import { CATALOG, csvOf, EVENTS, type MadeUpRow, temporaryFile } from "./made-up-incidents.js";

const FEED = Feed.parse({
  ...EVENTS,
  map: { ...EVENTS.map, sourceParty: { column: "said_by", values: { Ukraine: "UKR" } } },
});
const DAY = 86_400_000;
const FIRST = Date.UTC(2025, 1, 1);
const HALT = Date.UTC(2025, 2, 18);
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/** `counts` of a day and whether the halt holds on it -> as many rows on each day from February to April. */
function rowsOf(counts: (time: number, halted: boolean) => [number, MadeUpRow][]): MadeUpRow[] {
  const rows: MadeUpRow[] = [];
  for (let time = FIRST; time < HALT + 34 * DAY; time += DAY)
    for (const [count, row] of counts(time, time >= HALT))
      for (let n = 0; n < count; n++) rows.push({ ...row, id: `${rows.length}`, date: day(time), country: "Ukraine" });
  return rows;
}

async function watch(rows: MadeUpRow[], readings: object[]): Promise<WatchReport> {
  const agreement = Agreement.parse({
    id: "made-up",
    title: "Made up",
    parties: ["RUS", "UKR"],
    common: { prohibits: ["strike"], area: ["UKR"] },
    readings,
  });
  const { value } = await watchIncidents({
    agreement,
    files: [{ feed: "made-up", file: temporaryFile("rows.csv", csvOf(rows)) }],
    mappings: [FEED],
    catalog: CATALOG,
    skip: async () => {},
    progress: async () => {},
  });
  return value;
}

function views(report: WatchReport): [terminal: string, html: string] {
  const names = namesOf(CATALOG);
  const options = { names, region: (id: string) => id, columns: 200, colour: false };
  const ground = { regions: CATALOG.regions, boundaries: new Map() };
  return [watchTerminal(report, options).join("\n"), watchHtml(report, { names, ground })];
}

const HELD = { starts: "2025-03-18", durationDays: 30 };

test("conduct moved under the reading that spares bridges, and not under the one that covers them", async () => {
  const odd = (time: number) => (time / DAY) % 2;
  const rows = rowsOf((time, halted) => [
    [halted ? 0 : 4 + odd(time), { conduct: "drones", target: "refinery" }],
    [halted ? 5 + odd(time) : 1, { conduct: "drones", target: "bridge" }],
    [1, { conduct: "drones", target: "barracks" }],
  ]);
  const report = await watch(rows, [
    { id: "narrow", ...HELD, targets: ["energy"] },
    { id: "wide", ...HELD, targets: ["energy", "bridge"] },
    { id: "all", ...HELD, targets: ["any"] },
  ]);
  expect(report.substitutionByReading).toMatchObject({
    narrow: { verdict: "moved", covered: { during: 0 }, notCovered: { during: 195 } },
    wide: { verdict: "no-sign", covered: { during: 165 }, notCovered: { during: 30 } },
    all: null,
  });
  expect(report.substitution).toMatchObject({
    verdict: "cannot-tell",
    because: ["It depends on the reading: narrow moved, wide no-sign."],
  });
  for (const view of views(report)) {
    expect(view.replace(/<[^>]*>/g, "")).toMatch(/narrow: +It may have\./);
    expect(view.replace(/<[^>]*>/g, "")).toMatch(/wide: +No sign of it\./);
  }
});

test("claims that rise under one reading's window are flagged under that one alone", async () => {
  const rows = rowsOf((time, halted) => [
    [1, { conduct: "drones", target: "refinery" }],
    [halted && time < HALT + 7 * DAY ? 8 : 1, { conduct: "drones", target: "refinery", said_by: "Ukraine" }],
  ]);
  const report = await watch(rows, [
    { id: "late", starts: "2025-03-26", durationDays: 7, targets: ["energy"] },
    { id: "early", starts: "2025-03-18", durationDays: 7, targets: ["energy"] },
  ]);
  expect(report.reportingBias).toMatchObject([
    {
      feed: "made-up",
      measure: "claims by parties",
      because: expect.stringContaining("8.0 times"),
      readings: ["early"],
    },
  ]);
  expect(report.substitution).toMatchObject({ verdict: "cannot-tell" });
  // What a dossier keeps of it is all of it.
  expect(watchReportFrom(JSON.stringify(report), "watch.json")).toEqual(report);
  for (const view of views(report)) expect(view).toContain("(under early)");
});
