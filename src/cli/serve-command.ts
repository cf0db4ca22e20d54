/** `readout serve` -> the pages on a port of this machine, until it is told to stop. */
import type { ExitCode } from "../model/problem.js";
import { ReadoutError } from "../model/problem.js";
import type { Effects } from "./effects.js";
import { parseArguments } from "./parse-arguments.js";
import { tellNote } from "./tell-problems.js";

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  "public-url": { type: "string" },
} as const;

const DEFAULT_PORT = 4173;

/** Resolves when a signal has ended the server and its open answers are given. */
export async function serveCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("serve", args, OPTIONS);
  const port = portOf(values.port ?? effects.env.PORT);
  const [{ createApp }, { serve }, { loadAssets }, { readersOf }, { loadInterface }, { siteOfFolder }] =
    await Promise.all([
      import("../web/app.js"),
      import("../web/serve.js"),
      import("../web/assets.js"),
      import("../web/reader.js"),
      import("../catalog/load-interface.js"),
      import("../pipeline-site.js"),
    ]);
  const origin = values["public-url"] ?? effects.env.READOUT_PUBLIC_URL ?? `http://localhost:${port}`;
  const app = createApp({
    site: await siteOfFolder(positionals[0] ?? "examples/2025-03-18-trump-putin"),
    readers: readersOf(loadInterface()),
    assets: loadAssets(),
    origin: origin.replace(/\/$/, ""),
    report: (error) => void effects.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  });
  const running = await serve(app, { port, host: values.host ?? "127.0.0.1" });
  await tellNote(`serving on http://localhost:${running.port} (Ctrl+C ends it)`, effects);
  await effects.stopped();
  await running.close();
  return 0;
}

function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ReadoutError("usage", `"${text}" is no port. Give a number from 0 to 65535, as in --port 4173.`, 2);
}
