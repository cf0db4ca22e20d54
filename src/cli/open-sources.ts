/** SOURCE arguments -> sources with ids and bytes, or one clear line on what is wrong with one. */
import { basename, extname } from "node:path";
import type { Document } from "../model/document.js";
import { type Outcome, ReadoutError } from "../model/problem.js";
import { LARGEST_SOURCE_BYTES, tooLarge } from "../model/source-size.js";
import { type ReadingOptions, readSources, type Source } from "../pipeline.js";
import { type Effects, readChunks } from "./effects.js";
import { type Fetching, isAddress } from "./fetching.js";

/** Where a source is to be read from. */
export interface SourceName {
  id: string;
  source: string;
}

const LONGEST_ID = 60;

/** `ID=SOURCE` or SOURCE, as the contract has it. Throws ReadoutError of exit code 2 for equal or unusable ids. */
export function nameSources(args: readonly string[]): SourceName[] {
  const names = args.map(nameSource);
  if (names.filter(({ source }) => source === "-").length > 1) {
    throw wrong("stdin-twice", `"-" is given twice, but standard input can be read once. Give a file for one of them.`);
  }
  for (const [at, { id, source }] of names.entries()) {
    const other = names.slice(0, at).find((each) => each.id === id);
    if (other) throw equalIds(id, other.source, source);
  }
  return names;
}

function equalIds(id: string, first: string, second: string): ReadoutError {
  const message = `"${first}" and "${second}" both have the id "${id}". Name them apart, as in us=${first} ru=${second}.`;
  return wrong("ids-equal", message);
}

function nameSource(arg: string): SourceName {
  const named = arg.match(/^([a-z][a-z0-9-]*)=(.*)$/s);
  const source = named ? named[2]! : arg;
  if (source === "")
    throw wrong("source-missing", `"${arg}" names no source. Write a path after the "=", as in us=us.txt.`);
  const id = named ? named[1]! : source === "-" ? "stdin" : stemOf(source);
  if (id.length > LONGEST_ID)
    throw wrong(
      "id-too-long",
      `the id "${id.slice(0, 20)}…" is longer than ${LONGEST_ID} characters. Give a short one, as in us=FILE.`,
    );
  return { id, source };
}

/** The host of an address, else the file's name without its ending; what is neither letter nor digit, blank, dot, dash nor underscore becomes a dash. */
function stemOf(source: string): string {
  const name = isAddress(source) && URL.canParse(source) ? new URL(source).hostname : basename(source);
  const stem = isAddress(source)
    ? name.replace(/^www\./, "")
    : name.slice(0, name.length - extname(name).length).normalize("NFC");
  return (
    stem
      .replace(/[^\p{L}\p{N} ._-]+/gu, "-")
      .slice(0, LONGEST_ID)
      .trim() || "source"
  );
}

/** One source, read. Rejects with ReadoutError for what cannot be opened, fetched or read. */
export async function readSource(
  { id, source }: SourceName,
  options: ReadingOptions,
  fetching: Fetching,
  effects: Effects,
): Promise<Outcome<Document>> {
  if (isAddress(source)) return fetching.read(id, source, options);
  const [outcome] = await readSources([await openSource({ id, source }, effects)], options);
  return outcome!;
}

/** The bytes of a file or of standard input. Throws ReadoutError `source-*`, exit code 1, that says what and what next. */
export async function openSource({ id, source }: SourceName, effects: Effects): Promise<Source> {
  try {
    return { id, source, bytes: source === "-" ? await readStdin(effects) : await readFile(source, effects) };
  } catch (error) {
    throw error instanceof ReadoutError ? error : unreadable(source, error as NodeJS.ErrnoException);
  }
}

async function readFile(source: string, effects: Effects): Promise<Uint8Array> {
  const { bytes, size } = await effects.readFile(source, LARGEST_SOURCE_BYTES);
  if (Math.max(size, bytes.length) > LARGEST_SOURCE_BYTES) throw tooLarge(source, size || null);
  return bytes;
}

async function readStdin(effects: Effects): Promise<Uint8Array> {
  if (effects.stdin.isTTY) await effects.stderr.write("Reading standard input; end it with Ctrl-D.\n");
  const bytes = await readChunks(effects.stdin, LARGEST_SOURCE_BYTES);
  if (bytes.length > LARGEST_SOURCE_BYTES) throw tooLarge("standard input", null);
  return bytes;
}

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file. Check the path.",
  ENOTDIR: "there is no such file. Check the path.",
  EISDIR: "is a directory. Give the files in it, one a source.",
  EACCES: "may not be read. Check the file's permissions.",
  EPERM: "may not be read. Check the file's permissions.",
  ENAMETOOLONG: "the name is too long for a file. Check the path.",
  ELOOP: "is a link that leads to itself. Give the file it should lead to.",
};

function unreadable(source: string, error: NodeJS.ErrnoException): ReadoutError {
  const reason =
    error.code === "ENOENT" && /^\w+=/.test(source)
      ? 'there is no such file. An id before "=" is written in lower case, as in us=FILE.'
      : (REASONS[error.code ?? ""] ?? `cannot be read (${error.code ?? error.message}). Check the file.`);
  return new ReadoutError("source-unreadable", `${source}: ${reason}`, 1, error);
}

function wrong(code: string, message: string): ReadoutError {
  return new ReadoutError(code, message, 2);
}
