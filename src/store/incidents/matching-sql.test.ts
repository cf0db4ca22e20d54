import { expect, test } from "vitest";
import { CLICKHOUSE, DUCKDB } from "./dialect.js";
import { TERM_TABLES } from "./duckdb-engine.js";
import { countsSql, hullSql, matchesSql, seriesSql } from "./matching-sql.js";
import { fileColumn, integerLiteral, numberLiteral, ownName, textLiteral } from "./sql-text.js";

const tables = { incidents: "incidents", ...TERM_TABLES };

test.each([DUCKDB, CLICKHOUSE])(
  "$name: no select has a common table expression, a window function or two joins",
  (dialect) => {
    const options = { tables, dialect, polygons: true };
    for (const sql of [countsSql(options), matchesSql(options, 5), seriesSql(options), hullSql(options, 0, 1)]) {
      expect(sql).not.toMatch(/\bWITH\b|\bOVER\b|;|--/);
      expect(sql.split("GLOBAL ALL").length > 1).toBe(dialect === CLICKHOUSE);
    }
  },
);

test("a table that we did not name ourselves goes into no query", () => {
  const options = {
    tables: { ...tables, incidents: "incidents; DROP TABLE incidents" },
    dialect: DUCKDB,
    polygons: false,
  };
  expect(() => countsSql(options)).toThrow(/no name for a table/);
});

test.each([
  ["it's", "'it''s'", "'it\\'s'"],
  ["a\\", "'a\\'", "'a\\\\'"],
  ["'; DROP TABLE x; --", "'''; DROP TABLE x; --'", "'\\'; DROP TABLE x; --'"],
])("the text %j stays a text", (text, standard, escaped) => {
  expect(textLiteral(text, { escapesBackslash: false })).toBe(standard);
  expect(textLiteral(text, { escapesBackslash: true })).toBe(escaped);
});

test("columns of a file are quoted, numbers are numbers, names are ours", () => {
  expect(fileColumn('a"b')).toBe('"a""b"');
  expect(numberLiteral(1.5)).toBe("1.5");
  expect(() => numberLiteral(Number.NaN)).toThrow();
  expect(() => integerLiteral(1.5)).toThrow();
  expect(() => ownName('x"')).toThrow();
  expect(() => textLiteral("a\0b", { escapesBackslash: false })).toThrow();
});
