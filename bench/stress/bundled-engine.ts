/** The rules engine with the catalogue as it stands in `catalog/` -> an engine that the stress set can try. */
import { fileURLToPath } from "node:url";
import { readCatalog } from "../../src/catalog/read-catalog.js";
import { findActs } from "../../src/statements/find-acts.js";
import { compileLexicon } from "../../src/statements/lexicon.js";
import type { Engine } from "./run-stress.js";

/** Reads the YAML itself, so that an editor's change counts before the next build. */
export function bundledEngine(): Engine {
  const lexicon = compileLexicon(readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url))));
  return (document) => findActs(document, lexicon).value;
}
