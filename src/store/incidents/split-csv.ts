/** A CSV file of any size -> pieces that end where a record ends, each written to a file of its own with the header. */
import { type FileHandle, open } from "node:fs/promises";

export interface Piece {
  /** Where the piece was written. */
  path: string;
  /** The file's first record, which every piece begins with. */
  header: string;
  /** Bytes of the file that are read when this piece is done: where a broken import goes on. */
  end: number;
  last: boolean;
}

export interface SplitOptions {
  file: string;
  /** Bytes already read before; 0 for a new import. */
  from: number;
  /** Where pieces are written, in turns: a piece is valid until the one after the next is asked for. */
  paths: readonly [string, string];
  pieceBytes: number;
  /** Leaves a last line that has no end yet, in a file that somebody is still writing. */
  wholeLinesOnly?: boolean | undefined;
}

const NEWLINE = 10;
const QUOTE = 34;
const LONGEST_HEADER = 1_000_000;
const BLOCK_BYTES = 4_000_000;

/**
 * Memory is one block, whatever the size of the file and the pieces. Quotes are counted, so that a line feed within a
 * quoted field ends no record (RFC 4180); where quotes never close within a piece, it is cut at its last line feed and
 * the reader tells of the bad record.
 */
export async function* splitCsv({
  file,
  from,
  paths,
  pieceBytes,
  wholeLinesOnly = false,
}: SplitOptions): AsyncGenerator<Piece> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const first = await firstRecord(handle);
    const header = first.toString("utf8");
    let at = Math.max(from, first.length);
    for (let turn = 0; at < size || (turn === 0 && size <= first.length); turn++) {
      const piece = new PieceWriter(handle, paths[turn % 2]!, first);
      const last = size - at <= pieceBytes;
      const end = await piece.write(
        at,
        last ? size : at + pieceBytes,
        last ? (wholeLinesOnly ? "left" : "kept") : "cut",
      );
      if (end === at && at < size) return;
      at = end;
      yield { header, path: paths[turn % 2]!, end, last };
    }
  } finally {
    await handle.close();
  }
}

/** The first record, with its line feed. */
async function firstRecord(handle: FileHandle): Promise<Buffer> {
  const block = Buffer.allocUnsafe(LONGEST_HEADER);
  const { bytesRead } = await handle.read(block, 0, LONGEST_HEADER, 0);
  let quoted = false;
  for (let at = 0; at < bytesRead; at++) {
    if (block[at] === QUOTE) quoted = !quoted;
    else if (block[at] === NEWLINE && !quoted) return block.subarray(0, at + 1);
  }
  return block.subarray(0, bytesRead);
}

class PieceWriter {
  readonly #source: FileHandle;
  readonly #path: string;
  readonly #header: Buffer;

  constructor(source: FileHandle, path: string, header: Buffer) {
    this.#source = source;
    this.#path = path;
    this.#header = header;
  }

  /** Copies bytes of the file; `rest` says what becomes of those after the last record's end. Gives where it ended. */
  async write(from: number, to: number, rest: "kept" | "left" | "cut"): Promise<number> {
    const piece = await open(this.#path, "w");
    try {
      await piece.writeFile(this.#header);
      let [at, recordEnd, lineEnd, quoted] = [from, from, from, false];
      const block = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, to - from));
      while (at < to) {
        const { bytesRead } = await this.#source.read(block, 0, Math.min(block.length, to - at), at);
        if (bytesRead === 0) break;
        const part = block.subarray(0, bytesRead);
        await piece.writeFile(part);
        const ends = endsWithin(part, quoted);
        if (ends.record > 0) recordEnd = at + ends.record;
        if (ends.line > 0) lineEnd = at + ends.line;
        quoted = ends.quoted;
        at += bytesRead;
      }
      const whole = recordEnd > from ? recordEnd : lineEnd;
      const end = rest === "kept" || (rest === "cut" && whole === from) ? at : whole;
      await piece.truncate(this.#header.length + end - from);
      return end;
    } finally {
      await piece.close();
    }
  }
}

/** Bytes up to and with the last line feed outside of quotes, and the last of any; 0 where there is none. */
function endsWithin(block: Buffer, quotedBefore: boolean): { record: number; line: number; quoted: boolean } {
  const quotedAfter = (countQuotes(block) % 2 === 1) !== quotedBefore;
  const line = block.lastIndexOf(NEWLINE) + 1;
  let quoted = quotedAfter;
  let end = block.length;
  while (end > 0) {
    const newline = block.lastIndexOf(NEWLINE, end - 1);
    if (newline < 0) break;
    if (countQuotes(block.subarray(newline, end)) % 2 === 1) quoted = !quoted;
    if (!quoted) return { record: newline + 1, line, quoted: quotedAfter };
    end = newline;
  }
  return { record: 0, line, quoted: quotedAfter };
}

function countQuotes(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(QUOTE); at >= 0; at = block.indexOf(QUOTE, at + 1)) count++;
  return count;
}
