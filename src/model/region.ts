/** First-level regions: ids by ISO 3166-2, the names that feeds write, and what is disputed about them. */
import { z } from "zod";

export const Region = z
  .object({
    id: z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/),
    name: z.string().max(120),
    /** ISO 3166-1 alpha-3 of the state under whose code ISO 3166-2 lists it. */
    country: z.string().regex(/^[A-Z]{3}$/),
    names: z.array(z.string().max(120)).max(20).default([]),
    /** Who claims it and who holds it, where that is disputed. */
    disputed: z
      .object({ claimedBy: z.array(z.string().max(80)).min(2), heldBy: z.string().max(400), note: z.string().max(600) })
      .strict()
      .optional(),
  })
  .strict();
export type Region = z.infer<typeof Region>;
