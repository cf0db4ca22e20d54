/** An application and its site -> every public page and file as it answers them now, for a server that only has files. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hono } from "hono";
import { ReadoutError } from "../model/readout-error.js";
import { ASSETS_FOLDER } from "./assets.js";
import { publicPaths } from "./public-paths.js";
import type { Site, SiteDossier } from "./site.js";

export interface StaticFile {
  /** Below the folder, with "/" between: "dossiers/x/index.html". */
  path: string;
  bytes: Uint8Array;
}

/** The same bytes that the live pages send. Rejects with ReadoutError `page-unpublishable` where one does not answer 200. */
export async function* staticFiles(app: Hono, site: Site): AsyncGenerator<StaticFile> {
  const entries = await site.dossiers();
  const dossiers = (await Promise.all(entries.map(({ id }) => site.dossier(id)))).filter(
    (dossier): dossier is SiteDossier => dossier !== null,
  );
  for (const path of publicPaths(dossiers)) {
    const answer = await app.request(path);
    if (answer.status !== 200)
      throw new ReadoutError("page-unpublishable", `${path}: answers ${answer.status}. Try again, or report it.`);
    yield {
      path: `${path.slice(1)}${path.endsWith("/") ? "index.html" : ""}`,
      bytes: new Uint8Array(await answer.arrayBuffer()),
    };
  }
  const missing = await app.request("/404/");
  yield { path: "404.html", bytes: new Uint8Array(await missing.arrayBuffer()) };
  for (const name of readdirSync(ASSETS_FOLDER))
    yield { path: `assets/${name}`, bytes: readFileSync(join(ASSETS_FOLDER, name)) };
}
