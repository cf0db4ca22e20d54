/** What a database engine must do for incidents to be matched in it; DuckDB and ClickHouse each do it. */
import type { TermRows } from "../../model/incident.js";
import type { Dialect } from "./dialect.js";
import type { MatchOptions } from "./matching-sql.js";

export interface IncidentEngine {
  dialect: Dialect;
  /** Rows of a query that `matching-sql.ts` wrote; whole numbers as numbers. Rejects where any part does not answer. */
  ask<T>(sql: string): Promise<T[]>;
  /** Puts the terms where queries can join them while `use` runs, and takes them away. */
  withTerms<T>(terms: readonly TermRows[], use: (options: MatchOptions) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
