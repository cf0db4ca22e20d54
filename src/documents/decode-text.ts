/** A source's bytes -> its text, or one clear refusal: too large, empty, not UTF-8, or no text at all. */
import { ReadoutError } from "../model/problem.js";
import { LARGEST_SOURCE_BYTES, tooLarge } from "../model/source-size.js";

const FILE_STARTS: readonly [start: string, kind: string][] = [
  ["%PDF", "a PDF"],
  ["PK\u0003\u0004", "a Word file or other archive"],
  ["\u00d0\u00cf\u0011\u00e0", "an Office file"],
  ["{\\rtf", "a rich-text file"],
];

/**
 * UTF-8 as it stands, a leading byte-order mark dropped, so that offsets are offsets into the file.
 * Throws ReadoutError `source-too-large`, `source-empty`, `source-not-text`, `source-not-utf8`.
 */
export function decodeText(bytes: Uint8Array, source: string): string {
  if (bytes.length > LARGEST_SOURCE_BYTES) throw tooLarge(source, bytes.length);
  refuseOtherFormats(bytes, source);
  const text = decodeUtf8(bytes, source);
  if (text.trim() === "")
    throw new ReadoutError("source-empty", `${source}: holds no text. Give a file with words in it.`);
  if (/^\s*(<!doctype html|<html)/i.test(text)) {
    throw new ReadoutError(
      "source-not-text",
      `${source}: is a web page. Save its text as a .txt or .md file and read that.`,
    );
  }
  return text;
}

function refuseOtherFormats(bytes: Uint8Array, source: string): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
    throw new ReadoutError("source-not-utf8", `${source}: is UTF-16 text. Save it as UTF-8 and read it again.`);
  }
  const kind = FILE_STARTS.find(([mark]) => start.startsWith(mark))?.[1];
  if (kind)
    throw new ReadoutError(
      "source-not-text",
      `${source}: is ${kind}. Save its text as a .txt or .md file and read that.`,
    );
  if (isBinary(bytes))
    throw new ReadoutError("source-not-text", `${source}: is binary data, not text. Give a .txt or .md file.`);
}

/** A zero byte anywhere, or one byte in ten a control: no text has either. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  }
  return controls > bytes.length / 10;
}

/** Bytes that are not UTF-8 are refused: a quote with a replaced character would not be exact. */
function decodeUtf8(bytes: Uint8Array, source: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const line = lineOfFirstBadByte(bytes);
    const message = `${source}: is not valid UTF-8 (first bad byte on line ${line}). Save it as UTF-8, then read it again.`;
    throw new ReadoutError("source-not-utf8", message, 1, cause);
  }
}

function lineOfFirstBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) {
    const before = Buffer.byteLength(text.slice(0, at));
    if (bytes[before] !== 0xef || bytes[before + 1] !== 0xbf || bytes[before + 2] !== 0xbd)
      return text.slice(0, at).split("\n").length;
  }
  return text.split("\n").length;
}
