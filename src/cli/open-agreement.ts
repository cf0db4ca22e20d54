/** AGREEMENT.yaml, or the id of one in the catalogue -> a checked agreement, or one clear line on what is wrong with it. */
import { readAgreement } from "../catalog/read-agreement.js";
import type { Agreement } from "../model/agreement.js";
import { ReadoutError } from "../model/problem.js";
import { catalogAgreement } from "../pipeline.js";
import type { Effects } from "./effects.js";

const LARGEST_YAML = 2_000_000;

/** Throws ReadoutError that names file and field. */
export async function openAgreement(path: string, effects: Effects): Promise<Agreement> {
  if (/^[a-z0-9][a-z0-9-]*$/.test(path) && (await effects.realPath(path)) === null) return catalogAgreement(path);
  return readAgreement(await openText(path, effects, LARGEST_YAML), path);
}

/** The text of a file of at most `limit` bytes. Throws ReadoutError `source-unreadable` or `source-too-large`. */
export async function openText(path: string, effects: Effects, limit: number): Promise<string> {
  return new TextDecoder().decode(await openBytes(path, effects, limit));
}

/** The same for what is no text. */
export async function openBytes(path: string, effects: Effects, limit: number): Promise<Uint8Array> {
  try {
    const { bytes, size } = await effects.readFile(path, limit);
    if (Math.max(size, bytes.length) <= limit) return bytes;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "there is no such file" : `cannot be read (${code ?? (error as Error).message})`;
    throw new ReadoutError("source-unreadable", `${path}: ${reason}. Check the path.`, 1, error);
  }
  throw new ReadoutError("source-too-large", `${path}: more than ${limit} bytes. Split the file.`);
}
