/** The tables of incidents, their dictionaries and the terms that they are matched with: columns by engine. */
import type { TermRows } from "../../model/incident.js";
import { ownName } from "./sql-text.js";

type ColumnType = "text" | "integer" | "long" | "double" | "long?" | "double?";
export type Columns = Record<string, ColumnType>;

const TYPES: Record<"duckdb" | "clickhouse", Record<ColumnType, string>> = {
  duckdb: {
    text: "VARCHAR",
    integer: "INTEGER",
    long: "BIGINT",
    double: "DOUBLE",
    "long?": "BIGINT",
    "double?": "DOUBLE",
  },
  clickhouse: {
    text: "String",
    integer: "Int32",
    long: "Int64",
    double: "Float64",
    "long?": "Nullable(Int64)",
    "double?": "Nullable(Float64)",
  },
};

/** `day` counts days since 1970 UTC; `earliest`, `latest`, `until` seconds. */
export const INCIDENT_COLUMNS: Columns = {
  feed: "text",
  id: "text",
  day: "integer",
  earliest: "long",
  latest: "long",
  until: "long?",
  longitude: "double?",
  latitude: "double?",
  kind: "long",
  who: "long",
  place: "long",
  actors: "text",
  title: "text",
  source: "text",
  url: "text",
};

export const TERM_COLUMNS: Record<string, Columns> = {
  term_days: {
    day: "integer",
    kind: "long",
    term: "integer",
    start_at: "long",
    end_at: "long",
    kind_doubts: "integer",
  },
  term_kinds: { kind: "long", term: "integer", kind_doubts: "integer" },
  term_whos: { term: "integer", who: "long", who_doubts: "integer" },
  term_places: {
    term: "integer",
    place: "long",
    place_doubts: "integer",
    west: "double",
    south: "double",
    east: "double",
    north: "double",
  },
  term_edges: { term: "integer", part: "integer", x1: "double", y1: "double", x2: "double", y2: "double" },
};

/** Texts that are looked up seldom and written often; DuckDB would try five ways to pack each of them. */
const PACKED: ReadonlySet<string> = new Set(["id", "actors", "title", "source", "url"]);

/** The columns of DuckDB's table of incidents. */
export function incidentColumnsSql(): string {
  return columnsSql(INCIDENT_COLUMNS, "duckdb").replace(/\b(\w+) VARCHAR/g, (column, name: string) =>
    PACKED.has(name) ? `${column} USING COMPRESSION zstd` : column,
  );
}

/** "(a BIGINT, b VARCHAR)". */
export function columnsSql(columns: Columns, engine: "duckdb" | "clickhouse"): string {
  return `(${Object.entries(columns)
    .map(([name, type]) => `${ownName(name)} ${TYPES[engine][type]}`)
    .join(", ")})`;
}

const DAY_SECONDS = 86_400;

/** Terms -> the rows of their tables, in the order of the columns. Days reach as far back as a kind's dates are unsure. */
export function termRows(terms: readonly TermRows[]): Record<keyof typeof TERM_COLUMNS, number[][]> {
  const rows: Record<string, number[][]> = {
    term_days: [],
    term_kinds: [],
    term_whos: [],
    term_places: [],
    term_edges: [],
  };
  for (const { term, start, end, kinds, whos, places, polygons } of terms) {
    for (const { kind, doubts, spanDays } of kinds) {
      rows.term_kinds!.push([kind, term, doubts]);
      const last = Math.floor((end - 1) / DAY_SECONDS);
      for (let day = Math.floor(start / DAY_SECONDS) - spanDays; day <= last; day++)
        rows.term_days!.push([day, kind, term, start, end, doubts]);
    }
    for (const { who, doubts } of whos) rows.term_whos!.push([term, who, doubts]);
    const box = boxOf(polygons);
    for (const { place, doubts } of places) rows.term_places!.push([term, place, doubts, ...box]);
    polygons.forEach((rings, part) => {
      for (const ring of rings) rows.term_edges!.push(...edgesOf(ring).map((edge) => [term, part, ...edge]));
    });
  }
  return rows;
}

/** West, south, east and north of all parts: most points need no look at the edges. */
function boxOf(polygons: TermRows["polygons"]): number[] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [x, y] of polygons.flat(2)) {
    [west, south] = [Math.min(west, x), Math.min(south, y)];
    [east, north] = [Math.max(east, x), Math.max(north, y)];
  }
  return [west, south, east, north];
}

/** A ring, closed or not -> its edges; level ones are left out, since no ray crosses them. */
function edgesOf(ring: readonly [number, number][]): number[][] {
  return ring.flatMap(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length]!;
    return y1 === y2 ? [] : [[x1, y1, x2, y2]];
  });
}
