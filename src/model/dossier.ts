/** A dossier: all that is kept on one conflict or contact, as of a date. */
import { z } from "zod";
import { When } from "./agreement.js";
import { Commitment, LedgerId } from "./commitment.js";
import { Evidence } from "./evidence.js";
import { RecordKind } from "./ledger-event.js";
import { Count, Implementation, LaterWord, OverallStatus, Status } from "./status.js";

/** What one source says of a commitment, and since when. `seq` is the event that said it. */
export const SourceStatus = z.object({
  status: Status,
  implementation: Implementation.nullable(),
  count: Count.nullable(),
  since: When,
  seq: z.int(),
  author: z.string(),
  evidence: Evidence,
  note: z.string().nullable(),
});
export type SourceStatus = z.infer<typeof SourceStatus>;

export const SpokenWord = z.object({
  word: LaterWord,
  on: When,
  seq: z.int(),
  act: z.string().nullable(),
  evidence: Evidence,
});
export type SpokenWord = z.infer<typeof SpokenWord>;

/** A commitment with where it stands: by source, and all together. */
export const CommitmentState = z.object({
  commitment: Commitment,
  status: OverallStatus,
  sources: z.record(z.string(), SourceStatus),
  /** The last word of each party. */
  words: z.record(z.string(), SpokenWord),
  /** Bound parties of which neither the commitment nor their own word (a status) says that they agreed. */
  boundWithoutConsent: z.array(z.string()),
  recordedOn: When,
  /** The last event that touched it: what an edit is based on. */
  seq: z.int(),
});
export type CommitmentState = z.infer<typeof CommitmentState>;

/** The replay of a dossier's events. */
export const DossierState = z.object({
  id: LedgerId,
  title: z.string(),
  conflict: LedgerId.nullable(),
  publishesUnread: z.boolean(),
  commitments: z.record(LedgerId, CommitmentState),
});
export type DossierState = z.infer<typeof DossierState>;

/** Where a record stands with the editors; `published` from the start where a person put it there. */
export const ReviewState = z.enum(["waiting", "published", "rejected"]);
export type ReviewState = z.infer<typeof ReviewState>;

/** What a dossier keeps beside its ledger; `body` has the schema of its kind, a document's without the text. */
export const DossierRecord = z.object({
  kind: RecordKind,
  id: z.string(),
  seq: z.int(),
  on: When,
  engine: z.string().nullable(),
  review: ReviewState,
  sha256: z.string(),
  textSha256: z.string().nullable(),
  body: z.unknown(),
});
export type DossierRecord = z.infer<typeof DossierRecord>;

/** One line of the list of dossiers. */
export const DossierEntry = z.object({
  id: LedgerId,
  title: z.string(),
  conflict: LedgerId.nullable(),
  /** Number of events, and when the first and last were written down. */
  events: z.int(),
  opened: z.iso.datetime(),
  changed: z.iso.datetime(),
});
export type DossierEntry = z.infer<typeof DossierEntry>;
