/** `readout compare --engine …` -> the comparison as another engine reads the texts, or where two engines differ and why. */

import type { EngineId } from "../model/engine-ids.js";
import { type ExitCode, ReadoutError } from "../model/problem.js";
import { displayNames, type ReadingOptions } from "../pipeline.js";
import { compareWith, differencesOf, openEngine } from "../pipeline-engines.js";
import { enginesTerminal } from "../publish/engines-terminal.js";
import { jsonText } from "../text/json-text.js";
import { readAll } from "./compare-command.js";
import type { Effects } from "./effects.js";
import { type EngineValues, engineWorld, tellUsage } from "./engine-world.js";
import type { FetchValues } from "./fetching.js";
import type { SourceName } from "./open-sources.js";
import { tellProblems } from "./tell-problems.js";
import { colourWanted, columnsOf } from "./terminal.js";
import { formatOf, writeComparison } from "./write-comparison.js";

type Values = Parameters<typeof formatOf>[0] &
  EngineValues &
  FetchValues & { html?: string | undefined; watchlist?: string | undefined };

/** With one engine the comparison, its usage beside it in the JSON; with two their differences, text by text. */
export async function compareByEngines(
  engines: readonly EngineId[],
  names: readonly SourceName[],
  values: Values,
  reading: ReadingOptions,
  effects: Effects,
): Promise<0 | ExitCode> {
  const format = formatOf(values);
  if (engines.length === 2 && (values.html !== undefined || (format !== undefined && format !== "json")))
    throw new ReadoutError(
      "usage",
      "With two engines compare prints their differences, for the terminal or with --json. Leave the other formats out.",
      2,
    );
  const world = engineWorld(values, effects);
  const opened = engines.map((id) => openEngine(id, world));
  const read = await readAll(names, reading, values, effects);
  const documents = read.map(({ value }) => value);
  const [one, two] = opened;
  if (one && two) {
    const { value, problems } = await differencesOf([one, two], documents, reading);
    const hasErrors = await tellProblems([...read.flatMap((outcome) => outcome.problems), ...problems], effects);
    for (const { id, usage } of value.engines) await tellUsage(id, usage, effects);
    const options = { names: displayNames(), columns: columnsOf(effects), colour: colourWanted(effects) };
    const view = format === "json" ? jsonText(value, 2) : enginesTerminal(value, options).join("\n");
    await effects.stdout.write(`${view}\n`);
    return hasErrors ? 3 : 0;
  }
  const { value, problems } = await compareWith(one!, documents, { ...reading, watchlist: values.watchlist });
  const hasErrors = await tellProblems([...read.flatMap((outcome) => outcome.problems), ...problems], effects);
  await tellUsage(one!.id, value.usage, effects);
  const engine = { id: one!.id, model: one!.model, usage: value.usage };
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  await writeComparison({ ...value.comparison, engine }, { format, html: values.html, texts }, effects);
  return hasErrors ? 3 : 0;
}
