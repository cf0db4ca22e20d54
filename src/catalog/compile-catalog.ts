/** Build step: `catalog/` -> `dist/catalog.json`, refusing the build when an entry does not fit its schema. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCatalog } from "./read-catalog.js";

const root = fileURLToPath(new URL("../../catalog", import.meta.url));
writeFileSync(new URL("../catalog.json", import.meta.url), JSON.stringify(readCatalog(root)));
