/** The first record of a CSV file -> its delimiter and the names of its columns. */

export interface Header {
  delimiter: string;
  names: string[];
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The delimiter that stands most often outside of quotes. Nameless and repeated columns get names of their own. */
export function readHeader(record: string): Header {
  const text = record.replace(/^\uFEFF/, "").replace(/\r?\n$/, "");
  const splits = DELIMITERS.map((delimiter) => ({ delimiter, cells: splitRecord(text, delimiter) }));
  const { delimiter, cells } = splits.reduce((best, one) => (one.cells.length > best.cells.length ? one : best));
  const seen = new Map<string, number>();
  const names = cells.map((cell, at) => {
    const name = cell.trim() || `column${at}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name}_${times}`;
  });
  return { delimiter, names };
}

function splitRecord(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let [cell, quoted] = ["", false];
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"' && quoted && text[at + 1] === '"') {
      cell += char;
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += char;
  }
  return [...cells, cell];
}
