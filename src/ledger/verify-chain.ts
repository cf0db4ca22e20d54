/** The events of a dossier one after the other -> the first break of the chain, or its end and that all of it holds. */
import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { LedgerEvent, Seal } from "../model/ledger-event.js";
import { canonicalJson } from "../text/canonical-json.js";
import { NO_HASH, sha256, signedText } from "./seal.js";

/** An event as it is kept: the text whose bytes were hashed, and the seal beside it. */
export interface KeptEvent {
  seq: number;
  text: string;
  seal: Seal;
}

/** Where the chain breaks and why, in words for people. */
export interface Break {
  seq: number;
  why: string;
}

export interface ChainCheck {
  /** The next event -> what is wrong with it; null where it holds. After a break the rest is not to be trusted. */
  next(event: KeptEvent): Break | null;
  seq(): number;
  hash(): string;
}

/** `keys`: public keys by id, SubjectPublicKeyInfo DER in base64, from a source that the reader trusts. */
export function checkChain(dossier: string, keys: Readonly<Record<string, string>>): ChainCheck {
  let [seq, previous, at] = [0, NO_HASH, ""];
  const parsedKeys = new Map<string, KeyObject>();

  function fault({ text, seal, ...kept }: KeptEvent): string | null {
    const event = parsed(text);
    if (event === null || canonicalJson(event) !== text) return "it is no canonical JSON";
    if (event.dossier !== dossier) return `it belongs to "${event.dossier}"`;
    if (kept.seq !== seq + 1 || event.seq !== seq + 1) return `event ${seq + 1} is missing`;
    if (event.previous !== previous) return "it does not follow the event before: one of the two was altered";
    if (event.at < at) return "it was written down before the event before";
    if (sha256(text) !== seal.hash) return "it was altered: its hash is another";
    const key = keyOf(seal.key);
    if (key === null) return `its key ${seal.key} is unknown`;
    if (!verify(null, Buffer.from(signedText(seal.hash)), key, Buffer.from(seal.signature, "base64")))
      return "its signature is not that of its key";
    [seq, previous, at] = [event.seq, seal.hash, event.at];
    return null;
  }

  function keyOf(id: string): KeyObject | null {
    const encoded = Object.hasOwn(keys, id) ? keys[id]! : null;
    if (encoded === null || sha256(Buffer.from(encoded, "base64")).slice(0, 16) !== id) return null;
    const key =
      parsedKeys.get(id) ?? createPublicKey({ key: Buffer.from(encoded, "base64"), type: "spki", format: "der" });
    parsedKeys.set(id, key);
    return key;
  }

  return {
    next: (event) => {
      const why = fault(event);
      return why === null ? null : { seq: event.seq, why };
    },
    seq: () => seq,
    hash: () => previous,
  };
}

function parsed(text: string): LedgerEvent | null {
  try {
    return JSON.parse(text) as LedgerEvent;
  } catch {
    return null;
  }
}
