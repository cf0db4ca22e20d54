/** A body as it is sent -> its bytes, decompressed, or a refusal as soon as it is larger than the limits allow. */
import { PassThrough, type Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { ReadoutError } from "../model/readout-error.js";
import type { Limits } from "./network.js";

const DECODERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

const MOST_ENCODINGS = 2;

/** Throws ReadoutError `fetch-too-large`, or `fetch-failed` for an encoding that is unknown or broken. */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  asked: string,
  limits: Limits,
): Promise<Uint8Array> {
  const decoders = decodersFor(encoding, asked, body);
  let [sent, unfolded] = [0, 0];
  const chunks: Uint8Array[] = [];
  // The streams' own errors of being ended early would hide why they were.
  let refused: ReadoutError | null = null;
  const refuse = () => {
    const message = `${asked}: is larger than ${limits.bytes / 1e6} MB, or unfolds to more than ${limits.unfoldedBytes / 1e6} MB. Save the text you want and give that.`;
    refused = new ReadoutError("fetch-too-large", message);
    return refused;
  };
  const counted = new PassThrough({
    transform(chunk: Uint8Array, _, done) {
      sent += chunk.length;
      done(sent > limits.bytes ? refuse() : null, chunk);
    },
  });
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      unfolded += chunk.length;
      if (unfolded > limits.unfoldedBytes) throw refuse();
      chunks.push(chunk);
    }
  };
  try {
    await pipeline([body, counted, ...decoders.map((make) => make()), collect] as unknown as [Readable, Transform]);
  } catch (error) {
    if (refused) throw refused;
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!/^(Z_|ERR__?BROTLI|ERR_ZLIB)/i.test(code)) throw error;
    throw new ReadoutError("fetch-failed", `${asked}: its compression is broken (${code}). Try again later.`, 1, error);
  }
  return Buffer.concat(chunks);
}

/** In the order in which they are taken off: the last one named was put on last (RFC 9110, 8.4). */
function decodersFor(encoding: string | undefined, asked: string, body: Readable): (() => Transform)[] {
  const names = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  const decoders = names.toReversed().map((name) => DECODERS[name]);
  if (names.length <= MOST_ENCODINGS && decoders.every((each) => each !== undefined))
    return decoders as (() => Transform)[];
  body.on("error", () => {}).destroy();
  throw new ReadoutError(
    "fetch-failed",
    `${asked}: is sent in an encoding that was not asked for (${names.join(", ").slice(0, 60)}).`,
  );
}
