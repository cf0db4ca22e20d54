/** A folder, or the store that the environment names -> the application that answers for it, and how it is closed. */
import type { Hono } from "hono";
import type { OpenSite } from "../pipeline/open-site.js";
import { sendersOf } from "./alert-senders.js";
import type { Effects } from "./effects.js";
import { archiveAt, archiveFolder, networkFor } from "./fetching.js";

export interface AppOptions {
  /** One that holds a dossier.yaml; without it the store. */
  folder: string | undefined;
  origin: string;
  allowPrivate: boolean;
}

export async function openApp(
  { folder, origin, allowPrivate }: AppOptions,
  effects: Effects,
): Promise<OpenSite & { app: Hono }> {
  const [{ createApp }, { loadAssets }, { readersOf }, { loadInterface }] = await Promise.all([
    import("../web/app.js"),
    import("../web/assets.js"),
    import("../web/reader.js"),
    import("../catalog/load-interface.js"),
  ]);
  const open = await (folder === undefined ? fromStore(effects, allowPrivate) : fromFolder(folder));
  const app = createApp({
    ...open,
    readers: readersOf(loadInterface()),
    assets: loadAssets(),
    origin: origin.replace(/\/$/, ""),
    apiLimit: Number(effects.env.READOUT_API_RATE) || DEFAULT_API_RATE,
    report: reporter(effects),
  });
  return { ...open, app };
}

function reporter({ stderr }: Effects): (error: unknown) => void {
  return (error) => void stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

/** Requests a minute for one token or address. */
const DEFAULT_API_RATE = 600;

async function fromFolder(folder: string): Promise<OpenSite> {
  const { siteOfFolder } = await import("../pipeline/site-of-folder.js");
  return { site: await siteOfFolder(folder), desk: null, firstCode: null, close: async () => {} };
}

async function fromStore(effects: Effects, allowPrivate: boolean): Promise<OpenSite> {
  const { openSite } = await import("../pipeline/open-site.js");
  const network = await networkFor({ "allow-private": allowPrivate }, effects);
  const senders = sendersOf(network, effects);
  // A folder that is not there is not made: only following makes an archive.
  const archive = (await effects.realPath(archiveFolder(undefined, effects)))
    ? await archiveAt(undefined, effects)
    : null;
  const world = { network, clock: effects.clock, senders, report: reporter(effects), archive };
  const open = await openSite(effects.env, world);
  return {
    ...open,
    close: async () => {
      await network.close();
      await open.close();
    },
  };
}
