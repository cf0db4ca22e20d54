/** `readout compare --report ARTICLE ID=READOUT…` -> where the report drifts from the readouts. */
import type { DriftReport } from "../model/drift.js";
import { type ExitCode, ReadoutError } from "../model/problem.js";
import { displayNames, driftOfReport } from "../pipeline.js";
import { driftCsv, driftMarkdown } from "../publish/drift-tables.js";
import { driftTerminal } from "../publish/drift-terminal.js";
import { jsonText } from "../text/json-text.js";
import { readAll } from "./compare-command.js";
import type { Effects } from "./effects.js";
import type { FetchValues } from "./fetching.js";
import { nameSources } from "./open-sources.js";
import { readingOptions } from "./reading-options.js";
import { tellProblems } from "./tell-problems.js";
import { colourWanted, columnsOf } from "./terminal.js";
import { formatOf } from "./write-comparison.js";

type Values = Parameters<typeof readingOptions>[0] &
  Parameters<typeof formatOf>[0] &
  FetchValues & { report: string; html?: string | undefined; watchlist?: string | undefined };

/** Throws ReadoutError `usage` where no readout is given, or an option that makes no sense here. */
export async function compareReport(values: Values, positionals: string[], effects: Effects): Promise<0 | ExitCode> {
  if (positionals.length === 0)
    throw wrong(
      "--report needs one or more readouts to set the report against, as in --report article.txt us=us.txt ru=ru.txt.",
    );
  for (const option of ["html", "watchlist"] as const)
    if (values[option] !== undefined) throw wrong(`--${option} does not go with --report. Leave it out.`);
  const format = formatOf(values);
  const names = nameSources([named(values.report), ...positionals]);
  const options = readingOptions(values);
  const [report, ...readouts] = await readAll(names, options, values, effects);
  const { value, problems } = driftOfReport(
    report!.value,
    readouts.map((read) => read.value),
    options,
  );
  const hasErrors = await tellProblems(
    [...[report!, ...readouts].flatMap((read) => read.problems), ...problems],
    effects,
  );
  await effects.stdout.write(shown(value, format, effects));
  return hasErrors ? 3 : 0;
}

/** `--report` takes a SOURCE like the others; without a name of its own it is called "report". */
function named(source: string): string {
  return /^[a-z][a-z0-9-]*=/.test(source) ? source : `report=${source}`;
}

function shown(found: DriftReport, format: ReturnType<typeof formatOf>, effects: Effects): string {
  if (format === "json") return `${jsonText(found, 2)}\n`;
  if (format === "markdown") return driftMarkdown(found);
  if (format === "csv") return driftCsv(found);
  const options = { names: displayNames(), columns: columnsOf(effects), colour: colourWanted(effects) };
  return `${driftTerminal(found, options).join("\n")}\n`;
}

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", message, 2);
}
