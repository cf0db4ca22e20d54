/** A made-up report -> every view of it says what it holds, and obeys nothing that stands in it. */
import { expect, test } from "vitest";
import { CATALOG } from "../../test/made-up-incidents.js";
import type { Finding, WatchReport } from "../model/watch-report.js";
import { namesOf } from "./names.js";
import { watchChart } from "./watch-chart.js";
import { watchHtml } from "./watch-html.js";
import { watchMap } from "./watch-map.js";
import { liveFinding, watchTerminal } from "./watch-terminal.js";

const EVIL = '<script>alert("x")</script>\u001b[31m\u202e';
const FINDING: Finding = {
  feed: "made-up",
  id: "1",
  at: "2025-03-19",
  title: EVIL,
  actors: null,
  actor: "RUS",
  contested: false,
  conduct: "drone-strike",
  sign: false,
  target: "refinery",
  region: "UA-43",
  country: "UKR",
  latitude: 45,
  longitude: 34,
  source: null,
  url: null,
  claimedBy: null,
  readings: {
    one: { status: "uncertain", because: ["who did it is contested"] },
    two: { status: "notCovered", because: ["outside of the window"] },
  },
};
const TALLY = { covered: 0, notCovered: 0, uncertain: 1 };
const reading = (id: string) => ({
  id,
  title: null,
  party: null,
  window: { start: "2025-03-18T00:00:00Z", end: "2025-03-21T00:00:00Z" },
  targets: ["energy"],
  incidents: TALLY,
  byParty: {
    RUS: { ...TALLY, seen: true },
    UKR: { ...TALLY, uncertain: 0, seen: false, because: "Cannot tell: no feed sees it." },
  },
  doubts: {},
  claims: { RUS: TALLY },
});
const REPORT: WatchReport = {
  agreement: "made-up",
  title: `A halt ${EVIL}`,
  parties: ["RUS", "UKR"],
  feeds: [
    {
      id: "made-up",
      title: "Made up",
      licence: "none",
      from: "2025-01-01T00:00:00Z",
      until: "2025-12-31T00:00:00Z",
      rows: 1,
      duplicates: 2,
      skipped: 3,
      seesTargets: true,
      parties: ["RUS"],
    },
  ],
  readings: [reading("one"), reading("two")],
  range: { covered: [0, 0], uncertain: [0, 1], byParty: {} },
  changes: [
    {
      feed: "made-up",
      measure: "strikes",
      from: "before",
      to: "during",
      verdict: "fell",
      rateRatio: 0.2,
      low: 0.1,
      high: 0.4,
      dispersion: 2,
      interval: "dispersion-adjusted",
      placebos: { n: 90, moreExtreme: 0 },
      baselines: [
        { id: "week-before", count: 70, days: 7, during: 6, duringDays: 3, rateRatio: 0.2, low: 0.1, high: 0.4 },
      ],
      byParty: {},
      byReading: {},
      because: ["0 of 90 ordinary windows."],
    },
  ],
  substitution: null,
  breaks: [
    {
      feed: "made-up",
      region: "UA-63",
      from: "2025-05-01T00:00:00Z",
      to: null,
      kind: "silence",
      what: "Nothing starts.",
    },
  ],
  reportingBias: [],
  timelines: [
    {
      feed: "made-up",
      measure: "strikes",
      bins: Array.from({ length: 9 }, (_, at) => ({
        start: `2025-03-1${at}T00:00:00Z`,
        end: `2025-03-${11 + at}T00:00:00Z`,
        count: at,
        days: 1,
      })),
    },
  ],
  findings: [FINDING],
  findingsCut: false,
};
const names = namesOf(CATALOG);
const ground = {
  regions: CATALOG.regions,
  boundaries: new Map([
    [
      "UA-43",
      [
        [
          [33, 44],
          [36, 44],
          [36, 46],
          [33, 44],
        ] as [number, number][],
      ],
    ],
  ]),
};

test("the terminal shows readings, verdicts, breaks and the list, and obeys no control character", () => {
  const text = watchTerminal(REPORT, { names, region: (id) => `region ${id}`, columns: 100, colour: false }).join("\n");
  for (const words of [
    "fell (rate ratio 0.2, 95% 0.1 to 0.4)",
    "the week before",
    "0 to 1 uncertain",
    "Cannot tell: no feed sees it.",
    "claimed by Russia",
    "UA-63",
    "one: uncertain (who did it is contested)",
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/[\u001b\u202e]/);
  expect(
    liveFinding(FINDING, { names, region: (id) => `region ${id}`, columns: 100, colour: false }).join(" "),
  ).toContain("two: not covered (outside of the window)");
});

test("the page needs nothing else and runs nothing", () => {
  const page = watchHtml(REPORT, { names, ground });
  expect(page).not.toContain("<script");
  expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  expect(page).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
  expect(page).not.toMatch(/\sstyle="/);
  expect(page.match(/<svg/g)).toHaveLength(2);
  for (const id of ["readings", "changes", "map", "notes", "findings"]) expect(page).toContain(`id="${id}"`);
});

test("the chart shades the window and says what it shows", () => {
  const svg = watchChart(REPORT.timelines[0]!, REPORT.readings[0]!.window);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img"/);
  expect(svg).toContain("<title>strikes by day, from made-up; the truce's window is shaded</title>");
  expect(svg.match(/<rect/g)!.length).toBeGreaterThanOrEqual(9);
  expect(svg).not.toContain("<style");
});

test("the map breaks the line of what is disputed and names who claims it", () => {
  const svg = watchMap(REPORT.findings, ground)!;
  expect(svg).toContain('stroke-dasharray="4 3"');
  expect(svg).toContain("claimed by UKR and RUS");
  expect(svg).toContain("© OpenStreetMap contributors");
  expect(svg).not.toContain("<script");
  expect(watchMap([{ ...FINDING, latitude: null, longitude: null, region: null }], ground)).toBe(null);
});
