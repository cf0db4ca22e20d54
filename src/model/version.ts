/** One fetched version of what an address holds, as the archive lists it; its bytes and its text are kept by their hashes. */
import { z } from "zod";
import { PartialDate } from "./document.js";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Version = z.object({
  /** The address that was asked for, in its normal form. */
  address: z.string(),
  /** The address that answered, after redirects. */
  answeredBy: z.string(),
  /** UTC instant of the answer. */
  fetchedAt: z.iso.datetime(),
  /** HTTP status. */
  status: z.int(),
  /** Names in lower case; those of the answer that came. */
  headers: z.record(z.string(), z.string()),
  /** Of the decompressed bytes, as `Document.sha256`. */
  sha256: Sha256,
  /** Their number. */
  size: z.int().min(0),
  /** Of the clean text (UTF-8); null where no text could be taken out of the bytes. Equal texts are one text. */
  textSha256: Sha256.nullable(),
  /** Why there is no text: the code of the problem. */
  refusal: z.string().nullable(),
  /** Id of the catalogue's entry of the publisher. */
  publisherId: z.string().nullable(),
  title: z.string().nullable(),
  published: PartialDate.nullable(),
});
export type Version = z.infer<typeof Version>;

/** A look at the address that found nothing new: its bytes were those of the version before. */
export const Seen = z.object({ seenAt: z.iso.datetime() });
export type Seen = z.infer<typeof Seen>;
