/** A text or bytes and a path -> the file written whole, or standard output for `-`; or one clear line on why not. */
import { ReadoutError } from "../model/problem.js";
import type { Effects } from "./effects.js";

/** Throws ReadoutError `file-unwritable`. */
export async function writeOut(path: string, content: string | Uint8Array, effects: Effects): Promise<void> {
  if (path === "-") return effects.stdout.write(content);
  try {
    await effects.writeFile(path, content);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === "ENOSPC" ? "the disk is full" : `cannot be written (${code ?? message})`;
    throw new ReadoutError("file-unwritable", `${path}: ${why}. Give another path.`, 1, error);
  }
}
