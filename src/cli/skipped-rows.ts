/** Rows that an import leaves out -> one file of them beside each feed's file, with the reason in each line. */
import { basename } from "node:path";
import type { Effects } from "./effects.js";

interface SkippedRow {
  row: unknown;
  because: string;
}

const MOST_LINES = 100_000;

export interface SkippedRows {
  take(feed: string, file: string, rows: readonly SkippedRow[]): Promise<void>;
  /** Writes the files and tells where they are. Beside the feed's file, or in the current folder where that may not be written. */
  write(): Promise<string[]>;
}

export function skippedRows(effects: Effects): SkippedRows {
  const byFile = new Map<string, { lines: string[]; count: number }>();
  return {
    take: async (feed, file, rows) => {
      if (rows.length === 0) return;
      const kept = byFile.get(file) ?? { lines: [], count: 0 };
      byFile.set(file, kept);
      kept.count += rows.length;
      for (const { row, because } of rows.slice(0, MOST_LINES - kept.lines.length))
        kept.lines.push(JSON.stringify({ feed, because, row }));
    },
    write: async () => {
      const notes: string[] = [];
      for (const [file, { lines, count }] of byFile) {
        const path = await writeBeside(file, `${lines.join("\n")}\n`, effects);
        const cut = count > lines.length ? `the first ${lines.length} of ${count}` : `${count}`;
        notes.push(`wrote ${path}: ${cut} skipped rows with the reason for each.`);
      }
      return notes;
    },
  };
}

async function writeBeside(file: string, text: string, effects: Effects): Promise<string> {
  const beside = `${file}.skipped.ndjson`;
  try {
    await effects.writeFile(beside, text);
    return beside;
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    const here = `${basename(file)}.skipped.ndjson`;
    await effects.writeFile(here, text);
    return here;
  }
}
