/** A DuckDB database -> the engine that matches incidents in it. */
import type { DuckDBAppender } from "@duckdb/node-api";
import type { TermRows } from "../../model/incident.js";
import { DUCKDB } from "./dialect.js";
import type { DuckDatabase } from "./duckdb.js";
import type { IncidentEngine } from "./engine.js";
import type { MatchTables } from "./matching-sql.js";
import { type Columns, columnsSql, TERM_COLUMNS, termRows } from "./tables.js";

export const TERM_TABLES: Omit<MatchTables, "incidents"> = {
  termDays: "term_days",
  termKinds: "term_kinds",
  termWhos: "term_whos",
  termPlaces: "term_places",
  termEdges: "term_edges",
};

export function duckdbEngine(db: DuckDatabase): IncidentEngine {
  return {
    dialect: DUCKDB,
    ask: db.all,
    withTerms: async (terms, use) => {
      await loadTerms(db, terms);
      const polygons = terms.some((term) => term.polygons.length > 0);
      return use({ tables: { incidents: "incidents", ...TERM_TABLES }, dialect: DUCKDB, polygons });
    },
    close: db.close,
  };
}

async function loadTerms(db: DuckDatabase, terms: readonly TermRows[]): Promise<void> {
  const rows = termRows(terms);
  for (const [table, columns] of Object.entries(TERM_COLUMNS)) {
    await db.run(`CREATE OR REPLACE TEMP TABLE ${table}${columnsSql(columns, "duckdb")}`);
    const appender = await db.connection.createAppender(table);
    for (const row of rows[table]!) append(appender, columns, row);
    appender.closeSync();
  }
}

function append(appender: DuckDBAppender, columns: Columns, row: readonly number[]): void {
  Object.values(columns).forEach((type, at) => {
    const value = row[at]!;
    if (type === "integer") appender.appendInteger(value);
    else if (type === "double") appender.appendDouble(value);
    else appender.appendBigInt(BigInt(value));
  });
  appender.endRow();
}
