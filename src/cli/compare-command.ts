/** `readout compare ID=SOURCE ID=SOURCE…` -> one comparison, in the view that is asked for. */
import type { Comparison } from "../model/comparison.js";
import type { Document } from "../model/document.js";
import { type ExitCode, type Outcome, ReadoutError } from "../model/problem.js";
import { compareDocuments, displayNames, type ReadingOptions, readSources, requireWatchlist } from "../pipeline.js";
import { publishComparison, type View } from "../publish/publish-comparison.js";
import type { Effects } from "./effects.js";
import { nameSources, openSource, type SourceName } from "./open-sources.js";
import { COMMON_OPTIONS, parseArguments } from "./parse-arguments.js";
import { readingOptions } from "./reading-options.js";
import { tellError, tellNote, tellProblems } from "./tell-problems.js";
import { colourWanted, columnsOf } from "./terminal.js";

const OPTIONS = {
  ...COMMON_OPTIONS,
  markdown: { type: "boolean" },
  csv: { type: "boolean" },
  html: { type: "string" },
  watchlist: { type: "string" },
} as const;

const FORMATS = ["json", "markdown", "csv"] as const;
const MOST_SOURCES = 16;

/** All sources must be readable: a comparison that silently lacks a side would mislead. */
export async function compareCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("compare", args, OPTIONS);
  const formats = FORMATS.filter((format) => values[format]);
  if (formats.length > 1)
    throw wrong(`--${formats[0]} and --${formats[1]} cannot both be written to standard output. Choose one.`);
  const names = requireSeveral(nameSources(positionals));
  if (values.html !== undefined) await refuseOverwriting(values.html, names, effects);
  const reading = readingOptions(values);
  if (values.watchlist !== undefined) requireWatchlist(values.watchlist);

  const read = await readAll(names, reading, effects);
  const documents = read.map(({ value }) => value);
  const { value: comparison, problems } = compareDocuments(documents, { ...reading, watchlist: values.watchlist });
  const hasErrors = await tellProblems([...read.flatMap((outcome) => outcome.problems), ...problems], effects);
  await noteEqualTexts(documents, effects);
  if (values.html !== undefined) await writePage(values.html, comparison, documents, effects);
  if (values.html === undefined || formats.length > 0) await writeView(formats[0] ?? "terminal", comparison, effects);
  return hasErrors ? 3 : 0;
}

function requireSeveral(names: SourceName[]): SourceName[] {
  if (names.length === 0)
    throw wrong("compare needs two or more sources, as in us=us.txt ru=ru.txt. See readout compare --help.");
  if (names.length === 1) {
    throw wrong(
      `compare needs two or more sources and got one, "${names[0]!.source}". Give another, or use readout read.`,
    );
  }
  if (names.length > MOST_SOURCES)
    throw wrong(`compare takes at most ${MOST_SOURCES} sources and got ${names.length}. Compare fewer at a time.`);
  return names;
}

/** Tells of every source that cannot be read before it gives up. */
async function readAll(
  names: readonly SourceName[],
  options: ReadingOptions,
  effects: Effects,
): Promise<Outcome<Document>[]> {
  const read: Outcome<Document>[] = [];
  const failures: ReadoutError[] = [];
  for (const name of names) {
    try {
      read.push(...readSources([await openSource(name, effects)], options));
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error;
      failures.push(error);
    }
  }
  for (const failure of failures.slice(1)) await tellError(failure, effects);
  if (failures[0]) throw failures[0];
  return read;
}

async function noteEqualTexts(documents: readonly Document[], effects: Effects): Promise<void> {
  for (const [at, { id, sha256 }] of documents.entries()) {
    const other = documents.slice(0, at).find((each) => each.sha256 === sha256);
    if (other) await tellNote(`"${other.id}" and "${id}" hold the same text, so both say all of it.`, effects);
  }
}

async function writeView(
  as: "terminal" | (typeof FORMATS)[number],
  comparison: Comparison,
  effects: Effects,
): Promise<void> {
  const view: View = as === "terminal" ? { as, columns: columnsOf(effects), colour: colourWanted(effects) } : { as };
  await effects.stdout.write(await publishComparison(comparison, displayNames(), view));
}

async function writePage(
  path: string,
  comparison: Comparison,
  documents: readonly Document[],
  effects: Effects,
): Promise<void> {
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const page = await publishComparison(comparison, displayNames(), { as: "html", texts });
  try {
    await effects.writeFile(path, page);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ReadoutError(
      "page-unwritable",
      `${path}: ${REASONS[code ?? ""] ?? `cannot be written (${code ?? message})`}. Give another path to --html.`,
      1,
      error,
    );
  }
  await tellNote(`wrote ${path}; open it in a browser.`, effects);
}

const REASONS: Record<string, string> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder does not exist",
  EISDIR: "is a directory",
  ENOTREG: "is no regular file",
  EACCES: "may not be written",
  EPERM: "may not be written",
  EROFS: "lies on a disk that may not be written",
  ENOSPC: "the disk is full",
};

async function refuseOverwriting(path: string, names: readonly SourceName[], effects: Effects): Promise<void> {
  if (path === "" || path === "-") throw wrong("--html needs the path of a file to write, as in --html page.html.");
  const target = await effects.realPath(path);
  for (const { source } of names) {
    if (target !== null && target === (await effects.realPath(source)))
      throw wrong(`--html would overwrite the source "${source}". Give another path.`);
  }
}

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", message, 2);
}
