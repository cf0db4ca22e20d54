/** Bytes <-> files that are named after the SHA-256 of what they hold, so that the same bytes are kept once. */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { ReadoutError } from "../model/readout-error.js";

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Nothing larger is ever kept. */
const LARGEST_OBJECT_BYTES = 100_000_000;

export interface ObjectStore {
  /** The hash. Whole and on the disk when it resolves, unless the store was opened as not durable. */
  put(bytes: Uint8Array): Promise<string>;
  /** Null where there is none. Throws ReadoutError `archive-damaged` where the bytes are not those of the hash. */
  get(sha256: string): Promise<Uint8Array | null>;
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Files lie at `ab/abcd….gz` below the folder; `zcat FILE | sha256sum` shows that one is sound. */
export function openObjects(folder: string, durable: boolean): ObjectStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), `${sha256}.gz`);
  return {
    put: async (bytes) => {
      const sha256 = sha256Of(bytes);
      const path = pathOf(sha256);
      if ((await stat(path).catch(() => null)) === null)
        await writeWhole(path, await zip(bytes, { level: 6 }), durable);
      return sha256;
    },
    get: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      const path = pathOf(sha256);
      const packed = await readFile(path).catch(absent);
      return packed === null ? null : checked(packed, sha256, path);
    },
  };
}

async function checked(packed: Uint8Array, sha256: string, path: string): Promise<Uint8Array> {
  const bytes = await unzip(packed, { maxOutputLength: LARGEST_OBJECT_BYTES }).catch((error: Error) => error);
  if (!(bytes instanceof Error) && sha256Of(bytes) === sha256) return bytes;
  const message = `${path}: is damaged; it does not hold what its name says. Restore it from a copy of the archive, or remove it.`;
  throw new ReadoutError("archive-damaged", message, 1, bytes instanceof Error ? bytes : undefined);
}

/** A reader sees the whole file or none. */
export async function writeWhole(path: string, bytes: Uint8Array | string, durable: boolean): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  await mkdir(join(path, ".."), { recursive: true });
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(bytes);
      if (durable) await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** For a file that may not be there. */
export function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
