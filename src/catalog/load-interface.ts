/** The compiled interface texts that ship beside the code -> entries by id; apart from the catalogue, which commands load. */
import { readFileSync } from "node:fs";
import type { InterfaceText } from "../model/interface-text.js";
import { ReadoutError } from "../model/problem.js";

/** Written and checked by the build. Throws ReadoutError `interface-missing`. */
export function loadInterface(path: URL = new URL("../interface.json", import.meta.url)): InterfaceText[] {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as InterfaceText[];
  } catch (cause) {
    const message = `${path.pathname}: the texts of the interface cannot be read. Run "npm run build".`;
    throw new ReadoutError("interface-missing", message, 1, cause);
  }
}
