/** `readout COMMAND VERB …` -> the verb's function, called with the rest. */
import { type ExitCode, ReadoutError } from "../model/problem.js";
import { displayNames } from "../pipeline.js";
import type { LinesOptions } from "../publish/ledger-lines.js";
import { jsonText } from "../text/json-text.js";
import type { Effects } from "./effects.js";
import { colourWanted, columnsOf } from "./terminal.js";

export type Verb = (args: string[], effects: Effects) => Promise<0 | ExitCode>;

/** Throws ReadoutError `usage` that names the verbs. */
export function callVerb(
  command: string,
  verbs: Readonly<Record<string, Verb>>,
  [name, ...args]: string[],
  effects: Effects,
) {
  const verb = name !== undefined && Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb) return verb(args, effects);
  const known = Object.keys(verbs).join(", ");
  const what = name === undefined ? "needs to be told what to do" : `knows no "${name}"`;
  throw new ReadoutError("usage", `${command} ${what}. It knows: ${known}. See readout ${command} --help.`, 2);
}

/** The positional arguments by name, `?` for one that may be missing. Throws ReadoutError `usage`. */
export function named(command: string, names: readonly string[], positionals: readonly string[]): string[] {
  const needed = names.filter((name) => !name.endsWith("?")).length;
  if (positionals.length >= needed && positionals.length <= names.length) return [...positionals];
  const form = names.map((name) => (name.endsWith("?") ? `[${name.slice(0, -1)}]` : name)).join(" ");
  throw new ReadoutError(
    "usage",
    `write readout ${command} ${form}; ${positionals.length} given. See readout ${command.split(" ")[0]} --help.`,
    2,
  );
}

/** One JSON object for programs, lines for people. */
export async function answer(
  effects: Effects,
  json: boolean | undefined,
  value: unknown,
  lines: (options: LinesOptions) => readonly string[],
): Promise<0> {
  const text = json ? jsonText(value, 2) : lines(linesOptions(effects)).join("\n");
  await effects.stdout.write(`${text}\n`);
  return 0;
}

function linesOptions(effects: Effects): LinesOptions {
  return { names: displayNames(), columns: columnsOf(effects), colour: colourWanted(effects) };
}
