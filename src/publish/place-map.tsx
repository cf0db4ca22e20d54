/** A Holding and boundaries -> a map for inside of a page: regions by count or by the terms' area, incidents by what the readings say. */
import { type GeoProjection, geoMercator, geoPath } from "d3-geo";
import { renderToString } from "preact-render-to-string";
import type { Holding } from "../model/holding.js";
import type { Region } from "../model/region.js";
import type { Finding, FindingStatus } from "../model/watch-report.js";
import { coordinatesOf, type MapGround, type Shape, shapesOf } from "./watch-map.js";

/** An incident over all readings: covered under every one, under some, under none but perhaps, or under none. */
export type Standing = "all" | "some" | "uncertain" | "none";
export const STANDINGS: readonly Standing[] = ["all", "some", "uncertain", "none"];

export interface PlaceMapWords {
  /** Read out to those who cannot see it. */
  title: string;
  region(region: Region, count: number): string;
  finding(finding: Finding, standing: Standing): string;
}

export interface PlaceMap {
  /** Null where no region of the terms or of an incident has a boundary: points without ground tell nothing. */
  svg: string | null;
  regions: RegionCount[];
  /** What is drawn with a broken line. */
  disputed: Region[];
  /** Incidents with a place, and all. */
  placed: number;
  all: number;
}

export interface RegionCount {
  /** Null where the feed does not tell the region. */
  region: Region | null;
  counts: Record<Standing, number>;
  /** Under how many readings it lies in the terms' area. */
  readings: number;
}

const WIDTH = 640;
const HEIGHT = 440;
const MARGIN = 8;
const SHADES = 5;

/** Marks differ in shape as well as in colour: disc, ring, diamond, cross. Around (0, 0). */
export const MARKS: Record<Standing, string> = {
  all: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
  some: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0zM-1.6 0a1.6 1.6 0 1 1 3.2 0a1.6 1.6 0 1 1-3.2 0z",
  uncertain: "M0-4.6L4.6 0L0 4.6L-4.6 0z",
  none: "M-2.6-2.6L2.6 2.6M2.6-2.6L-2.6 2.6",
};

export function placeMap(holding: Holding, ground: MapGround, words: PlaceMapWords): PlaceMap {
  const findings = holding.report?.findings ?? [];
  const shapes = drawnShapes(holding, findings, ground);
  const points = findings.filter(({ latitude, longitude }) => latitude !== null && longitude !== null);
  const regions = regionCounts(holding, findings, shapes, ground);
  const drawing = <Drawing holding={holding} shapes={shapes} points={points} regions={regions} words={words} />;
  return {
    svg: shapes.length > 0 ? renderToString(drawing) : null,
    regions,
    disputed: shapes.flatMap(({ region }) => (region.disputed ? [region] : [])),
    placed: points.length,
    all: findings.length,
  };
}

/** Whether there is anything to draw the holding's map on. */
export function hasGround(holding: Holding, ground: MapGround): boolean {
  return drawnShapes(holding, holding.report?.findings ?? [], ground).length > 0;
}

export function standingOf({ readings }: Pick<Finding, "readings">): Standing {
  const said = Object.values(readings).map(({ status }): FindingStatus => status);
  if (said.length > 0 && said.every((status) => status === "covered")) return "all";
  if (said.includes("covered")) return "some";
  return said.includes("uncertain") ? "uncertain" : "none";
}

/** Regions of the countries in which something is placed, and those that the terms cover. */
function drawnShapes({ readings }: Holding, findings: readonly Finding[], ground: MapGround): Shape[] {
  const drawn = new Map(shapesOf(findings, ground).map((shape) => [shape.region.id, shape]));
  const named = new Set(readings.flatMap(({ regions }) => regions));
  for (const region of ground.regions) {
    const rings = ground.boundaries.get(region.id);
    if (rings && named.has(region.id)) drawn.set(region.id, { region, rings });
  }
  return [...drawn.values()];
}

function regionCounts(
  { readings }: Holding,
  findings: readonly Finding[],
  shapes: readonly Shape[],
  { regions }: MapGround,
): RegionCount[] {
  const known = new Map(regions.map((region) => [region.id, region]));
  const ids = [
    ...new Set<string | null>([...shapes.map(({ region }) => region.id), ...findings.map(({ region }) => region)]),
  ];
  return ids
    .map((id) => {
      const own = findings.filter((finding) => finding.region === id).map(standingOf);
      const counts = Object.fromEntries(
        STANDINGS.map((standing) => [standing, own.filter((each) => each === standing).length]),
      ) as Record<Standing, number>;
      const under = readings.filter((reading) => id !== null && reading.regions.includes(id)).length;
      return { region: id === null ? null : (known.get(id) ?? null), counts, readings: under };
    })
    .sort((a, b) => sumOf(b) - sumOf(a));
}

/** All incidents of the region. */
export function sumOf({ counts }: Pick<RegionCount, "counts">): number {
  return STANDINGS.reduce((sum, standing) => sum + counts[standing], 0);
}

interface DrawingProps {
  holding: Holding;
  shapes: readonly Shape[];
  points: readonly Finding[];
  regions: readonly RegionCount[];
  words: PlaceMapWords;
}

function Drawing({ holding, shapes, points, regions, words }: DrawingProps) {
  const corners = [...shapes.flatMap(({ rings }) => rings.flat()), ...points.map(coordinatesOf)];
  const box: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [WIDTH - MARGIN, HEIGHT - MARGIN],
  ];
  const projection = geoMercator().fitExtent(box, { type: "MultiPoint", coordinates: corners });
  const path = geoPath(projection).digits(1);
  const most = Math.max(1, ...regions.filter(({ region }) => region).map(sumOf));
  // Those that matter most are drawn last, so that they lie on top.
  const inOrder = [...points].sort((a, b) => STANDINGS.indexOf(standingOf(b)) - STANDINGS.indexOf(standingOf(a)));
  return (
    <svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{words.title}</title>
      {[...shapes].sort(byDispute).map(({ region, rings }) => {
        const own = regions.find((each) => each.region === region)!;
        const shade = holding.report ? Math.ceil((SHADES * sumOf(own)) / most) : own.readings > 0 ? 2 : 0;
        return (
          <path
            class={`region shade-${shade}${region.disputed ? " disputed" : ""}`}
            d={path({ type: "MultiLineString", coordinates: rings }) ?? ""}
            fill-rule="evenodd"
            key={region.id}
          >
            <title>{words.region(region, sumOf(own))}</title>
          </path>
        );
      })}
      <g class="points">
        {inOrder.map((finding) => (
          <Point key={`${finding.feed} ${finding.id}`} finding={finding} projection={projection} words={words} />
        ))}
      </g>
    </svg>
  );
}

/** Broken lines lie above whole ones, or their gaps would be filled by a neighbour's. */
function byDispute(a: Shape, b: Shape): number {
  return Number(a.region.disputed !== undefined) - Number(b.region.disputed !== undefined);
}

function Point({ finding, projection, words }: { finding: Finding; projection: GeoProjection; words: PlaceMapWords }) {
  const [x, y] = (projection(coordinatesOf(finding)) ?? [0, 0]).map((value) => Number(value.toFixed(1)));
  const standing = standingOf(finding);
  return (
    <path
      class={`mark-${standing}`}
      d={MARKS[standing]}
      transform={`translate(${x} ${y})`}
      data-day={finding.at.slice(0, 10)}
    >
      <title>{words.finding(finding, standing)}</title>
    </path>
  );
}
