/** `readout eval DIR` -> how well an engine does on the user's own marked texts, before it is trusted. */
import { join } from "node:path";
import { type ExitCode, ReadoutError } from "../model/problem.js";
import { openEngine } from "../pipeline-engines.js";
import { evaluateEngine, type MarkedEvent, markedEventOf, seededRandom } from "../pipeline-evaluation.js";
import { evaluationTerminal } from "../publish/evaluation-terminal.js";
import { jsonText } from "../text/json-text.js";
import type { Effects } from "./effects.js";
import { ENGINE_OPTIONS, enginesAsked, engineWorld, tellUsage } from "./engine-world.js";
import { parseArguments } from "./parse-arguments.js";
import { tellError, tellNote, tellProblems } from "./tell-problems.js";

const OPTIONS = {
  ...ENGINE_OPTIONS,
  json: { type: "boolean" },
  seed: { type: "string" },
  resamples: { type: "string" },
  "no-probes": { type: "boolean" },
} as const;

const LARGEST_FILE_BYTES = 10_000_000;
const MOST_EVENTS = 2_000;
const DEFAULT_RESAMPLES = 1_000;
const MOST_RESAMPLES = 100_000;

/** Events that are badly marked are named and left out (exit code 3); where none is left there is nothing to say (1). */
export async function evalCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("eval", args, OPTIONS);
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw wrong(`eval needs one folder of marked events and got ${positionals.length}. See readout eval --help.`);
  const engines = enginesAsked(values);
  if (engines.length !== 1) throw wrong("eval measures one engine at a time. Give --engine rules or --engine llm.");
  const seed = wholeNumber("--seed", values.seed, 1, 2 ** 32 - 1);
  const resamples = wholeNumber("--resamples", values.resamples, DEFAULT_RESAMPLES, MOST_RESAMPLES);
  const engine = openEngine(engines[0]!, engineWorld(values, effects));
  const { events, failures } = await readEvents(folder, effects);
  for (const failure of failures) await tellError(failure, effects);
  if (events.length === 0) throw nothingMarked(folder, failures.length);
  const options = {
    random: seededRandom(seed),
    resamples,
    probes: values["no-probes"] !== true,
    progress: async (event: string, at: number, of: number) => {
      if (effects.stderr.isTTY)
        await effects.stderr.write(`\r\u001b[K${at} of ${of}: ${event.replace(/[^\w .-]/g, "?")}`);
    },
  };
  const { value, problems } = await evaluateEngine(engine, events, options);
  if (effects.stderr.isTTY) await effects.stderr.write("\r\u001b[K");
  const hasErrors = await tellProblems(
    problems.filter(({ level }) => level !== "info"),
    effects,
  );
  await tellUsage(engine.id, value.usage, effects);
  const lines = () => evaluationTerminal(value.engine, value.evaluation).join("\n");
  await effects.stdout.write(
    `${values.json ? jsonText({ ...value.evaluation, engine: value.engine, usage: value.usage, seed }, 2) : lines()}\n`,
  );
  return hasErrors || failures.length > 0 ? 3 : 0;
}

async function readEvents(
  folder: string,
  effects: Effects,
): Promise<{ events: MarkedEvent[]; failures: ReadoutError[] }> {
  const names = await effects.listFolders(folder).catch((error: NodeJS.ErrnoException) => {
    throw new ReadoutError(
      "folder-unreadable",
      `${folder}: is no folder that can be read (${error.code ?? error.message}). Give the folder that holds one folder an event.`,
      1,
      error,
    );
  });
  if (names.length > MOST_EVENTS)
    throw wrong(`${folder}: holds ${names.length} folders; at most ${MOST_EVENTS} events are measured at a time.`);
  const events: MarkedEvent[] = [];
  const failures: ReadoutError[] = [];
  for (const name of names.sort()) {
    try {
      const event = await readEvent(join(folder, name), name, effects);
      if (event) events.push(event);
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error;
      failures.push(error);
    }
  }
  return { events, failures };
}

/** Null for a folder without marks. */
async function readEvent(path: string, name: string, effects: Effects): Promise<MarkedEvent | null> {
  const marks = await textAt(join(path, "gold.json"), effects);
  if (marks === null) return null;
  const texts = new Map<string, string>();
  const { event, sources } = markedEventOf(name, marks, join(path, "gold.json"));
  for (const { id, file } of sources) {
    if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(file))
      throw new ReadoutError(
        "marks-invalid",
        `${join(path, "gold.json")}: "${file.slice(0, 60)}" is no file name. Texts lie beside the marks.`,
      );
    const text = await textAt(join(path, file), effects);
    if (text !== null) texts.set(id, text);
  }
  const found = event((source) => texts.get(source));
  for (const cue of found.lost)
    await tellNote(`${name}: a marked phrase is not in its text and is left out: ${cue}`, effects);
  if (Object.keys(found.texts).length < 2)
    throw new ReadoutError(
      "marks-lack-texts",
      `${path}: of its ${sources.length} sources fewer than two have a text there, so nothing can be compared. Put the texts beside gold.json.`,
    );
  return found;
}

/** Null where there is no such file. Throws ReadoutError for one that cannot be read or is too large. */
async function textAt(path: string, effects: Effects): Promise<string | null> {
  try {
    const { bytes, size } = await effects.readFile(path, LARGEST_FILE_BYTES);
    if (Math.max(size, bytes.length) > LARGEST_FILE_BYTES)
      throw new ReadoutError(
        "marks-too-large",
        `${path}: is larger than ${LARGEST_FILE_BYTES / 1_000_000} MB. Split it.`,
      );
    return new TextDecoder("utf-8").decode(bytes);
  } catch (error) {
    if (error instanceof ReadoutError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new ReadoutError(
      "marks-unreadable",
      `${path}: cannot be read (${code ?? message}). Check the file.`,
      1,
      error,
    );
  }
}

function nothingMarked(folder: string, failures: number): ReadoutError {
  const why = failures > 0 ? "all of its events are badly marked, as named above" : "holds no folder with a gold.json";
  return new ReadoutError("nothing-marked", `${folder}: ${why}. The shape is described in docs/evaluation.md.`);
}

function wholeNumber(name: string, value: string | undefined, otherwise: number, most: number): number {
  if (value === undefined) return otherwise;
  if (/^\d{1,10}$/.test(value) && Number(value) >= 1 && Number(value) <= most) return Number(value);
  throw wrong(`${name}: "${value}" is no whole number from 1 to ${most}.`);
}

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", message, 2);
}
