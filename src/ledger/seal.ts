/** An event -> its hash, which the next event carries, and the bytes that an installation signs. */
import { createHash } from "node:crypto";
import type { LedgerEvent } from "../model/ledger-event.js";
import { canonicalJson } from "../text/canonical-json.js";

/** `previous` of the first event. */
export const NO_HASH = "0".repeat(64);

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** SHA-256 of the event's canonical JSON, in hexadecimal. */
export function hashEvent(event: LedgerEvent): string {
  return sha256(canonicalJson(event));
}

/** What is signed for an event: a line that says what it is, so that no other signature can be taken for it. */
export function signedText(hash: string): string {
  return `readout event ${hash}`;
}
