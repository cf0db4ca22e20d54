/** A folder -> the archive in it: every fetched version with its bytes, its text and what the publisher's server said. */
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Document } from "../model/document.js";
import { type Outcome, ReadoutError } from "../model/problem.js";
import type { Version } from "../model/version.js";
import { absent, openObjects, sha256Of, writeWhole } from "./object-store.js";
import { appendLine, fileOf, type History, readHistory } from "./version-list.js";

/** What came from an address, to be kept: the version but for what the archive finds out itself. */
export type Fetched = Omit<Version, "sha256" | "size" | "textSha256" | "refusal" | "title" | "published">;

export interface Archive {
  folder: string;
  /**
   * Keeps the bytes, the document's text and record where there is one, and a line in the address's list; where the
   * version before has the same bytes, only that it was seen again. Resolves to the version, old or new.
   */
  keep(
    fetched: Fetched,
    bytes: Uint8Array,
    read: Document | { refusal: string },
  ): Promise<{ version: Version; isNew: boolean }>;
  /** Notes that the address was looked at and had not changed (HTTP 304). */
  noteSeen(address: string, seenAt: string): Promise<void>;
  history(address: string): Promise<Outcome<History>>;
  /** Every address's history, in no order but always the same; `since` leaves out lists that nothing was added to since. */
  histories(since?: Date): AsyncIterable<Outcome<History>>;
  /** What following a publisher has to remember between runs; null at first. Ids are those of the catalogue. */
  state(id: string): Promise<unknown>;
  saveState(id: string, state: unknown): Promise<void>;
  /** Null where there are none of this hash. Throws ReadoutError `archive-damaged`. */
  bytes(sha256: string): Promise<Uint8Array | null>;
  /** The document as it was read when the bytes came, by the SHA-256 of its bytes; null where none was. */
  document(sha256: string): Promise<Document | null>;
}

export interface ArchiveOptions {
  /** False for what may be lost in a power cut: tests and benchmarks. */
  durable?: boolean;
}

const FORMAT = "1";

/** Makes the folder where there is none. Throws ReadoutError `archive-unusable` or `archive-format`. */
export async function openArchive(folder: string, { durable = true }: ArchiveOptions = {}): Promise<Archive> {
  await requireFormat(folder, durable);
  const objects = openObjects(join(folder, "objects"), durable);
  const lists = join(folder, "versions");
  const documentFile = (sha256: string) => join(folder, "documents", sha256.slice(0, 2), `${sha256}.json`);
  const stateFile = (id: string) => join(folder, "follow", `${/^[a-z0-9-]{1,80}$/.test(id) ? id : sha256Of(id)}.json`);
  const history = (address: string) => readHistory(fileOf(lists, address));

  return {
    folder,
    history,
    histories: (since) => allHistories(lists, since),
    state: async (id) => JSON.parse((await readFile(stateFile(id), "utf8").catch(absent)) ?? "null") as unknown,
    saveState: (id, state) => writeWhole(stateFile(id), JSON.stringify(state), durable),
    bytes: (sha256) => objects.get(sha256),
    noteSeen: (address, seenAt) => appendLine(fileOf(lists, address), { seenAt }, durable),
    keep: async (fetched, bytes, read) => {
      const sha256 = sha256Of(bytes);
      const last = (await history(fetched.address)).value.versions.at(-1);
      const document = "refusal" in read ? null : read;
      if (last?.sha256 === sha256 && (document === null || last.textSha256 !== null)) {
        await appendLine(fileOf(lists, fetched.address), { seenAt: fetched.fetchedAt }, durable);
        return { version: last, isNew: false };
      }
      await objects.put(bytes);
      const version: Version = {
        ...fetched,
        sha256,
        size: bytes.length,
        textSha256: document && (await keepDocument(document)),
        refusal: "refusal" in read ? read.refusal : null,
        title: document?.title ?? null,
        published: document?.published ?? null,
      };
      await appendLine(fileOf(lists, fetched.address), version, durable);
      return { version, isNew: true };
    },
    document: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      const record = await readFile(documentFile(sha256), "utf8").catch(absent);
      if (record === null) return null;
      const { textSha256, ...rest } = JSON.parse(record) as Omit<Document, "text"> & { textSha256: string };
      const text = await objects.get(textSha256);
      if (text === null) throw damaged(documentFile(sha256), `its text ${textSha256} is missing`);
      return { ...rest, text: Buffer.from(text).toString("utf8") };
    },
  };

  /** The text by its hash, the rest by the hash of the bytes it was read from; a later reading takes its place. */
  async function keepDocument({ text, ...rest }: Document): Promise<string> {
    const textSha256 = await objects.put(Buffer.from(text, "utf8"));
    await writeWhole(documentFile(rest.sha256), JSON.stringify({ ...rest, textSha256 }), durable);
    return textSha256;
  }
}

async function* allHistories(lists: string, since?: Date): AsyncGenerator<Outcome<History>> {
  for (const part of (await readdir(lists).catch(absent)) ?? []) {
    for (const name of await readdir(join(lists, part))) {
      const path = join(lists, part, name);
      if (!name.endsWith(".ndjson") || (since && (await stat(path)).mtime < since)) continue;
      yield await readHistory(path);
    }
  }
}

/** `readout-archive` at its top holds the number of the format, so that a later one is not misread. */
async function requireFormat(folder: string, durable: boolean): Promise<void> {
  const mark = join(folder, "readout-archive");
  try {
    await mkdir(folder, { recursive: true });
    const format = (await readFile(mark, "utf8").catch(absent))?.trim();
    if (format === FORMAT) return;
    const others = (await readdir(folder)).filter((name) => !name.startsWith("readout-archive"));
    if (format === undefined && others.length === 0) return await writeWhole(mark, `${FORMAT}\n`, durable);
    if (format === undefined)
      throw new ReadoutError(
        "archive-unusable",
        `${folder}: holds other things than an archive. Give an empty or new folder.`,
      );
    throw new ReadoutError(
      "archive-format",
      `${folder}: is an archive of format ${format.slice(0, 20)}, and this version reads format ${FORMAT}. Use a newer Readout.`,
    );
  } catch (error) {
    if (error instanceof ReadoutError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ReadoutError(
      "archive-unusable",
      `${folder}: cannot be used for the archive (${code ?? message}). Give another folder with --archive.`,
      1,
      error,
    );
  }
}

function damaged(path: string, what: string): ReadoutError {
  return new ReadoutError("archive-damaged", `${path}: ${what}. Restore it from a copy of the archive.`);
}
