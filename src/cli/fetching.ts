/** The options of commands that fetch -> one network and one archive, opened when the first address is asked for. */
import { homedir } from "node:os";
import { join } from "node:path";
import type { Archive } from "../archive/archive.js";
import type { Document } from "../model/document.js";
import { type Outcome, ReadoutError } from "../model/problem.js";
import type { Network } from "../network/network.js";
import { readAddress } from "../pipeline/read-address.js";
import type { ReadingOptions } from "../pipeline.js";
import { version } from "./about.js";
import type { Effects } from "./effects.js";

export const FETCH_OPTIONS = {
  archive: { type: "string" },
  "no-archive": { type: "boolean" },
  "allow-private": { type: "boolean" },
} as const;

export interface FetchValues {
  archive?: string | undefined;
  "no-archive"?: boolean | undefined;
  "allow-private"?: boolean | undefined;
}

export interface Fetching {
  /** The document at an address, kept in the archive unless the user said no. Rejects as `fetchSource` and `readDocument` do. */
  read(id: string, address: string, options: ReadingOptions): Promise<Outcome<Document>>;
  close(): Promise<void>;
}

/** Says who asks and what for, as polite programs do. */
export const USER_AGENT = `Readout/${version()} (reads published diplomatic readouts)`;

export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

export function openFetching(values: FetchValues, effects: Effects): Fetching {
  if (values.archive !== undefined && values["no-archive"])
    throw new ReadoutError("usage", "--archive and --no-archive cannot both be given. Choose one.", 2);
  let network: Promise<Network> | undefined;
  let archive: Promise<Archive | null> | undefined;
  return {
    read: async (id, address, options) => {
      archive ??= values["no-archive"] ? Promise.resolve(null) : archiveAt(values.archive, effects);
      network ??= networkFor(values, effects);
      const world = { archive: await archive, network: await network, clock: effects.clock };
      return readAddress(id, address, world, options);
    },
    close: async () => (await network)?.close(),
  };
}

export function networkFor(values: FetchValues, effects: Effects): Promise<Network> {
  return effects.openNetwork({ userAgent: USER_AGENT, allowPrivate: values["allow-private"] === true });
}

/** The option, else READOUT_ARCHIVE, else a folder of the user's data (XDG Base Directory). */
export function archiveFolder(option: string | undefined, { env }: Effects): string {
  if (option === "") throw new ReadoutError("usage", "--archive needs the path of a folder, as in --archive texts.", 2);
  const data = env.XDG_DATA_HOME?.startsWith("/") ? env.XDG_DATA_HOME : join(env.HOME ?? homedir(), ".local", "share");
  return option ?? (env.READOUT_ARCHIVE || join(data, "readout", "archive"));
}

export async function archiveAt(option: string | undefined, effects: Effects): Promise<Archive> {
  const { openArchive } = await import("../archive/archive.js");
  return openArchive(archiveFolder(option, effects));
}
