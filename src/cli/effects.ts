/** The outside world as the commands see it: streams, files and environment, so that tests can give their own. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile as write,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Clock, Network } from "../network/network.js";
import type { NetworkOptions } from "../network/open-network.js";

export interface Output {
  /** Resolves when more may be written; rejects when the reader has gone (`EPIPE`) or the disk is full. */
  write(content: string | Uint8Array): Promise<void>;
  isTTY: boolean;
  /** Width in columns, where it is known. */
  columns: number | undefined;
}

export interface Effects {
  stdin: AsyncIterable<Uint8Array> & { isTTY: boolean };
  stdout: Output;
  stderr: Output;
  /** At most `limit` bytes and one more, so that the caller sees when a file is larger. Rejects with a system error. */
  readFile(path: string, limit: number): Promise<FileBytes>;
  /** All or nothing: a reader sees the old file or the new one. Rejects with a system error. */
  writeFile(path: string, content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  /** The same, piece by piece as `produce` writes them. */
  writeLines(path: string, produce: (write: (line: string) => Promise<void>) => Promise<void>): Promise<void>;
  /** The lines of a text file, or of standard input for `-`, without holding all of it. Rejects with a system error. */
  readLines(path: string): AsyncIterable<string>;
  /** Makes the folders above it where they are missing. Rejects with a system error. */
  writeBytes(path: string, bytes: Uint8Array): Promise<void>;
  /** The path with links resolved; null when there is no such file. */
  realPath(path: string): Promise<string | null>;
  env: Record<string, string | undefined>;
  clock: Clock;
  /** 0 to 1. */
  random(): number;
  /** Names of the folders in a folder. Rejects with a system error. */
  listFolders(path: string): Promise<string[]>;
  /** As `writeFile`, in a folder that is made where it is missing and that only the user may read. */
  writeCache(path: string, text: string): Promise<void>;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Loaded when something is fetched; whoever opens it closes it. */
  openNetwork(options: NetworkOptions): Promise<Network>;
  /** Resolves when the process is asked to end (Ctrl+C, SIGTERM). */
  stopped(): Promise<void>;
}

export interface FileBytes {
  bytes: Uint8Array;
  /** The size the file system tells, which pipes and devices leave at 0. */
  size: number;
}

/** The real world, for `main.ts`. */
export function processEffects(): Effects {
  return {
    stdin: Object.assign(chunksOf(process.stdin), { isTTY: process.stdin.isTTY === true }),
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    readFile,
    writeFile,
    writeLines,
    readLines,
    writeBytes: async (path, bytes) => {
      await mkdir(dirname(path), { recursive: true });
      await write(path, bytes);
    },
    realPath: (path) => realpath(path).catch(() => null),
    env: process.env,
    clock: { now: () => new Date(), sleep },
    random: Math.random,
    listFolders,
    writeCache: async (path, text) => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(path, text);
    },
    fetch: (url, init) => fetch(url, init),
    openNetwork: async (options) => (await import("../network/open-network.js")).openNetwork(options),
    stopped: () => Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]).then(() => undefined),
  };
}

/** Touches the stream only when it is read, so that a command without `-` never waits for it. */
function chunksOf(stream: NodeJS.ReadStream): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array> };
}

function outputTo(stream: NodeJS.WriteStream): Output {
  // The callback of write tells of the error too; without a listener it would end the process.
  stream.on("error", () => {});
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns,
    write: (content) =>
      new Promise((done, failed) => stream.write(content, (error) => (error ? failed(error) : done()))),
  };
}

/** The timer goes when it is not waited for any more, so that it does not keep the process. */
function sleep(milliseconds: number, until?: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (until?.aborted) return done();
    const over = () => {
      clearTimeout(timer);
      until?.removeEventListener("abort", over);
      done();
    };
    const timer = setTimeout(over, milliseconds);
    until?.addEventListener("abort", over);
  });
}

async function listFolders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function readFile(path: string, limit: number): Promise<FileBytes> {
  const info = await stat(path);
  if (info.isDirectory()) throw Object.assign(new Error("is a directory"), { code: "EISDIR" });
  if (info.size > limit) return { bytes: new Uint8Array(), size: info.size };
  const bytes = await readChunks(createReadStream(path, { end: limit }), limit);
  return { bytes, size: info.size };
}

/** Reads until the end or past `limit`, and no further. */
export async function readChunks(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) break;
  }
  return Buffer.concat(chunks);
}

/** Through a new file beside the old one, which takes its place when it is whole and on the disk. */
function writeFile(path: string, content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  return replaceFile(path, (file) => write(file, content));
}

function writeLines(path: string, produce: (write: (line: string) => Promise<void>) => Promise<void>): Promise<void> {
  return replaceFile(path, (file) => produce(async (line) => void (await file.write(line))));
}

async function* readLines(path: string): AsyncGenerator<string> {
  const file = path === "-" ? null : await open(path);
  const input = file?.createReadStream() ?? process.stdin;
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

async function replaceFile(path: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  const info = await stat(path).catch(() => null);
  if (info?.isDirectory()) throw Object.assign(new Error("is a directory"), { code: "EISDIR" });
  if (info && !info.isFile()) throw Object.assign(new Error("is not a regular file"), { code: "ENOTREG" });
  const target = info ? await realpath(path) : path;
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = await open(draft, "wx");
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
