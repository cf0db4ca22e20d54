/** What an outsider needs to check a ledger: a published root, and proofs that lead to it. */
import { z } from "zod";
import { LedgerId } from "./commitment.js";
import { Seal } from "./ledger-event.js";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Root of the Merkle tree (RFC 9162) over the hashes of a dossier's first `size` events, signed. */
export const TreeHead = z.object({
  dossier: LedgerId,
  size: z.int().min(1),
  root: Sha256,
  /** When the last of the events was written down. */
  at: z.iso.datetime(),
  key: z.string(),
  /** SubjectPublicKeyInfo, DER in base64. */
  publicKey: z.string(),
  /** Ed25519 over `readout tree DOSSIER SIZE ROOT AT`, base64. */
  signature: z.string(),
});
export type TreeHead = z.infer<typeof TreeHead>;

/** That an event is one of the first `head.size`. `event` is the text whose SHA-256 is `seal.hash`. */
export const InclusionProof = z.object({
  proves: z.literal("inclusion"),
  seq: z.int().min(1),
  event: z.string(),
  seal: Seal,
  path: z.array(Sha256),
  head: TreeHead,
});
export type InclusionProof = z.infer<typeof InclusionProof>;

/** That the first `size` events, whose root was `root`, are unchanged the beginning of `head`'s. */
export const ConsistencyProof = z.object({
  proves: z.literal("consistency"),
  size: z.int().min(1),
  root: Sha256,
  path: z.array(Sha256),
  head: TreeHead,
});
export type ConsistencyProof = z.infer<typeof ConsistencyProof>;
