/** Half-open stretches of a text, in UTF-16 code units, and quotes that slice exactly to them. */
import { z } from "zod";

/** `text.slice(start, end)`; code units, `0 <= start <= end`. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof Span>;

/** A span with its words: `text.slice(start, end) === quote` for the text it was found in. */
export const Quote = Span.extend({ quote: z.string() });
export type Quote = z.infer<typeof Quote>;
