/** What a source says has become of a commitment. */
import { z } from "zod";

/** `disputed` is never said by a source: it is what sources that differ add up to. A breach is not the end. */
export const Status = z.enum([
  "proposed",
  "conditional",
  "accepted",
  "in-force",
  "suspended",
  "lapsed",
  "fulfilled",
  "partly-fulfilled",
  "breached",
  "withdrawn",
  "superseded",
]);
export type Status = z.infer<typeof Status>;

/** The status of all sources together. */
export const OverallStatus = z.enum([...Status.options, "disputed", "unstated"]);
export type OverallStatus = z.infer<typeof OverallStatus>;

/** How far it is carried out: 0 not begun, 1 minimum, 2 intermediate, 3 full (Kroc, Peace Accords Matrix). */
export const Implementation = z.int().min(0).max(3);

/** What a party's later act does to a commitment. */
export const LaterWord = z.enum(["confirming", "qualifying", "denying", "withdrawing"]);
export type LaterWord = z.infer<typeof LaterWord>;

/** "120 of 175": what partly fulfilled amounts to. `of` is null where the whole is unstated. */
export const Count = z.object({ done: z.number().min(0), of: z.number().min(0).nullable() }).strict();
export type Count = z.infer<typeof Count>;
