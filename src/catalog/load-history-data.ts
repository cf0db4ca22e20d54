/** The name of a bundled data file -> its text, read where the package lies. */
import { readFileSync } from "node:fs";
import { ReadoutError } from "../model/problem.js";

const FOLDER = new URL("../../data/histories/", import.meta.url);

/** `path` as in "ucdp-peace-agreements/agreements.csv". Throws ReadoutError `data-missing`. */
export function loadHistoryData(path: string): string {
  try {
    return readFileSync(new URL(path, FOLDER), "utf8");
  } catch (cause) {
    throw new ReadoutError("data-missing", `data/histories/${path}: cannot be read. Install Readout again.`, 1, cause);
  }
}
