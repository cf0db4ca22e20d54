/** A text or bytes and a path -> the file written whole, or standard output for `-`; or one clear line on why not. */
import { ReadoutError } from "../model/problem.js";
import type { Effects } from "./effects.js";

/** Throws ReadoutError `file-unwritable`. */
export async function writeOut(path: string, content: string | Uint8Array, effects: Effects): Promise<void> {
  if (path === "-") return effects.stdout.write(content);
  await effects.writeFile(path, content).catch((error) => Promise.reject(unwritable(path, error)));
}

/** Why a file could not be written, in words; what went wrong before there was anything to write stays as it is. */
export function unwritable(path: string, error: unknown): unknown {
  if (error instanceof ReadoutError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const why = WORDS[code ?? ""] ?? `cannot be written (${code ?? message})`;
  return new ReadoutError("file-unwritable", `${path}: ${why}. Give another path.`, 1, error);
}

const WORDS: Record<string, string> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk's quota is used up",
  EISDIR: "is a directory",
  ENOENT: "its folder does not exist",
};
