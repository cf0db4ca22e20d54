/** A folder's `dossier.yaml`: texts of one contact, where they come from, and an editor's words for the page about them. */
import { z } from "zod";
import { LedgerId } from "./commitment.js";
import { Edition } from "./explainer.js";

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
            /** Name of a file beside the YAML. */
            file: z.string().regex(/^[\w-][\w.-]*$/),
            url: z
              .url({ protocol: /^https?$/ })
              .nullable()
              .default(null),
            digest: z.boolean().default(false),
          })
          .strict(),
      )
      .min(1)
      .max(50),
    /** Ids of catalogued agreements that came of the contact. */
    agreements: z.array(LedgerId).max(20).default([]),
  })
  .strict();
export type DossierFile = z.infer<typeof DossierFile>;
