/** The build in `dist/` -> its modules, typed as their sources: what ships is what is measured. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Catalog } from "../../src/model/catalog.js";
import { ROOT } from "./texts.js";

/** Needs `npm run build`; throws the loader's error without it. */
export async function builtPipeline(): Promise<typeof import("../../src/pipeline.js")> {
  return import(addressOf("pipeline.js"));
}

/** As `builtPipeline`, for the parser alone. */
export async function builtParser(): Promise<typeof import("../../src/text/syntax/parse-text.js")> {
  return import(addressOf("text/syntax/parse-text.js"));
}

/** As `builtPipeline`, for taking the text out of pages, with the catalogue that says what is none. */
export async function builtExtraction(): Promise<
  typeof import("../../src/documents/extract-text.js") & { catalog: Catalog }
> {
  const extraction = await import(addressOf("documents/extract-text.js"));
  const { loadCatalog } = await import(addressOf("catalog/load-catalog.js"));
  return { ...extraction, catalog: loadCatalog() };
}

/** As `builtPipeline`, for the archive and the list of changes. */
export async function builtArchive() {
  const { openArchive } = (await import(
    addressOf("archive/archive.js")
  )) as typeof import("../../src/archive/archive.js");
  const { fileOf } = (await import(
    addressOf("archive/version-list.js")
  )) as typeof import("../../src/archive/version-list.js");
  const { listChanges } = (await import(
    addressOf("pipeline/list-changes.js")
  )) as typeof import("../../src/pipeline/list-changes.js");
  const { readDocument } = (await import(
    addressOf("documents/read-document.js")
  )) as typeof import("../../src/documents/read-document.js");
  return { openArchive, fileOf, listChanges, readDocument };
}

function addressOf(path: string): string {
  return pathToFileURL(join(ROOT, "dist", path)).href;
}
