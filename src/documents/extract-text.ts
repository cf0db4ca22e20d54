/** Bytes and what is known of them -> Extract: each format's reader is loaded when a source needs it. */
import { ReadoutError } from "../model/problem.js";
import { LARGEST_SOURCE_BYTES, tooLarge } from "../model/source-size.js";
import { decodeText } from "./decode-text.js";
import { type Extract, type Hints, NOTHING_TOLD } from "./extract.js";
import { recogniseFormat } from "./recognise-format.js";

/** A function of this shape may do the work elsewhere (in a thread of its own). */
export type Extractor = (bytes: Uint8Array, hints: Hints) => Promise<Extract>;

/** Throws ReadoutError `source-*`, `page-*` or `pdf-*` for what holds no text that can be read. */
export async function extractText(bytes: Uint8Array, hints: Hints): Promise<Extract> {
  if (bytes.length > LARGEST_SOURCE_BYTES) throw tooLarge(hints.source, bytes.length);
  const format = recogniseFormat(bytes, hints.source, hints.contentType);
  if (format === "html") {
    const [{ decodePage }, { readPage }] = await Promise.all([
      import("./page/decode-page.js"),
      import("./page/read-page.js"),
    ]);
    const { html, charset, problems } = await decodePage(bytes, hints.source, hints.contentType);
    const page = readPage(html, hints);
    return { format, charset, pages: null, ...page, problems: [...problems, ...page.problems] };
  }
  if (format === "pdf") {
    const { readPdf } = await import("./pdf/read-pdf.js");
    return readPdf(bytes, hints.source);
  }
  refuseOtherTypes(hints);
  const text = decodeText(bytes, hints.source);
  return { format, text, charset: "utf-8", map: null, pages: null, told: NOTHING_TOLD, problems: [] };
}

/** What a server itself calls a picture or data is no text, whatever its bytes look like. */
function refuseOtherTypes({ source, contentType }: Hints): void {
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "" || type.startsWith("text/") || /^application\/(?:octet-stream|x-download|force-download)$/.test(type))
    return;
  throw new ReadoutError(
    "source-type",
    `${source}: is ${type.slice(0, 60)}, which holds no text that is read. Give a page, a PDF or a text.`,
  );
}
