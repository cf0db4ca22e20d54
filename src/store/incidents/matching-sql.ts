/**
 * Terms as small tables and incidents as one large one -> the SQL that matches them, the same for both engines.
 *
 * A term is exploded to (day, kind), so that the large table is joined by equality and not by ranges (ten times
 * faster); who and where are joined after that, when few rows are left, and polygons last, within the box around
 * them, by casting a ray from the point and counting the edges it crosses (even-odd rule; Shimrat 1962). No common table expression and no window
 * function: old releases of ClickHouse have neither. No alias has the name of a column: they take it for a circle. Each select has one join, and no rule stands here: what a kind,
 * an actor or a place means under a term was decided before, and is joined as numbers.
 */
import { CHECK_POLYGON } from "../../model/incident.js";
import type { Dialect } from "./dialect.js";
import { integerLiteral, ownName } from "./sql-text.js";

/** Names of the tables that take part. */
export interface MatchTables {
  incidents: string;
  termDays: string;
  termKinds: string;
  termWhos: string;
  termPlaces: string;
  termEdges: string;
}

export interface MatchOptions {
  tables: MatchTables;
  dialect: Dialect;
  /** Whether any term has polygons; their part of the query is left out otherwise. */
  polygons: boolean;
}

/** Rows: term, who, doubts, n. */
export function countsSql(options: MatchOptions): string {
  return `SELECT term, who, doubts, count(*) AS n FROM (${matchedSql(options, true)}) m GROUP BY term, who, doubts ORDER BY term, who, doubts`;
}

/** Rows: term, feed, id, doubts: the matches themselves, for comparing engines and for lists. */
export function matchesSql(options: MatchOptions, limit: number): string {
  return `SELECT term, feed, id, doubts FROM (${matchedSql(options, true)}) m ORDER BY term, feed, id LIMIT ${integerLiteral(limit)}`;
}

/** Rows: term, feed, place, minute, n, over all time. */
export function seriesSql(options: MatchOptions): string {
  const minute = options.dialect.floorDivide("earliest", 60);
  return `SELECT term, feed, place, ${minute} AS minute, count(*) AS n FROM (${matchedSql(options, false)}) m GROUP BY term, feed, place, minute ORDER BY term, feed, place, minute`;
}

/** Rows: feed, who, n: incidents in places that any term looks at which may have happened in [start, end). */
export function hullSql({ tables, dialect }: MatchOptions, start: number, end: number): string {
  return `SELECT feed, who, count(*) AS n FROM ${ownName(tables.incidents)} ${dialect.join} (SELECT place FROM ${ownName(tables.termPlaces)} GROUP BY place) p USING (place) WHERE ${touches(start, end)} GROUP BY feed, who ORDER BY feed, who`;
}

/** The condition that an incident may have happened in [start, end). */
export function touches(start: number, end: number): string {
  const [from, to] = [integerLiteral(start), integerLiteral(end)];
  return `earliest < ${to} AND (latest > ${from} OR earliest >= ${from})`;
}

/** Rows: term, feed, id, who, place, earliest, doubts; one a term and incident. */
function matchedSql(options: MatchOptions, inWindow: boolean): string {
  const rows = placedSql(options, inWindow);
  if (!options.polygons) return rows;
  const columns = "term, feed, id, who, place, earliest";
  return `SELECT ${columns}, doubts FROM (${rows}) a WHERE doubts < ${CHECK_POLYGON} UNION ALL ${insideSql(options, rows)}`;
}

function placedSql(options: MatchOptions, inWindow: boolean): string {
  const { tables, dialect } = options;
  const kept = options.polygons
    ? "term, feed, id, who, place, earliest, longitude, latitude"
    : "term, feed, id, who, place, earliest";
  const byWho = `SELECT ${kept}, first_doubts + who_doubts AS more_doubts FROM (${inWindow ? timedSql(options) : kindredSql(options)}) b ${dialect.join} (SELECT term, who, who_doubts FROM ${ownName(tables.termWhos)}) w USING (term, who)`;
  const placed = `SELECT ${kept}, more_doubts + place_doubts AS doubts`;
  if (!options.polygons)
    return `${placed} FROM (${byWho}) c ${dialect.join} (SELECT term, place, place_doubts FROM ${ownName(tables.termPlaces)}) p USING (term, place)`;
  const inBox = "longitude >= west AND longitude <= east AND latitude >= south AND latitude <= north";
  return `${placed} FROM (${byWho}) c ${dialect.join} (SELECT term, place, place_doubts, west, south, east, north FROM ${ownName(tables.termPlaces)}) p USING (term, place) WHERE place_doubts < ${CHECK_POLYGON} OR (${inBox})`;
}

const INCIDENT = "feed, id, who, place, earliest, longitude, latitude";

function timedSql({ tables, dialect }: MatchOptions): string {
  return `SELECT term, ${INCIDENT}, kind_doubts + CASE WHEN earliest >= start_at AND latest <= end_at THEN 0 ELSE 1 END AS first_doubts FROM ${ownName(tables.incidents)} ${dialect.join} (SELECT day, kind, term, start_at, end_at, kind_doubts FROM ${ownName(tables.termDays)}) d USING (day, kind) WHERE earliest < end_at AND (latest > start_at OR earliest >= start_at)`;
}

function kindredSql({ tables, dialect }: MatchOptions): string {
  return `SELECT term, ${INCIDENT}, kind_doubts AS first_doubts FROM ${ownName(tables.incidents)} ${dialect.join} (SELECT kind, term, kind_doubts FROM ${ownName(tables.termKinds)}) k USING (kind)`;
}

/** Points marked for a check that lie in one of their term's polygons, unmarked. Places without coordinates cross nothing. */
function insideSql({ tables, dialect }: MatchOptions, rows: string): string {
  const columns = "term, feed, id, who, place, earliest";
  const crosses = "(y1 > latitude) <> (y2 > latitude) AND longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1";
  const parts = `SELECT ${columns}, doubts AS marked_doubts, part, sum(CASE WHEN ${crosses} THEN 1 ELSE 0 END) AS crossings FROM (${rows}) e ${dialect.join} (SELECT term, part, x1, y1, x2, y2 FROM ${ownName(tables.termEdges)}) g USING (term) WHERE doubts >= ${CHECK_POLYGON} GROUP BY ${columns}, doubts, part`;
  return `SELECT ${columns}, marked_doubts - ${CHECK_POLYGON} AS doubts FROM (${parts}) f WHERE ${dialect.modulo("crossings", 2)} = 1 GROUP BY ${columns}, marked_doubts`;
}
