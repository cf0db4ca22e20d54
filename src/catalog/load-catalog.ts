/** The compiled catalogue that ships beside the code -> Catalog, without parsing YAML at start-up. */
import { readFileSync } from "node:fs";
import type { Catalog } from "../model/catalog.js";
import { ReadoutError } from "../model/problem.js";

/** Written by the build from `catalog/`; checked then, so only read here. Throws ReadoutError `catalog-missing`. */
export function loadCatalog(path: URL = new URL("../catalog.json", import.meta.url)): Catalog {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Catalog;
  } catch (cause) {
    throw new ReadoutError(
      "catalog-missing",
      `${path.pathname}: the compiled catalogue cannot be read. Run "npm run build".`,
      1,
      cause,
    );
  }
}
