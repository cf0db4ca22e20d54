/** Files and addresses of feeds -> sources that are read alike: a path, and a way to ask whether there is more. */
import { stat } from "node:fs/promises";
import { type Outcome, ReadoutError } from "../model/problem.js";
import type { FeedFile } from "../pipeline-watch.js";
import { type FeedWorld, nameOfAddress, openFeedAddress } from "./feed-address.js";

export interface FeedSource extends FeedFile {
  /** Where its rows lie on this machine. */
  path: string;
  /** What files about it are named after. */
  name: string;
  /** True where each version holds all rows, as of an address or JSON; another file of the user's grows at its end. */
  isWhole: boolean;
  /** True where it may hold something new. */
  refresh(): Promise<Outcome<boolean>>;
}

const ADDRESS = /^https?:\/\//i;
const JSON_FILE = /\.(?:json|geojson|ndjson|jsonl)$/i;

/** `folder` takes what is fetched. Rejects as `openFeedAddress` does. */
export async function openSources(
  files: readonly FeedFile[],
  folder: string,
  world: FeedWorld | undefined,
): Promise<FeedSource[]> {
  const sources: FeedSource[] = [];
  for (const { feed, file } of files) {
    if (!ADDRESS.test(file)) {
      sources.push({
        feed,
        file,
        path: file,
        name: file,
        isWhole: JSON_FILE.test(file),
        refresh: await changesOf(file),
      });
      continue;
    }
    if (world === undefined)
      throw new ReadoutError("usage", `${file}: an address is asked for only where a network is given.`, 2);
    const { path, refresh } = await openFeedAddress(file, folder, world);
    sources.push({ feed, file, path, name: nameOfAddress(file), isWhole: true, refresh });
  }
  return sources;
}

/** Whether a file is another than when it was last asked for; one that is missing is left to the reader to tell. */
async function changesOf(file: string): Promise<FeedSource["refresh"]> {
  const lookOf = async () => {
    const { size, mtimeMs } = await stat(file).catch(() => ({ size: -1, mtimeMs: -1 }));
    return `${size} ${mtimeMs}`;
  };
  let last = await lookOf();
  return async () => {
    const before = last;
    last = await lookOf();
    return { value: last !== before, problems: [] };
  };
}
