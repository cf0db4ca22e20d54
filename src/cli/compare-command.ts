/** `readout compare ID=SOURCE ID=SOURCE…` -> one comparison, in the view that is asked for. */
import type { Document } from "../model/document.js";
import { type ExitCode, type Outcome, ReadoutError } from "../model/problem.js";
import { compareDocuments, type ReadingOptions, requireWatchlist } from "../pipeline.js";
import type { Effects } from "./effects.js";
import { ENGINE_OPTIONS, enginesAsked } from "./engine-world.js";
import { FETCH_OPTIONS, type FetchValues, openFetching } from "./fetching.js";
import { nameSources, readSource, type SourceName } from "./open-sources.js";
import { COMMON_OPTIONS, parseArguments } from "./parse-arguments.js";
import { readingOptions } from "./reading-options.js";
import { tellError, tellNote, tellProblems } from "./tell-problems.js";
import { formatOf, refuseOverwriting, writeComparison } from "./write-comparison.js";

const OPTIONS = {
  ...COMMON_OPTIONS,
  ...FETCH_OPTIONS,
  ...ENGINE_OPTIONS,
  markdown: { type: "boolean" },
  csv: { type: "boolean" },
  html: { type: "string" },
  by: { type: "string" },
  report: { type: "string" },
  watchlist: { type: "string" },
} as const;

const MOST_SOURCES = 16;

/** All sources must be readable: a comparison that silently lacks a side would mislead. */
export async function compareCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("compare", args, OPTIONS);
  const format = formatOf(values);
  const { by, report } = values;
  if (by !== undefined && report !== undefined) throw wrong("--by and --report cannot both be asked for. Choose one.");
  if (values.engine !== undefined && (by ?? report) !== undefined)
    throw wrong("--by and --report read by rules alone, so --engine cannot be given with them. Leave one of them out.");
  if (report !== undefined)
    return (await import("./compare-report.js")).compareReport({ ...values, report }, positionals, effects);
  if (by !== undefined) return (await import("./compare-voices.js")).compareVoicesOf(values, positionals, effects);
  const engines = enginesAsked(values);
  const names = engines.length === 2 ? nameSources(positionals) : requireSeveral(nameSources(positionals));
  if (names.length === 0) throw wrong("compare --engine needs a source. See readout compare --help.");
  if (values.html !== undefined) await refuseOverwriting(values.html, names, effects);
  const reading = readingOptions(values);
  if (values.watchlist !== undefined) requireWatchlist(values.watchlist);

  if (engines.length === 2 || engines[0] !== "rules")
    return (await import("./compare-engines.js")).compareByEngines(engines, names, values, reading, effects);
  const read = await readAll(names, reading, values, effects);
  const documents = read.map(({ value }) => value);
  const { value: comparison, problems } = compareDocuments(documents, { ...reading, watchlist: values.watchlist });
  const hasErrors = await tellProblems([...read.flatMap((outcome) => outcome.problems), ...problems], effects);
  await noteEqualTexts(documents, effects);
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  await writeComparison(comparison, { format, html: values.html, texts }, effects);
  return hasErrors ? 3 : 0;
}

function requireSeveral(names: SourceName[]): SourceName[] {
  if (names.length === 0)
    throw wrong("compare needs two or more sources, as in us=us.txt ru=ru.txt. See readout compare --help.");
  if (names.length === 1) {
    throw wrong(
      `compare needs two or more sources and got one, "${names[0]!.source}". Give another, add --by attribution for one report of several voices, or use readout read.`,
    );
  }
  if (names.length > MOST_SOURCES)
    throw wrong(`compare takes at most ${MOST_SOURCES} sources and got ${names.length}. Compare fewer at a time.`);
  return names;
}

/** Tells of every source that cannot be read before it gives up. */
export async function readAll(
  names: readonly SourceName[],
  options: ReadingOptions,
  values: FetchValues,
  effects: Effects,
): Promise<Outcome<Document>[]> {
  const fetching = openFetching(values, effects);
  const read: Outcome<Document>[] = [];
  const failures: ReadoutError[] = [];
  for (const name of names) {
    try {
      read.push(await readSource(name, options, fetching, effects));
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error;
      failures.push(error);
    }
  }
  await fetching.close();
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

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", message, 2);
}
