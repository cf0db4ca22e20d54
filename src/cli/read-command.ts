/** `readout read SOURCE…` -> the acts of each text, as a table or as NDJSON. */
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { Engine, EngineReading } from "../model/engine.js";
import { type ExitCode, ReadoutError } from "../model/problem.js";
import { displayNames, type ReadingOptions, readActs } from "../pipeline.js";
import { actsTable } from "../publish/acts-table.js";
import { jsonText } from "../text/json-text.js";
import type { Effects } from "./effects.js";
import { ENGINE_OPTIONS, type EngineValues, enginesAsked, engineWorld, tellUsage } from "./engine-world.js";
import { FETCH_OPTIONS, type Fetching, openFetching } from "./fetching.js";
import { nameSources, readSource, type SourceName } from "./open-sources.js";
import { COMMON_OPTIONS, parseArguments } from "./parse-arguments.js";
import { readingOptions } from "./reading-options.js";
import { tellError, tellProblems } from "./tell-problems.js";
import { colourWanted, columnsOf } from "./terminal.js";

/** Goes on after a bad source, naming it: exit code 3 then, or the error's own when none could be read. */
export async function readCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("read", args, {
    ...COMMON_OPTIONS,
    ...FETCH_OPTIONS,
    ...ENGINE_OPTIONS,
  });
  if (positionals.length === 0) {
    throw new ReadoutError(
      "usage",
      "read needs a SOURCE: a file, an address, or - for standard input. See readout read --help.",
      2,
    );
  }
  const options = readingOptions(values);
  const names = nameSources(positionals);
  const engine = await engineFor(values, effects);
  const fetching = openFetching(values, effects);
  try {
    return await readAll(names, values.json === true, { ...options, engine }, fetching, effects);
  } finally {
    await fetching.close();
  }
}

async function readAll(
  names: readonly SourceName[],
  json: boolean,
  options: EngineReadingOptions,
  fetching: Fetching,
  effects: Effects,
): Promise<0 | ExitCode> {
  const failures: ReadoutError[] = [];
  let errors = false;
  let first = true;
  for (const name of names) {
    try {
      const { document, acts, hasErrors } = await readOne(name, options, fetching, effects);
      errors ||= hasErrors;
      await (json ? writeLines(acts, effects) : writeTable(document, acts, first, effects));
      first = false;
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error;
      await tellError(error, effects);
      failures.push(error);
    }
  }
  if (failures.length === names.length) return failures[0]!.exitCode;
  return failures.length > 0 || errors ? 3 : 0;
}

interface EngineReadingOptions extends ReadingOptions {
  engine: Engine | null;
}

/** Texts are read by one engine; where two differ is told by compare. Null for the embedded rules. */
async function engineFor(values: EngineValues, effects: Effects): Promise<Engine | null> {
  const [id, another] = enginesAsked(values);
  if (another !== undefined)
    throw new ReadoutError(
      "usage",
      "read takes one engine. Where rules and llm differ: readout compare SOURCE --engine rules,llm.",
      2,
    );
  if (id === "rules") return null;
  return (await import("../pipeline-engines.js")).openEngine(id!, engineWorld(values, effects));
}

async function readOne(name: SourceName, options: EngineReadingOptions, fetching: Fetching, effects: Effects) {
  const { value: document, problems } = await readSource(name, options, fetching, effects);
  const read = await readBy(options, document);
  const hasErrors = await tellProblems([...problems, ...read.problems], effects);
  if (options.engine) await tellUsage(options.engine.id, read.usage, effects);
  return { document, acts: read.acts, hasErrors };
}

async function readBy(options: EngineReadingOptions, document: Document): Promise<EngineReading> {
  if (options.engine) return options.engine.read(document, options.participants);
  const { value, problems } = readActs(document, options);
  return { acts: value, problems, usage: null };
}

/** One act a line, each awaited, so that a slow reader holds the writer and not the memory. */
async function writeLines(acts: readonly Act[], effects: Effects): Promise<void> {
  for (const act of acts) await effects.stdout.write(`${jsonText(act)}\n`);
}

async function writeTable(document: Document, acts: readonly Act[], first: boolean, effects: Effects): Promise<void> {
  const options = { names: displayNames(), columns: columnsOf(effects), colour: colourWanted(effects) };
  await effects.stdout.write(`${first ? "" : "\n"}${actsTable(document, acts, options).join("\n")}\n`);
}
