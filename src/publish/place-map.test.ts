/** Holdings on made-up ground -> a map that counts, marks and names what it should, and obeys no words. */
import { describe, expect, test } from "vitest";
import type { Holding } from "../model/holding.js";
import type { Region } from "../model/region.js";
import type { Finding, FindingStatus, WatchReport } from "../model/watch-report.js";
import { placeMap, standingOf } from "./place-map.js";
import type { MapGround } from "./watch-map.js";

const square = (at: number): [number, number][][] => [
  [
    [at, 0],
    [at + 1, 0],
    [at + 1, 1],
    [at, 1],
    [at, 0],
  ],
];
const region = (id: string, disputed?: Region["disputed"]): Region => ({
  id,
  name: `The <b>${id}</b> region`,
  country: "AAA",
  names: [],
  ...(disputed ? { disputed } : {}),
});
const CLAIM = { claimedBy: ["AAA", "BBB"], heldBy: "AAA", note: "made up" };
const GROUND: MapGround = {
  regions: [region("AA-1"), region("AA-2", CLAIM), region("AA-3")],
  boundaries: new Map([
    ["AA-1", square(0)],
    ["AA-2", square(1)],
  ]),
};
const WORDS = {
  title: "A <map>",
  region: ({ name }: Region, count: number) => `${name} ${count}`,
  finding: ({ title }: Finding, standing: string) => `${title} ${standing}`,
};

const finding = (id: string, statuses: FindingStatus[], place: Partial<Finding>) =>
  ({
    feed: "f",
    id,
    at: "2025-03-18",
    title: `"${id}"`,
    country: "AAA",
    region: null,
    latitude: null,
    longitude: null,
    readings: Object.fromEntries(statuses.map((status, at) => [`r${at}`, { status, because: [] }])),
    ...place,
  }) as Finding;

const holding = (findings: Finding[] | null, regions: string[] = []): Holding => ({
  agreement: "a",
  title: "A",
  readings: [{ id: "r0", title: null, party: null, window: null, targets: [], area: ["AAA"], regions }],
  report: findings && ({ findings } as WatchReport),
  feeds: [],
});

test.each([
  [["covered", "covered"], "all"],
  [["covered", "notCovered"], "some"],
  [["covered", "uncertain"], "some"],
  [["uncertain", "notCovered"], "uncertain"],
  [["notCovered", "notCovered"], "none"],
  [[], "none"],
] as const)("%j stands as %s", (statuses, expected) => {
  expect(standingOf(finding("x", [...statuses], {}))).toBe(expected);
});

describe("placeMap", () => {
  const findings = [
    finding("in", ["covered"], { region: "AA-1", latitude: 0.5, longitude: 0.5 }),
    finding("off", ["uncertain"], { region: "AA-1" }),
    finding("nowhere", ["notCovered"], {}),
  ];

  test("counts every incident by its region, and draws those with a place", () => {
    const { regions, placed, all, svg } = placeMap(holding(findings), GROUND, WORDS);
    expect([placed, all]).toEqual([1, 3]);
    expect(svg!.match(/class="mark-/g)).toHaveLength(1);
    const counts = Object.fromEntries(regions.map((each) => [each.region?.id ?? "?", each.counts]));
    expect(counts["AA-1"]).toMatchObject({ all: 1, uncertain: 1 });
    expect(counts["?"]).toMatchObject({ none: 1 });
  });

  test("draws what is disputed with a line of its own, above the others, and says so", () => {
    const { svg, disputed } = placeMap(holding(findings), GROUND, WORDS);
    expect(disputed.map(({ id }) => id)).toEqual(["AA-2"]);
    expect(svg!.indexOf('class="region shade-0 disputed"')).toBeGreaterThan(svg!.indexOf('class="region shade-5"'));
  });

  test("shades the area of the terms where no incident was looked at", () => {
    const { svg, placed } = placeMap(holding(null, ["AA-2"]), GROUND, WORDS);
    expect(placed).toBe(0);
    expect(svg).toContain("region shade-2 disputed");
    expect(svg).not.toContain("mark-");
  });

  test("draws nothing without ground", () => {
    expect(placeMap(holding(findings), { regions: [], boundaries: new Map() }, WORDS).svg).toBeNull();
  });

  test("shows words and never obeys them", () => {
    const { svg } = placeMap(holding(findings), GROUND, WORDS);
    expect(svg).toContain("A &lt;map>");
    expect(svg).not.toContain("<b>");
  });
});
