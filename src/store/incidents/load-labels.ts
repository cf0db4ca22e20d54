/** Files that say more of a feed's records -> a table of labels in DuckDB, a row a key, which spills to disk where it is large. */
import type { Feed, Mapping } from "../../model/feed.js";
import type { DuckDatabase } from "./duckdb.js";
import type { SkippedRow } from "./import-feed.js";
import { mappedColumns } from "./mapping-sql.js";
import { columnsOf, type RawColumns, rawPieces } from "./raw-rows.js";
import { fileColumn } from "./sql-text.js";

export interface LabelsOptions {
  feed: Feed & { map: Mapping };
  labels?: readonly string[] | undefined;
  skip(rows: SkippedRow[]): Promise<void>;
}

/** Reads the files piece by piece. Of rows with one key the first stays. Undefined where there is no file. */
export async function loadLabels(
  db: DuckDatabase,
  { feed, labels: files, skip }: LabelsOptions,
): Promise<RawColumns["labels"]> {
  if (feed.labels === undefined || files === undefined || files.length === 0) return undefined;
  const { key } = feed.labels;
  const columns = mappedColumns(feed).filter((name) => !key.includes(name));
  const names = [...key, ...columns];
  const list = (some: readonly string[]) => some.map(fileColumn).join(", ");
  await db.run(`CREATE OR REPLACE TEMP TABLE labels(${names.map((name) => `${fileColumn(name)} VARCHAR`).join(", ")})`);
  const given = new Set<string>();
  for (const file of files) {
    for (const name of await columnsOf(db, file)) given.add(name);
    for await (const { broken } of rawPieces(db, file, { names, trimmed: names }, 0)) {
      await skip(broken.map(({ line, because }) => ({ row: line, because: `no label: ${because}` })));
      // Taking the first of each key holds all rows in memory, so that it is asked for only where keys repeat.
      const [{ n } = { n: 0 }] = await db.all<{ n: number }>(
        `SELECT count(*) - count(DISTINCT hash(${list(key)})) AS n FROM raw`,
      );
      const first = n === 0 ? "" : `DISTINCT ON (${list(key)}) `;
      await db.run(`INSERT INTO labels SELECT ${first}${list(names)} FROM raw ANTI JOIN labels USING (${list(key)})`);
    }
  }
  return { key, columns: columns.filter((name) => given.has(name)) };
}
