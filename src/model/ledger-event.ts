/** The events of a dossier, each never altered: what happened, when, who wrote it down, and the seal on it. */
import { z } from "zod";
import { When } from "./agreement.js";
import { Commitment, LedgerId } from "./commitment.js";
import { Evidence } from "./evidence.js";
import { Count, Implementation, LaterWord, Status } from "./status.js";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a dossier keeps beside its ledger. */
export const RecordKind = z.enum([
  "document",
  "act",
  "comparison",
  "agreement",
  "incident",
  "finding",
  "forecast",
  "weighing",
  "later-word",
  "edition",
]);
export type RecordKind = z.infer<typeof RecordKind>;

const RecordId = z.string().min(1).max(120);

const DossierOpened = z.object({
  type: z.literal("dossier-opened"),
  title: z.string().min(1).max(300),
  /** Id of the watchlist of the conflict. */
  conflict: LedgerId.nullable(),
  /** True where what an engine found is published without an editor having read it. */
  publishesUnread: z.boolean(),
});
const DossierChanged = DossierOpened.omit({ type: true })
  .partial()
  .extend({ type: z.literal("dossier-changed") });
const RecordAdded = z.object({
  type: z.literal("record-added"),
  kind: RecordKind,
  id: RecordId,
  /** SHA-256 of the record's canonical JSON, and of its archived text where it has one. */
  sha256: Sha256,
  textSha256: Sha256.nullable(),
  /** The engine that found it; null where a person put it there. What an engine found waits for review. */
  engine: z.string().max(80).nullable(),
  /** True where an earlier version under this id had other content: a silent edit when the source did not say so. */
  revises: z.boolean(),
});
const RecordReviewed = z.object({
  type: z.literal("record-reviewed"),
  kind: RecordKind,
  id: RecordId,
  /** `waiting` puts it back into the queue. */
  decision: z.enum(["published", "rejected", "waiting"]),
  note: z.string().max(2000).nullable(),
});
const CommitmentRecorded = z.object({ type: z.literal("commitment-recorded"), commitment: Commitment });
const CommitmentAmended = z.object({
  type: z.literal("commitment-amended"),
  commitment: Commitment,
  because: z.string().min(1).max(2000),
});
const StatusChanged = z.object({
  type: z.literal("status-changed"),
  commitment: LedgerId,
  /** Who says so: the id of an actor or of another source. */
  source: z.string().min(1).max(120),
  status: Status,
  implementation: Implementation.nullable(),
  count: Count.nullable(),
  evidence: Evidence,
  note: z.string().max(2000).nullable(),
});
const WordRecorded = z.object({
  type: z.literal("word-recorded"),
  commitment: LedgerId,
  by: z.string().min(1).max(120),
  word: LaterWord,
  act: z.string().max(120).nullable(),
  evidence: Evidence,
});

/** What happened. */
export const Happening = z.discriminatedUnion("type", [
  DossierOpened.strict(),
  DossierChanged.strict(),
  RecordAdded.strict(),
  RecordReviewed.strict(),
  CommitmentRecorded.strict(),
  CommitmentAmended.strict(),
  StatusChanged.strict(),
  WordRecorded.strict(),
]);
export type Happening = z.infer<typeof Happening>;

/** A happening as somebody writes it down: `on` is when it took effect, a day or an instant. */
export const EventDraft = z
  .object({
    on: When.refine((when) => when.length >= 10, "needs a day, as in 2025-03-18"),
    author: z.string().min(1).max(120),
    what: Happening,
  })
  .strict();
export type EventDraft = z.infer<typeof EventDraft>;

/** A draft as it stands in the chain. `at` is when it was written down; `previous` the hash of the event before. */
export const LedgerEvent = EventDraft.extend({
  dossier: LedgerId,
  /** 1 for the first; the number of events up to here. */
  seq: z.int().min(1),
  at: z.iso.datetime(),
  /** 64 zeros for the first. */
  previous: Sha256,
}).strict();
export type LedgerEvent = z.infer<typeof LedgerEvent>;

/** The hash of an event's canonical JSON, and an installation's Ed25519 signature (base64) on it. */
export const Seal = z.object({ hash: Sha256, key: z.string().max(80), signature: z.string().max(120) }).strict();
export type Seal = z.infer<typeof Seal>;

export const SealedEvent = z.object({ event: LedgerEvent, seal: Seal }).strict();
export type SealedEvent = z.infer<typeof SealedEvent>;
