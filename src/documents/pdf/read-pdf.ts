/** A PDF's bytes -> its text, mapped to the text layer; a scan, a locked or a hostile file is one refusal. */
import { getDocumentProxy } from "unpdf";
import { ReadoutError } from "../../model/problem.js";
import { TextBuilder } from "../../text/source-map.js";
import { type Extract, NOTHING_TOLD } from "../extract.js";
import { joinLines } from "./join-lines.js";
import { linesOf, type PdfPiece } from "./pdf-lines.js";
import { unfoldsBeyond } from "./unfolded-size.js";

const MOST_PAGES = 200;
const MOST_UNFOLDED_BYTES = 100_000_000;
const MOST_CHARACTERS = 5_000_000;
const LONGEST_MILLISECONDS = 20_000;
/** What pdf.js leaves behind comes within a turn or two of the loop. */
const STRAY_MILLISECONDS = 50;

/** Fewer letters on all pages together are a stamp on a picture, not a text. */
const FEWEST_LETTERS = 20;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

interface Layer {
  pieces: PdfPiece[];
  /** Where each page begins in the layer: all pieces in order, a line feed after each line and page. */
  pages: number[];
  heights: number[];
}

/** Throws ReadoutError `pdf-broken`, `pdf-locked`, `pdf-scanned`, `pdf-too-large` or `pdf-slow`. */
export async function readPdf(bytes: Uint8Array, source: string): Promise<Extract> {
  if (unfoldsBeyond(bytes, MOST_UNFOLDED_BYTES))
    throw tooLarge(source, `unfolds to more than ${MOST_UNFOLDED_BYTES / 1e6} MB`);
  const stopListening = listenForStray();
  const pdf = await open(bytes, source).catch((error: unknown) => {
    stopListening();
    throw error;
  });
  try {
    if (pdf.numPages > MOST_PAGES) throw tooLarge(source, `has ${pdf.numPages} pages, more than ${MOST_PAGES}`);
    const { pieces, pages, heights } = await readLayer(pdf, source);
    const into = new TextBuilder();
    joinLines(linesOf(pieces, heights), into);
    if ((into.text.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) throw scanned(source);
    const told = { ...NOTHING_TOLD, language: await languageOf(pdf) };
    return { format: "pdf", text: into.text, charset: "utf-8", map: into.map, pages, told, problems: [] };
  } finally {
    await pdf.destroy();
    stopListening();
  }
}

/** PDFs that are being read, or were a moment ago. */
let readings = 0;

/**
 * On some damaged files pdf.js leaves promises rejected that nobody waits for, which would end the process. They are
 * taken note of here for as long as it works, and those of anybody else go on to end it.
 */
function listenForStray(): () => void {
  readings++;
  if (readings === 1) process.on("unhandledRejection", passOver);
  const stop = () => {
    readings--;
    if (readings === 0) process.off("unhandledRejection", passOver);
  };
  return () => void setTimeout(stop, STRAY_MILLISECONDS).unref();
}

function passOver(reason: unknown): void {
  if (!(reason instanceof Error && /pdfjs/.test(reason.stack ?? ""))) throw reason;
}

async function open(bytes: Uint8Array, source: string): Promise<Pdf> {
  try {
    // The reader takes the bytes away from whoever gave them, so it gets its own.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
      disableFontFace: true,
      useSystemFonts: false,
    });
  } catch (error) {
    if ((error as Error).name === "PasswordException")
      throw new ReadoutError(
        "pdf-locked",
        `${source}: the PDF is locked with a password. Save it without one and give that.`,
        1,
        error,
      );
    throw broken(source, error);
  }
}

async function readLayer(pdf: Pdf, source: string): Promise<Layer> {
  const layer: Layer = { pieces: [], pages: [], heights: [] };
  const began = performance.now();
  let at = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    if (performance.now() - began > LONGEST_MILLISECONDS)
      throw new ReadoutError(
        "pdf-slow",
        `${source}: the PDF takes longer than ${LONGEST_MILLISECONDS / 1000} s to read. Save its text and give that.`,
      );
    layer.pages.push(at);
    const page = await pdf.getPage(number).catch((error: unknown) => {
      throw broken(source, error);
    });
    layer.heights.push(page.view[3]! - page.view[1]!);
    const { items } = await page.getTextContent().catch((error: unknown) => {
      throw broken(source, error);
    });
    for (const item of items) {
      if (!("str" in item)) continue;
      const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      layer.pieces.push({ words: item.str, at, page: number - 1, x, y, width: item.width, size: Math.hypot(c, d) });
      at += item.str.length + (item.hasEOL ? 1 : 0);
      if (at > MOST_CHARACTERS) throw tooLarge(source, `holds more than ${MOST_CHARACTERS} characters`);
    }
    at++;
    page.cleanup();
  }
  return layer;
}

async function languageOf(pdf: Pdf): Promise<string | null> {
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: { Language?: unknown } };
  return typeof info.Language === "string" ? (info.Language.match(/^[a-z]{2,3}/i)?.[0].toLowerCase() ?? null) : null;
}

function broken(source: string, cause: unknown): ReadoutError {
  return new ReadoutError(
    "pdf-broken",
    `${source}: the PDF is damaged and cannot be read. Get it again, or save its text and give that.`,
    1,
    cause,
  );
}

function scanned(source: string): ReadoutError {
  return new ReadoutError(
    "pdf-scanned",
    `${source}: the PDF holds pictures of pages and no text. Have its text recognised (OCR), or type it, and give that.`,
  );
}

function tooLarge(source: string, what: string): ReadoutError {
  return new ReadoutError("pdf-too-large", `${source}: the PDF ${what}. Save the part you want and give that.`);
}
