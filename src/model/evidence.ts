/** What a statement in the ledger stands on: exact words of a text in the dossier's archive. */
import { z } from "zod";
import { Quote } from "./span.js";

/** `text.slice(start, end) === quote` for the archived text of `document`, in the version whose text has `textSha256`. */
export const Evidence = Quote.extend({
  quote: z.string().min(1).max(1000),
  document: z.string().min(1).max(120),
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
}).strict();
export type Evidence = z.infer<typeof Evidence>;
