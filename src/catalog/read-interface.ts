/** The YAML under `catalog/interface/` -> the interface's texts in every language. */
import { join } from "node:path";
import { InterfaceText } from "../model/interface-text.js";
import { readPlace } from "./read-catalog.js";

/** Throws ReadoutError `catalog-invalid` where a language is missing or an id stands twice. */
export function readInterface(root: string): InterfaceText[] {
  return readPlace("interface", join(root, "interface"), InterfaceText) as InterfaceText[];
}
