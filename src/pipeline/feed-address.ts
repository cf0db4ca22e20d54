/** The address of a feed -> a file of its newest version, asked for politely, and sent again only where it has changed. */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type Outcome, ReadoutError } from "../model/problem.js";
import type { Answer, Clock, Network } from "../network/network.js";
import { refuseStatus } from "../network/refuse-status.js";
import { askedPause } from "../network/retry.js";
import { politely } from "./follower.js";

export interface FeedWorld {
  network: Network;
  clock: Clock;
  /** 0 to 1. */
  random(): number;
}

export interface FeedAddress {
  /** Where its newest version lies. */
  path: string;
  /** True where another version came. A failure is told, and the feed left alone for longer after each. */
  refresh(): Promise<Outcome<boolean>>;
}

/** Held in memory while it is fetched. */
const LIMITS = { bytes: 100_000_000, unfoldedBytes: 150_000_000, milliseconds: 120_000 };
const PAUSE_SECONDS = 2;
const FIRST_REST_SECONDS = 60;
const LONGEST_REST_SECONDS = 3_600;
const ACCEPT =
  "text/csv, application/json, application/geo+json, application/x-ndjson, application/vnd.apache.parquet, */*;q=0.1";
const ENDINGS: Record<string, string> = {
  "text/csv": ".csv",
  "text/tab-separated-values": ".tsv",
  "application/json": ".json",
  "application/geo+json": ".geojson",
  "application/x-ndjson": ".ndjson",
  "application/vnd.apache.parquet": ".parquet",
};
const KNOWN_ENDING = /^\.(?:csv|tsv|txt|parquet|json|geojson|ndjson|jsonl)$/;

/** The first version is fetched at once. Rejects with ReadoutError as `Network.request`, `refuseStatus` and robots do. */
export async function openFeedAddress(address: string, folder: string, world: FeedWorld): Promise<FeedAddress> {
  const get = politely({ ...world, pauseSeconds: PAUSE_SECONDS });
  const first = await get(address, { accept: ACCEPT }, LIMITS);
  refuseStatus(address, first);
  const path = join(
    folder,
    `feed-${createHash("sha256").update(address).digest("hex").slice(0, 12)}${endingOf(address, first)}`,
  );
  await writeFile(path, first.bytes);
  let [kept, hash, failures, restsUntil] = [first, hashOf(first), 0, 0];
  const fetchNew = async (): Promise<boolean> => {
    const answer = await get(address, { accept: ACCEPT, ...validatorsOf(kept) }, LIMITS);
    if (answer.status === 304) return false;
    if (answer.status === 429 || answer.status === 503)
      restsUntil = world.clock.now().getTime() + (askedPause(answer, world.clock) ?? 0) * 1_000;
    refuseStatus(address, answer);
    kept = { ...answer, bytes: new Uint8Array() };
    if (hashOf(answer) === hash) return false;
    hash = hashOf(answer);
    await writeFile(path, answer.bytes);
    return true;
  };
  return {
    path,
    refresh: async () => {
      const now = world.clock.now().getTime();
      if (now < restsUntil) return { value: false, problems: [] };
      try {
        const value = await fetchNew();
        failures = 0;
        return { value, problems: [] };
      } catch (error) {
        if (!(error instanceof ReadoutError)) throw error;
        const rest = Math.min(FIRST_REST_SECONDS * 2 ** failures++, LONGEST_REST_SECONDS) * 1_000;
        restsUntil = Math.max(restsUntil, world.clock.now().getTime() + rest);
        const again = new Date(restsUntil).toISOString().slice(0, 19);
        const message = `${error.message} It is asked again after ${again}Z.`;
        return { value: false, problems: [{ level: "warning", stage: "watch", code: error.code, message }] };
      }
    },
  };
}

/** The last part of an address's path, by which files about it are named. */
export function nameOfAddress(address: string): string {
  return basename(new URL(address).pathname).replace(/[^\w.-]/g, "_") || "feed";
}

function validatorsOf({ headers }: Answer): Record<string, string> {
  const { etag, "last-modified": modified } = headers;
  return {
    ...(etag === undefined ? {} : { "if-none-match": etag }),
    ...(modified === undefined ? {} : { "if-modified-since": modified }),
  };
}

/** By the name of what answered, else by the kind that the server tells. */
function endingOf(asked: string, { address, headers }: Answer): string {
  const ending = extname(new URL(address).pathname).toLowerCase();
  if (KNOWN_ENDING.test(ending)) return ending;
  const type = (headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  const known = ENDINGS[type];
  if (known !== undefined) return known;
  const message = `${asked}: answers with ${type || "no kind"}; incidents are read from CSV, JSON, GeoJSON and Parquet. Give the address of the file itself.`;
  throw new ReadoutError("feed-file-kind", message, 2);
}

function hashOf({ bytes }: Answer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
