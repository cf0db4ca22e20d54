/** The lexicon of the catalogue as it stands in `catalog/`, so that tests of reading need no build. */
import { fileURLToPath } from "node:url";
import { readCatalog } from "../src/catalog/read-catalog.js";
import { compileLexicon } from "../src/statements/lexicon.js";

export const LEXICON = compileLexicon(readCatalog(fileURLToPath(new URL("../catalog", import.meta.url))));
