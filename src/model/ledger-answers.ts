/** The commands that keep dossiers -> the schema of what each prints with `--json` (contract). */
import { z } from "zod";
import { When } from "./agreement.js";
import { AlertKind, Channel } from "./alert.js";
import { LedgerId } from "./commitment.js";
import { Deadline, DueCommitment } from "./deadline.js";
import { CommitmentState, DossierEntry, DossierRecord, DossierState } from "./dossier.js";
import { RecordKind, SealedEvent } from "./ledger-event.js";
import { ConsistencyProof, InclusionProof, TreeHead } from "./proof.js";
import { Right, Role } from "./rights.js";

const Instant = z.iso.datetime();
const Written = z.object({ events: z.array(SealedEvent) });
const User = z.object({ name: z.string(), role: Role, disabled: z.boolean(), created: Instant });

const Verdict = z.object({
  dossier: LedgerId,
  holds: z.boolean(),
  events: z.int(),
  records: z.int(),
  quotes: z.int(),
  signedBy: z.record(z.string(), z.int()),
  otherKeys: z.array(z.string()),
  published: z.boolean().nullable(),
  firstBreak: z.object({ seq: z.int(), why: z.string() }).nullable(),
});

const Subscription = z.object({
  id: z.string(),
  dossier: LedgerId,
  channel: Channel,
  target: z.string(),
  kinds: z.array(AlertKind),
  created: Instant,
});

const Token = z.object({
  id: z.string(),
  user: z.string(),
  title: z.string(),
  scopes: z.array(Right),
  created: Instant,
  expires: Instant.nullable(),
  revoked: Instant.nullable(),
});

const Read = z.object({
  at: Instant,
  name: z.string(),
  action: z.string(),
  dossier: z.string().nullable(),
  subject: z.string().nullable(),
});

const File = z.object({ file: z.string() });

/** By command and verb. */
export const LEDGER_ANSWERS = {
  "dossier new": z.object({
    id: LedgerId,
    title: z.string(),
    conflict: LedgerId.nullable(),
    publishesUnread: z.boolean(),
  }),
  "dossier add": z.object({
    dossier: LedgerId,
    added: z.array(z.object({ kind: RecordKind, id: z.string(), revises: z.boolean() })),
  }),
  "dossier put": z.object({ dossier: LedgerId, kept: z.array(z.string()) }),
  "dossier show": z.object({
    entry: DossierEntry,
    state: DossierState,
    version: z.int(),
    records: z.array(DossierRecord),
    asOf: When.nullable(),
  }),
  "dossier list": z.object({ dossiers: z.array(DossierEntry) }),
  "dossier example": z.object({ dossier: LedgerId }),
  "ledger confirm": Written,
  "ledger status": Written,
  "ledger amend": Written,
  "ledger history": Written,
  "ledger show": z.object({
    dossier: LedgerId,
    asOf: When.nullable(),
    version: z.int(),
    commitments: z.array(CommitmentState.extend({ dates: DueCommitment })),
  }),
  "ledger due": z.object({
    dossier: LedgerId,
    commitments: z.array(DueCommitment),
    deadlines: z.array(Deadline),
  }),
  "ledger verify": Verdict,
  "ledger root": TreeHead,
  "ledger prove": z.discriminatedUnion("proves", [InclusionProof, ConsistencyProof]),
  "review list": z.object({ waiting: z.array(DossierRecord.extend({ dossier: LedgerId })) }),
  "review publish": Written,
  "review reject": Written,
  "alert add": z.object({ id: z.string(), secret: z.string().optional() }),
  "alert list": z.object({ alerts: z.array(Subscription) }),
  "alert remove": z.object({ id: z.string(), removed: z.literal(true) }),
  "alert run": z.object({
    delivered: z.int(),
    failed: z.array(z.object({ id: z.string(), reason: z.string(), givenUp: z.boolean() })),
  }),
  "user add": User.extend({ password: z.string().optional() }),
  "user change": User,
  "user list": z.object({ users: z.array(User) }),
  "user audit": z.object({ reads: z.array(Read) }),
  "token add": z.object({ id: z.string(), token: z.string(), scopes: z.array(Right) }),
  "token list": z.object({ tokens: z.array(Token) }),
  "token revoke": z.object({ id: z.string(), revoked: Instant }),
  export: z.discriminatedUnion("form", [
    File.extend({ form: z.literal("jsonl"), dossiers: z.array(LedgerId), events: z.int() }),
    File.extend({ form: z.enum(["csv", "parquet", "claim-review"]), dossier: LedgerId, rows: z.int() }),
  ]),
  import: z.object({ dossiers: z.array(LedgerId), events: z.int() }),
} as const;
