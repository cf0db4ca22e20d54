/** Real feeds, kept beside the project -> the verdicts that a careful reader gives; skipped where they are not there. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Agreement } from "../src/model/agreement.js";
import type { MeasuredChange, WatchReport } from "../src/model/watch-report.js";
import { type FeedFile, watchIncidents } from "../src/pipeline-watch.js";
import { judgeChange } from "../src/watch/judge-change.js";
import { comparisonsOf } from "../src/watch/periods.js";
import { type RateSeries, startsSeries } from "../src/watch/rate-series.js";
import { CATALOG, openStore, readInto } from "./made-up-incidents.js";

const data = process.env.READOUT_EVAL_DATA;
const file = (path: string) => join(data ?? "", "data", path);
const ALERTS = { feed: "air-raid-alerts", file: file("air-raid-alerts/ukraine-2025-02-to-06.csv") };
const ALL_ALERTS = { feed: null, file: file("air-raid-alerts/ukraine-2022-to-2026.parquet") };
const CASUALTIES = { feed: "gaza-casualties", file: file("gaza-casualties/casualties_daily.json") };
const STRIKES = { feed: null, file: file("reported-strikes/energy-strikes-2025.csv") };

const TITLE = "title";

async function watch(agreement: Agreement, ...files: FeedFile[]): Promise<WatchReport> {
  const { value } = await watchIncidents({
    agreement,
    files,
    catalog: CATALOG,
    skip: async () => {},
    progress: async () => {},
  });
  return value;
}

function catalogued(id: string): Agreement {
  return CATALOG.agreements.find((one) => one.id === id)!;
}

function change({ changes }: WatchReport, to: string, measure?: string): MeasuredChange {
  const [from, until] = to.split(" ");
  return changes.find(
    (one) => one.from === from && one.to === until && (measure === undefined || one.measure === measure),
  )!;
}

const EASTER = {
  starts: "2025-04-19T15:00:00Z",
  ends: "2025-04-20T21:00:00Z",
  prohibits: ["any"],
  targets: ["any"],
  area: ["UKR", "RUS"],
  binds: ["RUS", "UKR"],
};

describe.skipIf(!data)("air-raid alerts of spring 2025", () => {
  it("fell during the Easter truce, below every ordinary window", async () => {
    const report = await watch(
      Agreement.parse({ id: "easter", title: TITLE, parties: ["RUS", "UKR"], readings: [{ id: "all", ...EASTER }] }),
      ALERTS,
    );
    const fell = change(report, "before during");
    expect(fell).toMatchObject({ verdict: "fell", placebos: { moreExtreme: 0 }, interval: "dispersion-adjusted" });
    expect(fell.placebos.n).toBeGreaterThanOrEqual(30);
    expect(fell.high).toBeLessThan(1);
    expect(fell.baselines).toMatchObject([
      { id: "week-before", count: 346, during: 5, duringDays: 1.25 },
      { id: "same-hours-week-earlier", count: 51 },
      { id: "thirty-days" },
    ]);
    expect(fell.rateRatio).toBeCloseTo(0.081, 3);
    expect(fell.baselines[1]!.rateRatio).toBeCloseTo(0.098, 3);
    expect(fell.byParty.UKR!.verdict).toBe("cannot-tell");
  });

  it("cannot tell of the halt to strikes on energy: a siren does not know what is aimed at", async () => {
    const report = await watch(catalogued("energy-strikes-halt-2025"), ALERTS);
    for (const one of report.changes) {
      expect(one.verdict).toBe("cannot-tell");
      expect(one.because.join(" ")).toContain("does not know what it was aimed at");
    }
  });
});

describe.skipIf(!data)("all air-raid alerts", () => {
  it("break where regions never end, and where the level rises", async () => {
    const { breaks } = await watch(catalogued("easter-truce-2025"), ALL_ALERTS);
    const told = breaks.map(
      ({ region, kind, from, to }) => `${region} ${kind} ${from.slice(0, 7)} ${to?.slice(0, 7) ?? "on"}`,
    );
    expect(told).toContain("UA-63 never-ends 2024-05 2026-01");
    expect(told.some((one) => one.startsWith("UA-12 never-ends 2024-0"))).toBe(true);
    expect(told).toContain("null level-rise 2026-01 on");
    expect(told.some((one) => one.startsWith("null declared 2025-12"))).toBe(true);
  });

  it("fell during the Easter truce as they do in the cut", async () => {
    const report = await watch(catalogued("easter-truce-2025"), ALL_ALERTS);
    expect(change(report, "before during")).toMatchObject({ verdict: "fell", placebos: { moreExtreme: 0 } });
  });
});

describe.skipIf(!data)("other truces in these feeds", () => {
  it.each([
    ["victory-day-truce-2025", ALERTS, "fell"],
    ["victory-day-truce-2025", ALL_ALERTS, "fell"],
    ["orthodox-christmas-truce-2023", ALL_ALERTS, "no-clear-change"],
    ["black-sea-understanding-2025", ALERTS, "cannot-tell"],
    ["gaza-truce-2023-11", CASUALTIES, "cannot-tell"],
    ["gaza-ceasefire-2025-10", CASUALTIES, "cannot-tell"],
  ])("%s", async (id, feed, verdict) => {
    const { changes } = await watch(catalogued(id), feed);
    const before = changes.filter(({ from, to }) => from === "before" && to === "during");
    expect(before.map((one) => one.verdict)).toEqual(before.map(() => verdict));
    for (const one of before) expect(one.because.length).toBeGreaterThan(0);
  });
});

describe.skipIf(!data)("ordinary windows", () => {
  it.each([
    ["the cut", ALERTS.file, 30],
    ["the cut", ALERTS.file, 72],
    ["all alerts", ALL_ALERTS.file, 30],
    ["all alerts", ALL_ALERTS.file, 72],
  ])("of %s are seldom called a change (%s, %i hours)", async (_, path, hours) => {
    const series = await alertSeries(path);
    const verdicts = ordinaryVerdicts(series, hours);
    expect(verdicts.length).toBeGreaterThan(80);
    const called = verdicts.filter((verdict) => verdict === "fell" || verdict === "rose").length;
    expect(called / verdicts.length).toBeLessThanOrEqual(0.1);
  });
});

async function alertSeries(path: string): Promise<RateSeries> {
  const store = await openStore();
  try {
    await readInto(store, path, CATALOG.feeds.find(({ id }) => id === "air-raid-alerts")!);
    const rows = await store.database.all<{ minute: number; n: number }>(
      "SELECT earliest // 60 AS minute, count(*) AS n FROM incidents GROUP BY minute ORDER BY minute",
    );
    const minutes = rows.map(({ minute }) => minute);
    return startsSeries(
      [{ region: null, minutes, counts: rows.map(({ n }) => n) }],
      minutes[0]! * 60,
      minutes.at(-1)! * 60,
    );
  } finally {
    await store.close();
  }
}

const DAY = 86_400;
const TRUCES = [
  { start: Date.parse("2025-04-12T15:00Z") / 1000, end: Date.parse("2025-04-20T21:00Z") / 1000 },
  { start: Date.parse("2025-04-30T21:00Z") / 1000, end: Date.parse("2025-05-10T21:00Z") / 1000 },
];

/** Every day at 21:00 UTC, judged as if it were a truce. */
function ordinaryVerdicts(series: RateSeries, hours: number): string[] {
  const verdicts: string[] = [];
  for (
    let start = Math.ceil(series.first / DAY) * DAY + 8 * DAY + 21 * 3600;
    start + hours * 3600 <= series.last;
    start += DAY
  ) {
    const window = { start, end: start + hours * 3600 };
    if (TRUCES.some((truce) => start - 7 * DAY < truce.end && window.end > truce.start)) continue;
    const [comparison] = comparisonsOf(window, series.last);
    const own = { start: start - 7 * DAY, end: window.end };
    verdicts.push(judgeChange(series, comparison!, { truces: [...TRUCES, own], breaks: [] }, []).verdict);
  }
  return verdicts;
}

describe.skipIf(!data)("casualties in Gaza", () => {
  it("rose when the truce ended on 18 March 2025; deaths of all times are flagged", async () => {
    const agreement = Agreement.parse({
      id: "gaza",
      title: TITLE,
      parties: ["ISR", "HAMAS"],
      readings: [
        {
          id: "all",
          starts: "2025-01-19",
          ends: "2025-03-17",
          prohibits: ["any"],
          targets: ["any"],
          area: ["PSE"],
          binds: ["ISR", "HAMAS"],
        },
      ],
    });
    const report = await watch(agreement, CASUALTIES);
    const rose = change(report, "during after", "killed_truce_new");
    expect(rose).toMatchObject({ verdict: "rose", placebos: { moreExtreme: 0 } });
    // Reports of 0 hours add no exposure, and those that leave the figure out add neither.
    expect(rose.baselines[0]!.days).toBeLessThan(30);
    expect(change(report, "before during", "killed_truce_new").verdict).toBe("cannot-tell");
    expect(change(report, "during after", "killed").verdict).toBe("cannot-tell");
    expect(report.reportingBias).toMatchObject([
      { measure: "killed", because: expect.stringContaining("bodies recovered") },
    ]);
  });
});

describe.skipIf(!data)("reported strikes", () => {
  it("are covered from 18 March and not from 25 March; the airfield is not energy; the other party is not seen", async () => {
    const report = await watch(catalogued("energy-strikes-halt-2025"), STRIKES);
    const depot = report.findings.find(({ title }) => title === "Kavkazskaya oil depot")!;
    expect(depot.readings.kremlin).toEqual({ status: "covered", because: [] });
    expect(depot.readings.ukraine).toEqual({ status: "notCovered", because: ["outside of the window"] });
    const airfield = report.findings.find(({ title }) => title === "Engels strategic bomber airfield")!;
    expect(airfield.readings.kremlin).toMatchObject({
      status: "notCovered",
      because: ["the terms do not cover this target"],
    });
    expect(report.range.covered).toEqual([0, 1]);
    const [kremlin] = report.readings;
    expect(kremlin!.byParty).toMatchObject({
      UKR: { covered: 1, seen: true },
      RUS: { covered: 0, seen: false, because: expect.stringContaining("Cannot tell") },
    });
    for (const one of report.changes) expect(one.byParty.RUS!.verdict).toBe("cannot-tell");
  });
});
