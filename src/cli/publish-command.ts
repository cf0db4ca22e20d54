/** `readout publish --out DIR` -> the whole public side as files that any server or CDN can serve. */
import { join } from "node:path";
import type { ExitCode } from "../model/problem.js";
import { ReadoutError } from "../model/problem.js";
import type { Effects } from "./effects.js";
import { openApp } from "./open-app.js";
import { parseArguments } from "./parse-arguments.js";
import { tellNote } from "./tell-problems.js";

const OPTIONS = { out: { type: "string" }, "public-url": { type: "string" } } as const;

/** Writes file by file; what another program put into the folder stays. */
export async function publishCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("publish", args, OPTIONS);
  if (!values.out) throw new ReadoutError("usage", "publish needs a folder to write to, as in --out public.", 2);
  const origin = values["public-url"] ?? effects.env.READOUT_PUBLIC_URL ?? "http://localhost:4173";
  const { app, site, close } = await openApp({ folder: positionals[0], origin, allowPrivate: false }, effects);
  try {
    const { staticFiles } = await import("../web/static-files.js");
    let files = 0;
    for await (const { path, bytes } of staticFiles(app, site)) {
      await effects.writeBytes(join(values.out, ...path.split("/")), bytes);
      files += 1;
    }
    await tellNote(`wrote ${files} files to ${values.out}; serve them at ${origin}.`, effects);
  } finally {
    await close();
  }
  return 0;
}
