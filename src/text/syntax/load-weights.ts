/** The weights file that ships with the package -> weights in memory, read once. */
import { existsSync, readFileSync } from "node:fs";
import { ReadoutError } from "../../model/problem.js";
import { decodeWeights, type SyntaxWeights, unpackWeights } from "./weights-file.js";

/** Trained by `scripts/train-parser` on UD English EWT; a data file under its own licence, see `weights/NOTICE.md`. */
export const WEIGHTS_FILE = new URL("../../../weights/english-syntax.bin.br", import.meta.url);

/** The same, unpacked beside the built code: a start saves the time that unpacking takes. */
const UNPACKED = new URL("../../weights/english-syntax.bin", import.meta.url);

/** Throws ReadoutError `weights-missing` when the file is absent or broken. */
export function loadWeights(): SyntaxWeights {
  const path = existsSync(UNPACKED) ? UNPACKED : WEIGHTS_FILE;
  try {
    const bytes = readFileSync(path);
    return decodeWeights(path === UNPACKED ? bytes : unpackWeights(bytes));
  } catch (cause) {
    throw new ReadoutError(
      "weights-missing",
      `${path.pathname}: the parser's weights cannot be read. Install the package anew.`,
      1,
      cause,
    );
  }
}
