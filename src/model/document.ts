/** A text as it was published: immutable, with who published it, when and for whom it speaks. */
import { z } from "zod";

/** Kinds of text (contract). A joint statement speaks for several parties, a report for none. */
export const Genre = z.enum(["readout", "joint-statement", "transcript", "briefing", "statement", "post", "report"]);
export type Genre = z.infer<typeof Genre>;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: a date that carries its precision. */
export const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

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
});
export type Document = z.infer<typeof Document>;
