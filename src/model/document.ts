/** A text as it was published: immutable, with who published it, when and for whom it speaks. */
import { z } from "zod";
import { PARTIAL_DATE } from "./date-forms.js";

/** Kinds of text (contract). A joint statement speaks for several parties, a report for none. */
export const Genre = z.enum(["readout", "joint-statement", "transcript", "briefing", "statement", "post", "report"]);
export type Genre = z.infer<typeof Genre>;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: a date that carries its precision. */
export const PartialDate = z.string().regex(PARTIAL_DATE);

/** What a text was before its words were taken out of it. */
export const Format = z.enum(["text", "markdown", "html", "pdf"]);
export type Format = z.infer<typeof Format>;

/**
 * One stretch of a document's text and what it stands for in the original: `[start, end, from, to]`, code units, in
 * order. Where both are equally long the words are the same; else the text has one character for what the original
 * writes as a reference or as white space. What lies in no run was put between (a line break between paragraphs).
 */
export const MapRun = z.tuple([z.int().min(0), z.int().min(0), z.int().min(0), z.int().min(0)]);
export type MapRun = z.infer<typeof MapRun>;

export const Image = z.object({
  address: z.string(),
  alt: z.string().nullable(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
});
export type Image = z.infer<typeof Image>;

/** How a text was published, as far as it and its page say. */
export const Provenance = z.object({
  format: Format,
  /** WHATWG name of the encoding the bytes were decoded from. */
  charset: z.string(),
  /** Id of the catalogue's entry for the publisher, null where none fits the address. */
  publisherId: z.string().nullable(),
  byline: z.string().nullable(),
  /** Display names of the news agencies that the text credits. */
  agencies: z.array(z.string()),
  /** UTC instants, null where no time of day is told. */
  publishedAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime().nullable(),
  /** The zone in which the page tells its times, as an offset ("+03:00") or an IANA name; null where it tells none. */
  zone: z.string().nullable(),
  /** The language whose version is authoritative (BCP 47): the text's own unless it is a translation; null where unknown. */
  authoritative: z.string().nullable(),
  images: z.array(Image),
  /** Null where offsets into the text are offsets into the decoded file: plain text and Markdown. */
  map: z.array(MapRun).nullable(),
  /** For PDF: where each page begins in the original, which is the text layer, page after page. */
  pages: z.array(z.int().min(0)).nullable(),
});
export type Provenance = z.infer<typeof Provenance>;

export const Document = z.object({
  id: z.string(),
  /** Where it was read from: a path, `-` or an address. */
  source: z.string(),
  /** The text that every offset points into; for plain text the file's content without a byte-order mark. */
  text: z.string(),
  sha256: z.string(),
  title: z.string().nullable(),
  /** Display name of the publisher ("Kremlin"), null when the text does not show it. */
  publisher: z.string().nullable(),
  /** Ids of the parties for which the text speaks ("RUS"). Empty for reports. */
  parties: z.array(z.string()),
  genre: Genre,
  published: PartialDate.nullable(),
  language: z.string(),
  translated: z.boolean(),
  /** False where the text is cut or an excerpt; an incomplete text is never called silent. */
  complete: z.boolean(),
  /** Absent for a document that was not read from bytes. */
  provenance: Provenance.optional(),
});
export type Document = z.infer<typeof Document>;
