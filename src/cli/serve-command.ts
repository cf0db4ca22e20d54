/** `readout serve` -> the pages and the desk on a port of this machine, until it is told to stop. */
import type { ExitCode } from "../model/problem.js";
import { ReadoutError } from "../model/problem.js";
import type { OpenSite } from "../pipeline/open-site.js";
import type { Effects } from "./effects.js";
import { networkFor } from "./fetching.js";
import { parseArguments } from "./parse-arguments.js";
import { tellNote } from "./tell-problems.js";

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  "public-url": { type: "string" },
  "allow-private": { type: "boolean" },
} as const;

const DEFAULT_PORT = 4173;

/** Resolves when a signal has ended the server and its open answers are given. */
export async function serveCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("serve", args, OPTIONS);
  const port = portOf(values.port ?? effects.env.PORT);
  const [{ createApp }, { serve }, { loadAssets }, { readersOf }, { loadInterface }] = await Promise.all([
    import("../web/app.js"),
    import("../web/serve.js"),
    import("../web/assets.js"),
    import("../web/reader.js"),
    import("../catalog/load-interface.js"),
  ]);
  const stopped = effects.stopped();
  const shown = await (positionals[0] === undefined
    ? fromStore(effects, values["allow-private"] === true)
    : fromFolder(positionals[0]));
  try {
    const origin = values["public-url"] ?? effects.env.READOUT_PUBLIC_URL ?? `http://localhost:${port}`;
    const app = createApp({
      ...shown,
      readers: readersOf(loadInterface()),
      assets: loadAssets(),
      origin: origin.replace(/\/$/, ""),
      report: (error) => void effects.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    });
    const running = await serve(app, { port, host: values.host ?? "127.0.0.1" });
    await tellNote(`serving on http://localhost:${running.port} (Ctrl+C ends it)`, effects);
    if (shown.firstCode)
      await tellNote(
        `nobody can sign in yet; make the first account at http://localhost:${running.port}/desk/first/?code=${shown.firstCode}`,
        effects,
      );
    await stopped;
    await running.close();
  } finally {
    await shown.close();
  }
  return 0;
}

async function fromFolder(folder: string): Promise<OpenSite> {
  const { siteOfFolder } = await import("../pipeline/site-of-folder.js");
  return { site: await siteOfFolder(folder), desk: null, firstCode: null, close: async () => {} };
}

async function fromStore(effects: Effects, allowPrivate: boolean): Promise<OpenSite> {
  const { openSite } = await import("../pipeline/open-site.js");
  const network = await networkFor({ "allow-private": allowPrivate }, effects);
  const open = await openSite(effects.env, network, effects.clock);
  return {
    ...open,
    close: async () => {
      await network.close();
      await open.close();
    },
  };
}

function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ReadoutError("usage", `"${text}" is no port. Give a number from 0 to 65535, as in --port 4173.`, 2);
}
