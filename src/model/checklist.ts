/** A question that the drafting handbooks ask of an agreement's text: a catalogue entry. */
import { z } from "zod";

export const ChecklistEntry = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    /** The rule that answers it. */
    asks: z.enum(["joint-text", "written", "scope", "area", "start", "duration", "monitor", "sanctions", "consent"]),
    question: z.string(),
    why: z.string(),
    /** The handbook. */
    after: z.string(),
  })
  .strict();
export type ChecklistEntry = z.infer<typeof ChecklistEntry>;
