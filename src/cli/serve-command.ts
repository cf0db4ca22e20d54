/** `readout serve` -> the pages and the desk on a port of this machine, until it is told to stop. */
import { setFlagsFromString } from "node:v8";
import type { ExitCode } from "../model/problem.js";
import { ReadoutError } from "../model/problem.js";
import type { Effects } from "./effects.js";
import { openApp } from "./open-app.js";
import { parseArguments } from "./parse-arguments.js";
import { tellNote } from "./tell-problems.js";

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  "public-url": { type: "string" },
  "allow-private": { type: "boolean" },
} as const;

/** Collects before a third is garbage: a server that runs for months is better small than a little faster. */
const HEAP = "--heap-growing-percent=30";
const DEFAULT_PORT = 4173;

/** Resolves when a signal has ended the server and its open answers are given. */
export async function serveCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("serve", args, OPTIONS);
  const port = portOf(values.port ?? effects.env.PORT);
  const origin = values["public-url"] ?? effects.env.READOUT_PUBLIC_URL ?? `http://localhost:${port}`;
  const stopped = effects.stopped();
  setFlagsFromString(HEAP);
  const { serve } = await import("../web/serve.js");
  const { app, firstCode, close } = await openApp(
    { folder: positionals[0], origin, allowPrivate: values["allow-private"] === true },
    effects,
  );
  try {
    const running = await serve(app, { port, host: values.host ?? "127.0.0.1" });
    await tellNote(`serving on http://localhost:${running.port} (Ctrl+C ends it)`, effects);
    if (firstCode)
      await tellNote(
        `nobody can sign in yet; make the first account at http://localhost:${running.port}/desk/first/?code=${firstCode}`,
        effects,
      );
    await stopped;
    await running.close();
  } finally {
    await close();
  }
  return 0;
}

function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ReadoutError("usage", `"${text}" is no port. Give a number from 0 to 65535, as in --port 4173.`, 2);
}
