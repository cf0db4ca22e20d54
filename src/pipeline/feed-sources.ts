/** Files and addresses of feeds -> sources that are read alike: a path, and a way to ask whether there is more. */
import { type Outcome, ReadoutError } from "../model/problem.js";
import type { FeedFile } from "../pipeline-watch.js";
import { type FeedWorld, nameOfAddress, openFeedAddress } from "./feed-address.js";

export interface FeedSource extends FeedFile {
  /** Where its rows lie on this machine. */
  path: string;
  /** What files about it are named after. */
  name: string;
  /** True where each version holds all rows; a file of the user's grows at its end. */
  isWhole: boolean;
  /** True where it may hold something new. */
  refresh(): Promise<Outcome<boolean>>;
}

const ADDRESS = /^https?:\/\//i;

/** `folder` takes what is fetched. Rejects as `openFeedAddress` does. */
export async function openSources(
  files: readonly FeedFile[],
  folder: string,
  world: FeedWorld | undefined,
): Promise<FeedSource[]> {
  const sources: FeedSource[] = [];
  for (const { feed, file } of files) {
    if (!ADDRESS.test(file)) {
      const refresh = async () => ({ value: true, problems: [] });
      sources.push({ feed, file, path: file, name: file, isWhole: false, refresh });
      continue;
    }
    if (world === undefined)
      throw new ReadoutError("usage", `${file}: an address is asked for only where a network is given.`, 2);
    const { path, refresh } = await openFeedAddress(file, folder, world);
    sources.push({ feed, file, path, name: nameOfAddress(file), isWhole: true, refresh });
  }
  return sources;
}
