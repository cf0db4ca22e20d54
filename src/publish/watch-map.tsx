/** Findings with places, and boundaries -> a map as SVG: regions by how many, points where they are, disputed lines broken. */
import { type GeoProjection, geoMercator, geoPath } from "d3-geo";
import { renderToString } from "preact-render-to-string";
import type { Region } from "../model/region.js";
import type { Finding } from "../model/watch-report.js";
import { safeForTerminal } from "../text/terminal-text.js";

export interface MapGround {
  regions: readonly Region[];
  /** Rings of [longitude, latitude] by a region's id. */
  boundaries: ReadonlyMap<string, [number, number][][]>;
}

const WIDTH = 640;
const HEIGHT = 420;
const LEGEND_HEIGHT = 64;
const COLOURS = { covered: "#b23c00", uncertain: "#e8ac3a", notCovered: "#7c8794" } as const;
const REGION_FILL = "#0a62a3";
type Status = keyof typeof COLOURS;
const WORDS: Record<Status, string> = { covered: "covered", uncertain: "uncertain", notCovered: "not covered" };

/** Null where no finding has a place on the map. A finding's colour is its status under the first reading. */
export function watchMap(findings: readonly Finding[], ground: MapGround): string | null {
  const placed = findings.filter(
    ({ region, latitude }) => latitude !== null || (region !== null && ground.boundaries.has(region)),
  );
  if (placed.length === 0) return null;
  return renderToString(<WatchMap findings={placed} ground={ground} />);
}

function WatchMap({ findings, ground }: { findings: readonly Finding[]; ground: MapGround }) {
  const shapes = shapesOf(findings, ground);
  const points = findings.filter(({ latitude }) => latitude !== null);
  const corners = [...shapes.flatMap(({ rings }) => rings.flat()), ...points.map(coordinatesOf)];
  const projection = geoMercator().fitExtent(
    [
      [8, 8],
      [WIDTH - 8, HEIGHT - 8],
    ],
    { type: "MultiPoint", coordinates: corners },
  );
  const counts = new Map<string, number>();
  for (const { region } of findings) if (region !== null) counts.set(region, (counts.get(region) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT + LEGEND_HEIGHT}`}
      role="img"
      font-family="system-ui, sans-serif"
      font-size="11"
    >
      <title>Where the incidents in the windows were reported</title>
      {shapes.map((shape) => (
        <RegionShape
          key={shape.region.id}
          shape={shape}
          projection={projection}
          count={counts.get(shape.region.id) ?? 0}
          most={most}
        />
      ))}
      {points.map((finding) => (
        <Point key={`${finding.feed} ${finding.id}`} finding={finding} projection={projection} />
      ))}
      <Legend disputed={shapes.flatMap(({ region }) => (region.disputed ? [region] : []))} />
    </svg>
  );
}

interface ShapeProps {
  shape: Shape;
  projection: GeoProjection;
  count: number;
  most: number;
}

/** Darker for more incidents; the hue says nothing of their status. */
function RegionShape({ shape: { region, rings }, projection, count, most }: ShapeProps) {
  const { disputed } = region;
  const claim = disputed
    ? ` (disputed: claimed by ${disputed.claimedBy.join(" and ")}, held by ${disputed.heldBy})`
    : "";
  return (
    <path
      d={geoPath(projection)({ type: "MultiLineString", coordinates: rings }) ?? ""}
      fill={REGION_FILL}
      fill-rule="evenodd"
      fill-opacity={count === 0 ? 0.03 : 0.12 + (0.45 * count) / most}
      stroke="#5a5e66"
      stroke-width={disputed ? 1.4 : 0.7}
      stroke-dasharray={disputed ? "4 3" : undefined}
    >
      <title>{`${region.name}: ${count} incidents${claim}`}</title>
    </path>
  );
}

function Point({ finding, projection }: { finding: Finding; projection: GeoProjection }) {
  const [x, y] = projection(coordinatesOf(finding)) ?? [0, 0];
  const status = statusOf(finding);
  return (
    <circle cx={x} cy={y} r={4} fill={COLOURS[status]} fill-opacity={0.85} stroke="#fff" stroke-width={0.8}>
      <title>{`${finding.at}, ${safeForTerminal(finding.title ?? finding.conduct ?? "incident")}: ${WORDS[status]}`}</title>
    </circle>
  );
}

function Legend({ disputed }: { disputed: readonly Region[] }) {
  const claims = [...new Set(disputed.map(({ disputed: claim }) => claim!.claimedBy.join(" and ")))];
  return (
    <g transform={`translate(10 ${HEIGHT + 14})`} fill="currentColor">
      {(Object.keys(COLOURS) as Status[]).map((status, at) => (
        <g key={status} transform={`translate(${at * 110} 0)`}>
          <circle cx={4} cy={-4} r={4} fill={COLOURS[status]} />
          <text x={14}>{WORDS[status]}</text>
        </g>
      ))}
      {claims.length > 0 && (
        <g transform="translate(0 20)">
          <line x1={0} x2={20} y1={-4} y2={-4} stroke="#5a5e66" stroke-width={1.4} stroke-dasharray="4 3" />
          <text x={28}>{`broken line: disputed, claimed by ${claims.join("; by ")}`}</text>
        </g>
      )}
      <text y={40}>
        Boundaries: geoBoundaries, © OpenStreetMap contributors, ODbL 1.0; simplified. They settle no claim.
      </text>
    </g>
  );
}

export interface Shape {
  region: Region;
  rings: [number, number][][];
}

/** All regions with a boundary of the countries in which something is placed. */
export function shapesOf(findings: readonly Finding[], { regions, boundaries }: MapGround): Shape[] {
  const countries = new Set(findings.map(({ country }) => country));
  const named = new Set(findings.map(({ region }) => region));
  const wanted = new Set(
    regions.filter(({ id, country }) => countries.has(country) || named.has(id)).map(({ country }) => country),
  );
  return regions.flatMap((region) => {
    const rings = boundaries.get(region.id);
    return rings && wanted.has(region.country) ? [{ region, rings }] : [];
  });
}

export function coordinatesOf({ longitude, latitude }: Finding): [number, number] {
  return [longitude!, latitude!];
}

function statusOf({ readings }: Finding): Status {
  return Object.values(readings)[0]?.status ?? "uncertain";
}
