/** The rules engine with the catalogue as it stands in `catalog/` -> what the stress set can try. */
import { fileURLToPath } from "node:url";
import { readCatalog } from "../../src/catalog/read-catalog.js";
import type { Catalog } from "../../src/model/catalog.js";
import { findActs } from "../../src/statements/find-acts.js";
import { compileLexicon } from "../../src/statements/lexicon.js";
import { namesInFull } from "./names-in-full.js";
import type { Engine } from "./run-stress.js";

/** Reads the YAML itself, so that an editor's change counts before the next build. */
export function bundledEngine(): { engine: Engine; inFull: (name: string) => string; catalog: Catalog } {
  const catalog = readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url)));
  const lexicon = compileLexicon(catalog);
  return { engine: (document) => findActs(document, lexicon).value, inFull: namesInFull(catalog), catalog };
}
