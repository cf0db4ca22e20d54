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
  /** Where pieces are written, one over the other. */
  piecePath: string;
  pieceBytes: number;
}

const NEWLINE = 10;
const QUOTE = 34;
const LONGEST_HEADER = 1_000_000;

/**
 * Memory is one piece, whatever the file's size. Quotes are counted, so that a line feed within a quoted field ends no
 * record (RFC 4180); where quotes never close within a piece, it is cut at its last line feed and the reader tells of
 * the bad record. A piece is valid until the next is asked for.
 */
export async function* splitCsv({ file, from, piecePath, pieceBytes }: SplitOptions): AsyncGenerator<Piece> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const header = await firstRecord(handle);
    const told = header.toString("utf8");
    let at = Math.max(from, header.length);
    if (size <= header.length)
      yield { header: told, path: await writePiece(piecePath, header, Buffer.alloc(0)), end: size, last: true };
    while (at < size) {
      const block = await readAt(handle, at, Math.min(pieceBytes, size - at));
      if (block.length === 0) break;
      const last = at + block.length >= size;
      const length = last ? block.length : endOfRecords(block);
      at += length;
      yield { header: told, path: await writePiece(piecePath, header, block.subarray(0, length)), end: at, last };
    }
  } finally {
    await handle.close();
  }
}

/** The first record, with its line feed. */
async function firstRecord(handle: FileHandle): Promise<Buffer> {
  const block = await readAt(handle, 0, LONGEST_HEADER);
  let quoted = false;
  for (let at = 0; at < block.length; at++) {
    if (block[at] === QUOTE) quoted = !quoted;
    else if (block[at] === NEWLINE && !quoted) return block.subarray(0, at + 1);
  }
  return block;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const block = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(block, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return block.subarray(0, filled);
}

async function writePiece(path: string, header: Buffer, body: Buffer): Promise<string> {
  const piece = await open(path, "w");
  try {
    await piece.writev([header, body]);
  } finally {
    await piece.close();
  }
  return path;
}

/** Bytes up to and with the last line feed outside of quotes. */
export function endOfRecords(block: Buffer): number {
  let quoted = countQuotes(block) % 2 === 1;
  let end = block.length;
  for (;;) {
    const newline = block.lastIndexOf(NEWLINE, end - 1);
    if (newline < 0) return lastNewline(block);
    if (countQuotes(block.subarray(newline, end)) % 2 === 1) quoted = !quoted;
    if (!quoted) return newline + 1;
    end = newline;
    if (end === 0) return lastNewline(block);
  }
}

function lastNewline(block: Buffer): number {
  const newline = block.lastIndexOf(NEWLINE);
  return newline < 0 ? block.length : newline + 1;
}

function countQuotes(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(QUOTE); at >= 0; at = block.indexOf(QUOTE, at + 1)) count++;
  return count;
}
