/** The hashes of a chain's events -> one root over all of them, and proofs that an outsider can check against it. */
import { createHash } from "node:crypto";

/**
 * The tree of RFC 9162 (Certificate Transparency 2.0), section 2.1, over SHA-256: a leaf is the hash of 0x00 and the
 * event's hash, a node that of 0x01 and its two children; a tree of n leaves is split at the largest power of two below n.
 */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** Root of a tree, hexadecimal; of no leaf at all the hash of nothing. */
export function rootOf(hashes: readonly string[]): string {
  return hex(root(hashes.map(leaf)));
}

/** The hashes that lead from the event at `index` (0 for the first) up to the root. */
export function inclusionProof(hashes: readonly string[], index: number): string[] {
  return path(index, hashes.map(leaf)).map(hex);
}

/** The hashes that show a tree of the first `size` events to be the beginning of the tree of all. */
export function consistencyProof(hashes: readonly string[], size: number): string[] {
  return size === 0 || size === hashes.length ? [] : subproof(size, hashes.map(leaf), true).map(hex);
}

function leaf(hash: string): Buffer {
  return digest(LEAF, Buffer.from(hash, "hex"));
}

function digest(...parts: Buffer[]): Buffer {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest();
}

function root(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return digest();
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return digest(NODE, root(leaves.slice(0, split)), root(leaves.slice(split)));
}

/** Section 2.1.3.1. */
function path(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split ? [...path(index, left), root(right)] : [...path(index - split, right), root(left)];
}

/** Section 2.1.4.1; `whole` while the old tree is a complete subtree of the new one. */
function subproof(size: number, leaves: readonly Buffer[], whole: boolean): Buffer[] {
  if (size === leaves.length) return whole ? [] : [root(leaves)];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  if (size <= split) return [...subproof(size, left, whole), root(right)];
  return [...subproof(size - split, right, false), root(left)];
}

function splitOf(count: number): number {
  return 2 ** (Math.ceil(Math.log2(count)) - 1);
}

function hex(bytes: Buffer): string {
  return bytes.toString("hex");
}
