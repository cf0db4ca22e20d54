/** What differs between the two database engines, so that one builder writes for both. */
import { textLiteral } from "./sql-text.js";

export interface Dialect {
  name: "duckdb" | "clickhouse";
  /** Keyword of an inner join whose right side is small and known only where the query is asked. */
  join: string;
  text(value: string): string;
  /** Whole part of a division of whole numbers, towards minus infinity for what we divide. */
  floorDivide(dividend: string, divisor: number): string;
  modulo(dividend: string, divisor: number): string;
}

export const DUCKDB: Dialect = {
  name: "duckdb",
  join: "INNER JOIN",
  text: (value) => textLiteral(value, { escapesBackslash: false }),
  floorDivide: (dividend, divisor) => `CAST(floor((${dividend}) / ${divisor}.0) AS BIGINT)`,
  modulo: (dividend, divisor) => `(${dividend}) % ${divisor}`,
};

/**
 * ALL keeps every match of a row (old releases ask for the word); GLOBAL sends the small side to every shard, where it
 * lies on none of them.
 */
export const CLICKHOUSE: Dialect = {
  name: "clickhouse",
  join: "GLOBAL ALL INNER JOIN",
  text: (value) => textLiteral(value, { escapesBackslash: true }),
  floorDivide: (dividend, divisor) => `toInt64(floor((${dividend}) / ${divisor}.0))`,
  modulo: (dividend, divisor) => `modulo(${dividend}, ${divisor})`,
};
