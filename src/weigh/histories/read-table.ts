/** The text of a table with a header -> its rows by column name, each with its line; or one clear error. */
import { parse } from "csv-parse/sync";
import { ReadoutError } from "../../model/problem.js";

export interface TableRow {
  /** Of the file, from 1, the header's included. */
  line: number;
  cells: Readonly<Record<string, string>>;
}

const LARGEST_CHARACTERS = 100_000_000;
const MOST_ROWS = 200_000;
const MOST_COLUMNS = 2_000;

/** Comma, semicolon or tab; names in lower case. Throws ReadoutError `history-unreadable`. */
export function readTable(text: string, file: string): { columns: string[]; rows: TableRow[] } {
  if (text.length > LARGEST_CHARACTERS) throw unreadable(file, `is longer than ${LARGEST_CHARACTERS} characters`);
  if (text.startsWith("PK")) throw unreadable(file, "is a spreadsheet. Save it as CSV");
  const header = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = [",", ";", "\t"].toSorted((a, b) => header.split(b).length - header.split(a).length)[0]!;
  let columns: string[] = [];
  try {
    const found = parse(text, {
      bom: true,
      delimiter,
      info: true,
      skip_empty_lines: true,
      relax_quotes: true,
      max_record_size: 10_000_000,
      to: MOST_ROWS + 1,
      columns: (names: string[]) => {
        columns = names.map((name) => name.trim().toLowerCase());
        if (columns.length > MOST_COLUMNS)
          throw new Error(`has ${columns.length} columns; at most ${MOST_COLUMNS} are read`);
        return columns;
      },
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    if (found.length > MOST_ROWS) throw new Error(`has more than ${MOST_ROWS} rows`);
    return { columns, rows: found.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    throw unreadable(file, `is no table of comma-separated values (${(error as Error).message})`, error);
  }
}

function unreadable(file: string, what: string, cause?: unknown): ReadoutError {
  return new ReadoutError("history-unreadable", `${file}: ${what}. Give a CSV file with a header.`, 1, cause);
}
