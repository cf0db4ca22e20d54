/**
 * A feed's mapping -> the SELECT that turns the table `raw` into typed rows, with the reason where a row is bad.
 *
 * A mapping names columns and words; both reach SQL through `sql-text.ts` alone, as quoted names and literals.
 */
import type { Coded, Feed, Mapping } from "../../model/feed.js";
import { fileColumn, textLiteral } from "./sql-text.js";

/** The fields whose words are looked up; each has a table of words in `lookup`. */
export const CODED_FIELDS = [
  "country",
  "region",
  "conduct",
  "target",
  "actor",
  "otherActor",
  "sourceParty",
  "datePrecision",
  "placePrecision",
] as const;
export type CodedField = (typeof CODED_FIELDS)[number];

/** Columns of the file that the mapping reads. */
export function mappedColumns(map: Mapping): string[] {
  const coded = CODED_FIELDS.map((field) => map[field]?.column);
  const plain = [map.start, map.end, map.latitude, map.longitude, map.source, map.title, map.url];
  return [...new Set([...map.id, ...coded, ...plain].filter((name) => name !== undefined))];
}

/** The words of a coded column, as they are looked up. */
export function wordsOf({ column, constant }: Coded): string {
  return column === undefined ? quoted(constant!) : `coalesce(trim(r.${fileColumn(column)}), '')`;
}

/** Typed rows of `raw` with `reason` (null for a good row) and the keys of the dictionaries. */
export function typedSql(feed: Feed, map: Mapping): string {
  const fields = CODED_FIELDS.filter((field) => map[field] !== undefined);
  const joins = fields.map(
    (field) =>
      `LEFT JOIN (SELECT word, value FROM lookup WHERE field = ${quoted(field)}) l_${field} ON l_${field}.word = ${wordsOf(map[field]!)}`,
  );
  const value = (field: CodedField) => (map[field] ? `l_${field}.value` : "NULL::VARCHAR");
  const coded = CODED_FIELDS.map((field) => `${value(field)} AS ${snake(field)}`);
  const start = dateSql(map.start, map.dates, feed.zone);
  const end = map.end === undefined ? null : dateSql(map.end, map.dates, feed.zone);
  const inner = `SELECT r.rowid AS line, ${idSql(map)} AS id, ${coded.join(", ")},
    ${start.at} AS start_at, ${start.hasClock} AS has_clock, ${end?.at ?? "NULL::TIMESTAMP"} AS end_at,
    ${numberSql(map.longitude)} AS longitude, ${numberSql(map.latitude)} AS latitude,
    ${isGiven(map.longitude)} AND ${isGiven(map.latitude)} AS has_point,
    ${textSql(map.actor?.column)} AS actors_one, ${textSql(map.otherActor?.column)} AS actors_two,
    ${textSql(map.title)} AS title, ${textSql(map.source)} AS source, ${textSql(map.url)} AS url
    FROM raw r ${joins.join(" ")}`;
  const keys = `${KIND_KEY} AS kind_key, ${whoKey(feed, map)} AS who_key, ${PLACE_KEY} AS place_key`;
  const point = (column: string) => `CASE WHEN ${IS_POINT} THEN t.${column} END AS ${column}`;
  return `SELECT line, id, earliest, latest, until, ${point("longitude")}, ${point("latitude")}, ${keys}, ${ACTORS} AS actors, title, source, url, ${reasonSql(feed, map)} AS reason
    FROM (SELECT *, '${feed.sees.signsOnly ? "1" : "0"}' AS sign FROM (${datedSql(inner, feed)}) d) t LEFT JOIN bounds b ON b.country = t.country`;
}

const KIND_KEY = "concat_ws('|', coalesce(t.conduct, ''), coalesce(t.target, ''), t.precision, t.sign)";
const PLACE_KEY = `concat_ws('|', coalesce(t.country, ''), coalesce(t.region, ''), CASE
    WHEN t.has_point THEN coalesce(t.place_precision, 'place')
    WHEN t.place_precision IS NOT NULL AND t.place_precision NOT IN ('place', 'near') THEN t.place_precision
    WHEN t.region IS NOT NULL THEN 'region' WHEN t.country IS NOT NULL THEN 'country' ELSE 'unknown' END)`;
/** A centre of a region is no place: coordinates that stand for something wide are not kept as a point. */
const IS_POINT = "coalesce(t.place_precision, 'place') IN ('place', 'near')";
const ACTORS =
  "CASE WHEN actors_two = '' THEN actors_one WHEN actors_one = '' THEN actors_two ELSE actors_one || ' / ' || actors_two END";

/** Two sides that a feed names without saying who acted make the actor contested. */
function whoKey({ party }: Feed, { otherActorFor }: Mapping): string {
  const either =
    otherActorFor === undefined ? "true" : `coalesce(t.conduct IN (${otherActorFor.map(quoted).join(", ")}), false)`;
  const contested = `other_actor IS NOT NULL AND actor IS NOT NULL AND other_actor <> actor AND ${either}`;
  const claimedBy = `coalesce(source_party, ${quoted(party ?? "")})`;
  return `concat_ws('|', coalesce(actor, CASE WHEN ${either} THEN other_actor END, ''), CASE WHEN ${contested} THEN '1' ELSE '0' END, ${claimedBy})`;
}

function idSql({ id }: Mapping): string {
  const columns = id.map((name) => `coalesce(trim(r.${fileColumn(name)}), '')`);
  return columns.length === 1 ? columns[0]! : `concat_ws('|', ${columns.join(", ")})`;
}

/** ISO 8601 without a list of forms, else the first form that fits. The answer is in UTC, without a zone. */
function dateSql(column: string, forms: readonly string[] | undefined, zone: string): { at: string; hasClock: string } {
  const words = `trim(r.${fileColumn(column)})`;
  const local = (at: string) => (zone === "UTC" ? at : `timezone('UTC', timezone(${quoted(zone)}, ${at}))`);
  if (forms === undefined) {
    const zoned = `length(${words}) > 13 AND regexp_matches(${words}, '[0-9](Z|[+-][0-9]{2}(:?[0-9]{2})?)$')`;
    return {
      at: `CASE WHEN ${zoned} THEN CAST(try_cast(${words} AS TIMESTAMPTZ) AS TIMESTAMP) ELSE ${local(`try_cast(${words} AS TIMESTAMP)`)} END`,
      hasClock: `length(${words}) > 10`,
    };
  }
  const clocked = forms.filter((form) => /%[HIcs]/.test(form));
  const list = (some: readonly string[]) => `try_strptime(${words}, [${some.map(quoted).join(", ")}])`;
  return { at: local(list(forms)), hasClock: clocked.length > 0 ? `${list(clocked)} IS NOT NULL` : "false" };
}

/** Adds `precision`, `earliest`, `latest`, `until`: how far the date may be from what is written. */
function datedSql(inner: string, feed: Feed): string {
  const zone = feed.zone;
  const seconds = (at: string) => `(epoch_ms(${at}) // 1000)`;
  const local = zone === "UTC" ? "start_at" : `timezone(${quoted(zone)}, timezone('UTC', start_at))`;
  const back = (at: string) =>
    zone === "UTC" ? seconds(at) : seconds(`timezone('UTC', timezone(${quoted(zone)}, ${at}))`);
  const trunc = (unit: string) => `date_trunc('${unit}', ${local})`;
  const range = zone === "UTC" ? "end_at" : `timezone(${quoted(zone)}, timezone('UTC', end_at))`;
  const precision = "coalesce(date_precision, CASE WHEN has_clock THEN 'instant' ELSE 'day' END)";
  const until = feed.record === "interval" ? seconds("end_at") : "NULL::BIGINT";
  return `SELECT *, ${until} AS until,
    CASE precision WHEN 'instant' THEN ${seconds("start_at")} WHEN 'week' THEN ${back(`${trunc("day")} - INTERVAL 3 DAY`)}
      WHEN 'month' THEN ${back(trunc("month"))} WHEN 'year' THEN ${back(trunc("year"))} ELSE ${back(trunc("day"))} END AS earliest,
    CASE precision WHEN 'instant' THEN ${seconds("start_at")} WHEN 'week' THEN ${back(`${trunc("day")} + INTERVAL 4 DAY`)}
      WHEN 'month' THEN ${back(`${trunc("month")} + INTERVAL 1 MONTH`)} WHEN 'year' THEN ${back(`${trunc("year")} + INTERVAL 1 YEAR`)}
      WHEN 'range' THEN ${back(`date_trunc('day', coalesce(${range}, ${local})) + INTERVAL 1 DAY`)}
      ELSE ${back(`${trunc("day")} + INTERVAL 1 DAY`)} END AS latest
    FROM (SELECT *, ${precision} AS precision FROM (${inner}) i) p`;
}

const LONGEST_RANGE_SECONDS = 366 * 86_400;

/** The first thing that is wrong with a row. Swapped coordinates are told where the country's box shows it. */
function reasonSql(feed: Feed, map: Mapping): string {
  const isSwapped = "longitude BETWEEN south AND north AND latitude BETWEEN west AND east";
  const isInside = "longitude BETWEEN west AND east AND latitude BETWEEN south AND north";
  const cases = [
    [`id = '' OR trim(id, '|') = ''`, "no id: the columns that name a record are empty"],
    ["start_at IS NULL", `no date: "${map.start}" is in none of the forms that the feed has`],
    ["start_at < TIMESTAMP '1900-01-01' OR start_at > TIMESTAMP '2100-01-01'", "the date is before 1900 or after 2100"],
    ...(feed.record === "interval" ? [["until < earliest", "it ends before it starts"]] : []),
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

function isGiven(column: string | undefined): string {
  return column === undefined ? "false" : `coalesce(trim(r.${fileColumn(column)}), '') <> ''`;
}

function numberSql(column: string | undefined): string {
  return column === undefined ? "NULL::DOUBLE" : `try_cast(trim(r.${fileColumn(column)}) AS DOUBLE)`;
}

function textSql(column: string | undefined): string {
  return column === undefined ? "''" : `left(coalesce(r.${fileColumn(column)}, ''), 400)`;
}

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function quoted(value: string): string {
  return textLiteral(value, { escapesBackslash: false });
}

/** Columns without which a file is not of this feed; the others may be missing, and say nothing then. */
export function neededColumns({ map, counts, record }: Feed): string[] {
  if (map) return [...map.id, map.start, ...(record === "interval" && map.end !== undefined ? [map.end] : [])];
  return counts ? [counts.start, ...(counts.exposureHours === undefined ? [] : [counts.exposureHours])] : [];
}
