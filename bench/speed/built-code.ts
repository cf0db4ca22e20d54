/** The build in `dist/` -> its modules, typed as their sources: what ships is what is measured. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./texts.js";

/** Needs `npm run build`; throws the loader's error without it. */
export async function builtPipeline(): Promise<typeof import("../../src/pipeline.js")> {
  return import(addressOf("pipeline.js"));
}

/** As `builtPipeline`, for the parser alone. */
export async function builtParser(): Promise<typeof import("../../src/text/syntax/parse-text.js")> {
  return import(addressOf("text/syntax/parse-text.js"));
}

function addressOf(path: string): string {
  return pathToFileURL(join(ROOT, "dist", path)).href;
}
