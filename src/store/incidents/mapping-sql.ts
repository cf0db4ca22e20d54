/**
 * A feed's mapping -> the SELECT that turns the table `raw` into typed rows, with the reason where a row is bad.
 *
 * A mapping names columns and words; both reach SQL through `sql-text.ts` alone, as quoted names and literals.
 */
import type { Feed, Mapping } from "../../model/feed.js";
import { instantSql, spanSql } from "./row-dates.js";
import { CODED_FIELDS, columnsOfCoded, flagSql, pointSql, type WordTable } from "./row-words.js";
import { fileColumn, textLiteral } from "./sql-text.js";

/** Columns of the file, and of its labels, that the mapping reads. */
export function mappedColumns({ map, labels }: Feed & { map: Mapping }): string[] {
  const others = [map.source, map.title, map.url, labels?.only].filter((name) => name !== undefined);
  return [...new Set([...meantColumns(map), ...others])];
}

/** Rows that their label says are about something else, over a row `r` of `raw`; null where all are kept. */
export function asideSql({ labels }: Feed): string | null {
  return labels?.only === undefined ? null : `coalesce(NOT ${flagSql(labels.only)}, false)`;
}

/** Columns whose words mean something, so that blanks around them must not count. */
export function meantColumns(map: Mapping): string[] {
  const coded = CODED_FIELDS.flatMap((field) => columnsOfCoded(map[field] ?? {}));
  return [...map.id, map.start, map.end, map.latitude, map.longitude, ...coded].filter((name) => name !== undefined);
}

/** Typed rows of `raw` with `reason`, null for a good row. Every set of words must stand in its table. */
export function typedSql(feed: Feed & { map: Mapping }, tables: readonly WordTable[]): string {
  const { map } = feed;
  const aside = asideSql(feed);
  const joins = tables.map(({ name, parts }) => {
    const on = parts.map((part) => `${name}.${part.name} = (${part.sql})`).join(" AND ");
    return `JOIN ${name} ON ${on || "true"}`;
  });
  const answers = tables.flatMap(({ name, answers: columns }) =>
    Object.keys(columns).map((column) => `${name}.${column}`),
  );
  const inner = `SELECT r.rowid AS line, ${idSql(map)} AS id, ${answers.join(", ")},
    ${instantSql(map.start, map.dates, feed.zone)} AS start_at,
    ${map.end === undefined ? "NULL::TIMESTAMP" : instantSql(map.end, map.dates, feed.zone)} AS end_at,
    ${numberSql(map.longitude)} AS longitude, ${numberSql(map.latitude)} AS latitude, ${pointSql(map) ?? "false"} AS has_point,
    ${actorsSql(map)} AS actors, ${textSql(map.title)} AS title, ${textSql(map.source)} AS source, ${textSql(map.url)} AS url
    FROM raw r ${joins.join(" ")}${aside === null ? "" : ` WHERE NOT ${aside}`}`;
  const { earliest, latest, until } = spanSql(feed);
  const dated = `SELECT *, ${earliest} AS earliest, ${latest} AS latest, ${until} AS until FROM (${inner}) i`;
  const point = (column: string) => `CASE WHEN is_point THEN ${column} END AS ${column}`;
  return `SELECT line, id, earliest, latest, until, ${point("longitude")}, ${point("latitude")}, kind, who, place, actors, title, source, url, ${reasonSql(feed)} AS reason FROM (${dated}) d`;
}

/** What names a row's record, over a row `r` of `raw`. */
export function idSql({ id }: Mapping): string {
  const columns = id.map((name) => `coalesce(r.${fileColumn(name)}, '')`);
  return columns.length === 1 ? columns[0]! : `concat_ws('|', ${columns.join(", ")})`;
}

const LONGEST_RANGE_SECONDS = 366 * 86_400;

/** The first thing that is wrong with a row. Swapped coordinates are told where the country's box shows it. */
function reasonSql({ record, map }: Feed & { map: Mapping }): string {
  const isSwapped = "longitude BETWEEN south AND north AND latitude BETWEEN west AND east";
  const isInside = "longitude BETWEEN west AND east AND latitude BETWEEN south AND north";
  const cases = [
    [`id = '' OR trim(id, '|') = ''`, "no id: the columns that name a record are empty"],
    ["start_at IS NULL", `no date: "${map.start}" is in none of the forms that the feed has`],
    ["start_at < TIMESTAMP '1900-01-01' OR start_at > TIMESTAMP '2100-01-01'", "the date is before 1900 or after 2100"],
    ...(record === "interval" ? [["until < earliest", "it ends before it starts"]] : []),
    ["latest < earliest", "its last day is before its first"],
    [`latest - earliest > ${LONGEST_RANGE_SECONDS}`, "its dates are more than a year apart"],
    ["has_point AND (longitude IS NULL OR latitude IS NULL)", "the coordinates are no numbers"],
    [
      "abs(latitude) > 90 AND abs(latitude) <= 180 AND abs(longitude) <= 90",
      "the latitude is out of range; latitude and longitude look swapped",
    ],
    ["abs(latitude) > 90 OR abs(longitude) > 180", "the coordinates are out of range"],
    [
      `has_point AND west IS NOT NULL AND NOT (${isInside}) AND ${isSwapped}`,
      "latitude and longitude look swapped: the point lies far outside of the country",
    ],
  ];
  return `CASE ${cases.map(([when, why]) => `WHEN ${when} THEN ${quoted(why!)}`).join(" ")} END`;
}

function numberSql(column: string | undefined): string {
  return column === undefined ? "NULL::DOUBLE" : `try_cast(r.${fileColumn(column)} AS DOUBLE)`;
}

function actorsSql({ actor, otherActor }: Mapping): string {
  const [one, two] = [textSql(actor?.column), textSql(otherActor?.column)];
  if (otherActor?.column === undefined) return one;
  return `CASE WHEN ${two} = '' THEN ${one} WHEN ${one} = '' THEN ${two} ELSE ${one} || ' / ' || ${two} END`;
}

const LONGEST_TEXT = 400;

/** Counting bytes is cheap, counting characters is not, and few texts are long. */
function textSql(column: string | undefined): string {
  if (column === undefined) return "''";
  const name = `coalesce(r.${fileColumn(column)}, '')`;
  return `CASE WHEN strlen(${name}) <= ${LONGEST_TEXT} THEN ${name} ELSE left(${name}, ${LONGEST_TEXT}) END`;
}

function quoted(value: string): string {
  return textLiteral(value, { escapesBackslash: false });
}

/** Columns without which a file is not of this feed; the others may be missing, and say nothing then. */
export function neededColumns({ map, counts, record }: Feed): string[] {
  if (map) return [...map.id, map.start, ...(record === "interval" && map.end !== undefined ? [map.end] : [])];
  return counts ? [counts.start, ...(counts.exposureHours === undefined ? [] : [counts.exposureHours])] : [];
}
