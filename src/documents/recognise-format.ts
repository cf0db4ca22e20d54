/** Bytes, where they came from and what the server called them -> the format they are read as. */
import type { Format } from "../model/document.js";

const HTML_START = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** What the bytes begin with decides, then the server, then the name's ending. */
export function recogniseFormat(bytes: Uint8Array, source: string, contentType: string | undefined): Format {
  const start = Buffer.from(bytes.subarray(0, 4096))
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "");
  if (/^[\s\u0000]{0,20}%PDF-/.test(start)) return "pdf";
  if (HTML_START.test(start)) return "html";
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "text/html" || type === "application/xhtml+xml") return "html";
  if (type === "" && /\.(?:x?html?)$/i.test(source)) return "html";
  return type === "text/markdown" || /\.(?:md|markdown)$/i.test(source) ? "markdown" : "text";
}
