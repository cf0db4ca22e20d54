/** An address -> a source with its bytes, fetched safely; once it has been read, the archive keeps it. */
import type { Archive, Fetched } from "../archive/archive.js";
import type { Document } from "../model/document.js";
import { ReadoutError } from "../model/problem.js";
import type { Publisher } from "../model/publisher.js";
import type { Version } from "../model/version.js";
import type { Answer, Clock, Network } from "../network/network.js";
import { refuseStatus } from "../network/refuse-status.js";

/** Bytes that came over the network, with all that the archive keeps of how they came. */
export interface FetchedSource {
  id: string;
  source: string;
  bytes: Uint8Array;
  contentType: string | undefined;
  publisher?: Publisher;
  fetched: Omit<Fetched, "publisherId">;
}

export const ACCEPT = "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1";

/** Rejects with ReadoutError `http-STATUS`, `fetch-*`, `address-*` or `host-unknown`. */
export async function fetchSource(id: string, address: string, network: Network, clock: Clock): Promise<FetchedSource> {
  const answer = await network.request(address, { headers: { accept: ACCEPT } });
  refuseStatus(address, answer);
  return sourceOf(id, address, answer, clock.now());
}

/** The answer to a request for a text, as a source. */
export function sourceOf(id: string, address: string, answer: Answer, at: Date): FetchedSource {
  const { status, headers, bytes } = answer;
  const fetchedAt = at.toISOString().replace(/\.\d+Z$/, "Z");
  const fetched = { address: normalAddress(address), answeredBy: answer.address, fetchedAt, status, headers };
  return { id, source: answer.address, bytes, contentType: headers["content-type"], fetched };
}

/** What was read of it, or why nothing was, goes into the archive with the bytes. */
export function keepSource(
  archive: Archive,
  { fetched, bytes }: FetchedSource,
  read: Document | ReadoutError,
  publisherId: string | null,
): Promise<{ version: Version; isNew: boolean }> {
  const outcome = read instanceof ReadoutError ? { refusal: read.code } : read;
  return archive.keep({ ...fetched, publisherId }, bytes, outcome);
}

/** The form under which the archive lists an address: as the URL standard writes it, without its fragment. */
export function normalAddress(address: string): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}
