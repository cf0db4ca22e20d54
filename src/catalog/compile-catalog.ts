/** Build step: `catalog/` -> `dist/catalog.json` and `dist/interface.json`, refusing the build when an entry does not fit its schema. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCatalog } from "./read-catalog.js";
import { readInterface } from "./read-interface.js";

const root = fileURLToPath(new URL("../../catalog", import.meta.url));
writeFileSync(new URL("../interface.json", import.meta.url), JSON.stringify(readInterface(root)));
writeFileSync(new URL("../catalog.json", import.meta.url), JSON.stringify(readCatalog(root)));
