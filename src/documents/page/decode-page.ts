/** A page's bytes and the Content-Type that came with them -> its characters, or a refusal where no encoding fits. */
import { analyse } from "chardet";
import { type Problem, ReadoutError } from "../../model/problem.js";

export interface DecodedPage {
  html: string;
  /** WHATWG name of the encoding. */
  charset: string;
  problems: Omit<Problem, "document">[];
}

/** Where a page names its encoding it does so within its first kilobyte (HTML standard); some need more. */
const PRESCAN_BYTES = 4096;
/** Under this confidence (0 to 100) a guess is no more than one. */
const SURE = 40;
/** For runs of high bytes alone, which are no western language anyhow. */
const SURE_OF_RUNS = 20;
/** Share of high bytes in words of their own, from which on a page is not in a western language. */
const MOSTLY = 0.6;
const FEWEST_RUN_BYTES = 20;

/**
 * In this order: byte-order mark, UTF-8 where the bytes are, the field and the page's own label where the bytes bear
 * them out, a guess from the bytes. Throws ReadoutError `page-charset` where none fits.
 */
export async function decodePage(
  bytes: Uint8Array,
  source: string,
  contentType: string | undefined,
): Promise<DecodedPage> {
  const marked = byteOrderMark(bytes);
  if (marked) return { html: decode(bytes, marked)!, charset: marked, problems: [] };
  const label = labelOf(bytes, contentType);
  const utf8 = decode(bytes, "utf-8", true);
  const isAscii = utf8 !== null && utf8.length === bytes.length;
  if (utf8 !== null) {
    const wrong = label !== null && label !== "utf-8" && !isAscii;
    return { html: utf8, charset: "utf-8", problems: wrong ? [mislabelled(source, label, "utf-8")] : [] };
  }
  if (label !== null && label !== "utf-8" && looksSound(decode(bytes, label))) {
    const guess = foreignGuess(label, bytes);
    if (guess === null) return { html: decode(bytes, label)!, charset: label, problems: [] };
    return { html: decode(bytes, guess)!, charset: guess, problems: [mislabelled(source, label, guess)] };
  }
  const guess = guessFor(bytes);
  if (guess === null) throw undecodable(source, label);
  return {
    html: decode(bytes, guess)!,
    charset: guess,
    problems: label === null ? [] : [mislabelled(source, label, guess)],
  };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0xff && b === 0xfe ? "utf-16le" : null;
}

/** Of the server's field, else of the page; null where neither names an encoding that exists. */
function labelOf(bytes: Uint8Array, contentType: string | undefined): string | null {
  const head = Buffer.from(bytes.subarray(0, PRESCAN_BYTES)).toString("latin1");
  const field = /charset\s*=\s*["']?\s*([\w:.-]+)/i;
  const found =
    contentType?.match(field)?.[1] ??
    head.match(/<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i)?.[1] ??
    head.match(/^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i)?.[1];
  return found === undefined ? null : nameOf(found);
}

function nameOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null; // No encoding of that name: the page is as good as unlabelled.
  }
}

/** Null where `fatal` and the bytes are not of the encoding. A leading byte-order mark is dropped. */
function decode(bytes: Uint8Array, charset: string, fatal = false): string | null {
  try {
    const decoder = new TextDecoder(charset, { fatal });
    // In one piece Node 20 reads windows-1252 as Latin-1 and makes control characters of quotation marks.
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return null; // Asked whether the bytes are of this encoding; they are not.
  }
}

function looksSound(text: string | null): boolean {
  return text !== null && !/[\ufffd\u0080-\u009f]/.test(text);
}

/** A legacy encoding that the bytes fit well; only those that leave no replaced character are taken. */
function guessFor(bytes: Uint8Array, sure = SURE): string | null {
  for (const { name, confidence } of analyse(bytes)) {
    const charset = nameOf(name);
    if (charset === null || confidence < sure || /^utf-(?:8|16|32)/.test(charset)) continue;
    if (looksSound(decode(bytes, charset))) return charset;
  }
  return null;
}

/**
 * Another script under a western label: accents stand alone between plain letters, while words of another script are
 * runs of high bytes. Two western labels hardly differ, and the page's own is taken.
 */
function foreignGuess(label: string, bytes: Uint8Array): string | null {
  if (!/^(?:windows-125[0247]|iso-8859-(?:1|2|9|15))$/.test(label)) return null;
  const { runs, share } = highRuns(bytes);
  return share > MOSTLY && runs.length > FEWEST_RUN_BYTES ? guessFor(runs, SURE_OF_RUNS) : null;
}

/** The runs of three high bytes and more, with blanks between, and their share of all high bytes. */
function highRuns(bytes: Uint8Array): { runs: Uint8Array; share: number } {
  const words =
    Buffer.from(bytes)
      .toString("latin1")
      .match(/[\u0080-\u00ff]+/g) ?? [];
  const long = words.filter((word) => word.length >= 3);
  const sum = (all: readonly string[]) => all.reduce((total, word) => total + word.length, 0);
  return { runs: Buffer.from(long.join(" "), "latin1"), share: sum(long) / Math.max(1, sum(words)) };
}

function mislabelled(source: string, label: string, charset: string): Omit<Problem, "document"> {
  const message = `${source}: is labelled ${label}, but its bytes are ${charset}; read as that. Check the names in the quotes.`;
  return { level: "error", stage: "documents", code: "page-mislabelled", message };
}

function undecodable(source: string, label: string | null): ReadoutError {
  const what =
    label === null
      ? "names no encoding, and none fits its bytes"
      : `is labelled ${label}, but its bytes are not, and no other encoding fits them`;
  return new ReadoutError("page-charset", `${source}: ${what}. Save its text as UTF-8 and give that.`);
}
