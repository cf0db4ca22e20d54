/** A folder's `dossier.yaml`: texts of one contact, where they come from, and an editor's words for the page about them. */
import { z } from "zod";
import { When } from "./agreement.js";
import { LedgerId } from "./commitment.js";
import { Edition, Picture } from "./explainer.js";

/** Name of a file beside the YAML. */
const FileName = z.string().regex(/^[\w-][\w.-]*$/);

export const DossierFile = z
  .object({
    id: LedgerId,
    headline: Edition.shape.headline.default(null),
    standfirst: Edition.shape.standfirst.default(null),
    byline: Edition.shape.byline.default(null),
    agencies: Edition.shape.agencies.default([]),
    zone: Edition.shape.zone.default("UTC"),
    words: Edition.shape.words.default({}),
    documents: z
      .array(
        z
          .object({
            id: LedgerId,
            file: FileName,
            url: z
              .url({ protocol: /^https?$/ })
              .nullable()
              .default(null),
            digest: z.boolean().default(false),
            /** Whether it is by somebody who was not on the line; the texts tell where it is left out. */
            other: z.boolean().nullable().default(null),
            /** What the publisher had there before, the oldest first: each change is a silent edit. */
            earlier: z
              .array(z.object({ file: FileName, taken: When.optional() }).strict())
              .max(20)
              .default([]),
          })
          .strict(),
      )
      .min(1)
      .max(50),
    /** Ids of catalogued agreements that came of the contact. */
    agreements: z.array(LedgerId).max(20).default([]),
    picture: Picture.omit({ url: true }).extend({ file: FileName }).strict().nullable().default(null),
    /** Reports that `readout watch --json` wrote, one an agreement. */
    watch: z.array(FileName).max(20).default([]),
    /** A registry of `readout forecast`. */
    forecasts: FileName.nullable().default(null),
  })
  .strict();
export type DossierFile = z.infer<typeof DossierFile>;
