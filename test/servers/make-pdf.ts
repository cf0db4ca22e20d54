/** Lines and where they stand -> a small PDF, written by hand, so that tests can make it as good or as bad as they need. */
import { deflateSync } from "node:zlib";

export interface PdfText {
  words: string;
  x?: number;
  y: number;
  size?: number;
}

interface PdfOptions {
  compress?: boolean;
  /** In place of a page's text: its content stream. */
  content?: (page: number) => string | Buffer;
  /** Further entries of the trailer. */
  trailer?: string;
}

/** Pages of 595 by 842 points in Helvetica, WinAnsi. */
export function makePdf(
  pages: readonly (readonly PdfText[])[],
  { compress = false, content, trailer = "" }: PdfOptions = {},
): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) => objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, "latin1"));
  add("<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>");
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(" ")}] >>`);
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (const [at, texts] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
    );
    add(stream(content ? content(at) : texts.map(show).join("\n"), compress));
  }
  return assemble(objects, trailer);
}

/** Lines of one paragraph, wrapped at so many characters, from a height on downwards. */
export function paragraph(words: string, y: number, { x = 72, size = 11, width = 84 } = {}): PdfText[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, at) => ({ words: line, x, y: y - at * size * 1.3, size }));
}

function show({ words, x = 72, y, size = 11 }: PdfText): string {
  return `BT /F1 ${size} Tf ${x} ${y.toFixed(1)} Td (${winAnsi(words).replace(/[\\()]/g, "\\$&")}) Tj ET`;
}

function winAnsi(words: string): string {
  const codes: Record<string, string> = {
    "–": "\u0096",
    "—": "\u0097",
    "‘": "\u0091",
    "’": "\u0092",
    "“": "\u0093",
    "”": "\u0094",
    "•": "\u0095",
  };
  return words.replace(/[–—‘’“”•]/g, (mark) => codes[mark]!);
}

function stream(content: string | Buffer, compress: boolean): Buffer {
  const raw = Buffer.isBuffer(content) ? content : Buffer.from(content, "latin1");
  const data = compress ? deflateSync(raw) : raw;
  const head = `<< /Length ${data.length}${compress ? " /Filter /FlateDecode" : ""} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), data, Buffer.from("\nendstream", "latin1")]);
}

function assemble(objects: readonly Buffer[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [index, body] of objects.entries()) {
    offsets.push(at);
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`, "latin1"),
      body,
      Buffer.from("\nendobj\n", "latin1"),
    ]);
    parts.push(part);
    at += part.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const tail = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(tail, "latin1")]);
}
