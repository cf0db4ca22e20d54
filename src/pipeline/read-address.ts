/** An address -> the document there, read, and kept in the archive with what it was read from. */
import type { Archive } from "../archive/archive.js";
import type { Document } from "../model/document.js";
import { type Outcome, ReadoutError } from "../model/problem.js";
import type { Clock, Network } from "../network/network.js";
import { type ReadingOptions, readSources } from "../pipeline.js";
import { type FetchedSource, fetchSource, keepSource } from "./fetch-source.js";

/** The outside as fetching needs it; without an archive nothing is kept. */
export interface World {
  network: Network;
  clock: Clock;
  archive: Archive | null;
}

/** Rejects as `fetchSource` and `readDocument` do; bytes that hold no text are kept before that, with the reason. */
export async function readAddress(
  id: string,
  address: string,
  world: World,
  options: ReadingOptions = {},
): Promise<Outcome<Document>> {
  const source = await fetchSource(id, address, world.network, world.clock);
  const read = await readFetched(source, options);
  if (world.archive) {
    const known = read instanceof ReadoutError ? null : (read.value.provenance?.publisherId ?? null);
    await keepSource(world.archive, source, read instanceof ReadoutError ? read : read.value, known);
  }
  if (read instanceof ReadoutError) throw read;
  return read;
}

/** Codes that tell of the bytes and not of us. */
const OF_THE_BYTES = /^(?:source|page|pdf|language)-/;

/** A refusal of the bytes is a value here, since it is kept too. */
export async function readFetched(
  source: FetchedSource,
  options: ReadingOptions = {},
): Promise<Outcome<Document> | ReadoutError> {
  try {
    const [read] = await readSources([source], options);
    return read!;
  } catch (error) {
    if (error instanceof ReadoutError && OF_THE_BYTES.test(error.code)) return error;
    throw error;
  }
}
