/** A store -> whether a dossier is as it was written, the root over it, and proofs that lead to a published root. */
import { consistencyProof, inclusionProof, rootOf } from "./ledger/merkle.js";
import { ReadoutError } from "./model/problem.js";
import type { ConsistencyProof, InclusionProof, TreeHead } from "./model/proof.js";
import { type Person, requireRight } from "./model/rights.js";
import type { Store } from "./store/open-store.js";
import { hashesOf, keptEvents } from "./store/read-events.js";
import { type Verified, verifyDossier } from "./store/verify-dossier.js";

export interface Verdict extends Verified {
  dossier: string;
  /** True when nothing is broken and, where a published root was given, the chain grew from it. */
  holds: boolean;
  /** Whether the published root still fits; null where none was given. */
  published: boolean | null;
  /** Keys that signed events and are not this installation's. */
  otherKeys: string[];
}

/** Every event, signature, quote and record; and, with a root published before, that nothing under it was rewritten. */
export async function verifyLedger(
  store: Store,
  person: Person,
  dossier: string,
  published?: Pick<TreeHead, "size" | "root"> | undefined,
): Promise<Verdict> {
  requireRight(person, "read");
  const verified = await store.database.transaction((within) => verifyDossier(within, dossier), "reading");
  const fits = published ? await stillFits(store, dossier, published) : null;
  const otherKeys = Object.keys(verified.signedBy).filter((key) => key !== store.key.id);
  return { dossier, holds: verified.firstBreak === null && fits !== false, published: fits, otherKeys, ...verified };
}

/** The signed root over the first `size` events, or all: what is published for others to check against. */
export async function treeHead(store: Store, person: Person, dossier: string, size?: number): Promise<TreeHead> {
  requireRight(person, "read");
  return headOver(store, dossier, await upTo(store, dossier, size));
}

/** Throws ReadoutError `event-unknown`. */
export async function proveInclusion(
  store: Store,
  person: Person,
  dossier: string,
  seq: number,
  size?: number,
): Promise<InclusionProof> {
  requireRight(person, "read");
  const hashes = await upTo(store, dossier, size);
  if (!(seq >= 1 && seq <= hashes.length)) throw eventUnknown(seq, hashes.length);
  const head = await headOver(store, dossier, hashes);
  const { text: event, seal } = await eventAt(store, dossier, seq);
  return { proves: "inclusion", seq, event, seal, path: inclusionProof(hashes, seq - 1), head };
}

/** That the tree of `size` events is the beginning of the present one. */
export async function proveConsistency(
  store: Store,
  person: Person,
  dossier: string,
  size: number,
): Promise<ConsistencyProof> {
  requireRight(person, "read");
  const hashes = await upTo(store, dossier, undefined);
  if (!(size >= 1 && size <= hashes.length)) throw eventUnknown(size, hashes.length);
  const head = await headOver(store, dossier, hashes);
  return {
    proves: "consistency",
    size,
    root: rootOf(hashes.slice(0, size)),
    path: consistencyProof(hashes, size),
    head,
  };
}

async function upTo(store: Store, dossier: string, size: number | undefined): Promise<string[]> {
  const hashes = await hashesOf(store.database, dossier, size);
  if (size !== undefined && hashes.length < size) throw eventUnknown(size, hashes.length);
  return hashes;
}

async function headOver(store: Store, dossier: string, hashes: readonly string[]): Promise<TreeHead> {
  const [size, root] = [hashes.length, rootOf(hashes)];
  const { text } = await eventAt(store, dossier, size);
  const { at } = JSON.parse(text) as { at: string };
  const { id: key, publicKey, sign } = store.key;
  return { dossier, size, root, at, key, publicKey, signature: sign(`readout tree ${dossier} ${size} ${root} ${at}`) };
}

async function eventAt(store: Store, dossier: string, seq: number) {
  for await (const event of keptEvents(store.database, dossier, { after: seq - 1, upTo: seq })) return event;
  throw eventUnknown(seq, seq - 1);
}

async function stillFits(
  store: Store,
  dossier: string,
  { size, root }: Pick<TreeHead, "size" | "root">,
): Promise<boolean> {
  const hashes = await hashesOf(store.database, dossier, size);
  return hashes.length === size && rootOf(hashes) === root;
}

function eventUnknown(seq: number, last: number): ReadoutError {
  return new ReadoutError(
    "event-unknown",
    `there is no event ${seq}: the dossier has ${last}. See readout ledger history.`,
    2,
  );
}
