/** How a mapping writes dates -> SQL for the instant that a row names, and for how far the true one may be from it. */
import { DatePrecision, type Feed, type Mapping } from "../../model/feed.js";
import { fileColumn, textLiteral } from "./sql-text.js";

const CLOCK = /%[HIcs]/;

/** ISO 8601 without a list of forms, else the first form that fits. The answer is in UTC, without a zone. */
export function instantSql(column: string, forms: readonly string[] | undefined, zone: string): string {
  const text = `r.${fileColumn(column)}`;
  const local = (at: string) => (zone === "UTC" ? at : `timezone('UTC', timezone(${quoted(zone)}, ${at}))`);
  if (forms !== undefined) return local(parsed(text, forms));
  const zoned = `strlen(${text}) > 13 AND regexp_matches(${text}, '[0-9](Z|[+-][0-9]{2}(:?[0-9]{2})?)$')`;
  return `CASE WHEN ${zoned} THEN CAST(try_cast(${text} AS TIMESTAMPTZ) AS TIMESTAMP) ELSE ${local(`try_cast(${text} AS TIMESTAMP)`)} END`;
}

/** Whether a row's date has a time of day: the same for all rows, or SQL that tells of each. */
export function clockSql({ start, dates }: Mapping): boolean | string {
  const text = `r.${fileColumn(start)}`;
  if (dates === undefined) return `coalesce(strlen(${text}) > 10, false)`;
  const clocked = dates.filter((form) => CLOCK.test(form));
  if (clocked.length === 0) return false;
  return clocked.length === dates.length || `(${parsed(text, clocked)} IS NOT NULL)`;
}

/** Over columns start_at, end_at and precision: seconds from `earliest` to `latest`, and `until` of intervals. */
export function spanSql({
  zone,
  record,
  map,
}: Feed & { map: Mapping }): Record<"earliest" | "latest" | "until", string> {
  const seconds = (at: string) => `(epoch_ms(${at}) // 1000)`;
  const isUtc = zone === "UTC";
  const local = (at: string) => (isUtc ? at : `timezone(${quoted(zone)}, timezone('UTC', ${at}))`);
  const back = (at: string) => seconds(isUtc ? at : `timezone('UTC', timezone(${quoted(zone)}, ${at}))`);
  const trunc = (unit: string, at = "start_at") => `date_trunc('${unit}', ${local(at)})`;
  const day = [back(trunc("day")), back(`${trunc("day")} + INTERVAL 1 DAY`)] as const;
  const spans: Record<DatePrecision, readonly [earliest: string, latest: string]> = {
    instant: [seconds("start_at"), seconds("start_at")],
    day,
    range: [day[0], back(`${trunc("day", "coalesce(end_at, start_at)")} + INTERVAL 1 DAY`)],
    week: [back(`${trunc("day")} - INTERVAL 3 DAY`), back(`${trunc("day")} + INTERVAL 4 DAY`)],
    month: [back(trunc("month")), back(`${trunc("month")} + INTERVAL 1 MONTH`)],
    year: [back(trunc("year")), back(`${trunc("year")} + INTERVAL 1 YEAR`)],
  };
  const possible = precisionsOf(map);
  const chosen = (at: 0 | 1) =>
    possible.length === 1
      ? spans[possible[0]!][at]
      : `CASE precision ${possible.map((one) => `WHEN '${one}' THEN ${spans[one][at]}`).join(" ")} END`;
  return { earliest: chosen(0), latest: chosen(1), until: record === "interval" ? seconds("end_at") : "NULL::BIGINT" };
}

function precisionsOf(map: Mapping): readonly DatePrecision[] {
  if (map.datePrecision !== undefined) return DatePrecision.options;
  const clock = clockSql(map);
  return clock === false ? ["day"] : clock === true ? ["instant"] : ["day", "instant"];
}

function parsed(text: string, forms: readonly string[]): string {
  return `try_strptime(${text}, [${forms.map(quoted).join(", ")}])`;
}

function quoted(value: string): string {
  return textLiteral(value, { escapesBackslash: false });
}
