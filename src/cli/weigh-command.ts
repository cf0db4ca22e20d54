/** `readout weigh AGREEMENT.yaml` -> what became of agreements like it, in the view that is asked for. */
import type { ScoredForecast } from "../model/forecast.js";
import { type ExitCode, ReadoutError } from "../model/problem.js";
import type { Weighing } from "../model/weighing.js";
import { scoreRegistry } from "../pipeline/forecasting.js";
import { weighAgreementFile } from "../pipeline/weighing.js";
import { weighingTerminal } from "../publish/weighing-terminal.js";
import { jsonText } from "../text/json-text.js";
import type { Effects } from "./effects.js";
import { openAgreement, openText } from "./open-agreement.js";
import { parseArguments, parseList } from "./parse-arguments.js";
import { tellNote, tellProblems } from "./tell-problems.js";
import { colourWanted, columnsOf } from "./terminal.js";
import { writeOut } from "./write-out.js";

const OPTIONS = {
  json: { type: "boolean" },
  "as-of": { type: "string" },
  horizons: { type: "string" },
  history: { type: "string", multiple: true },
  forecasts: { type: "string" },
  svg: { type: "string" },
  html: { type: "string" },
} as const;

const LARGEST_HISTORY = 100_000_000;
const LONGEST_HORIZON = 36_525;

/** Exit code 3 where rows of a history could not be read. */
export async function weighCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("weigh", args, OPTIONS);
  const [path, ...more] = positionals;
  if (path === undefined)
    throw wrong("weigh needs an AGREEMENT.yaml, as in weigh truce.yaml. See readout weigh --help.");
  if (more.length > 0)
    throw wrong(`weigh takes one agreement and got ${positionals.length}. Weigh them one at a time.`);
  const asOf = parseDay("as-of", values["as-of"]) ?? effects.clock.now().toISOString().slice(0, 10);
  const horizonsDays = parseHorizons(values.horizons);
  const agreement = await openAgreement(path, effects);
  const histories = [];
  for (const file of values.history ?? [])
    histories.push({ file, text: await openText(file, effects, LARGEST_HISTORY) });
  const forecasts = await openForecasts(values.forecasts, agreement.id, effects);
  const { value: weighing, problems } = weighAgreementFile(agreement, { asOf, horizonsDays, histories, forecasts });
  const hasErrors = await tellProblems(problems, effects);
  if (values.svg !== undefined) await writeFile(values.svg, await chartOf(weighing), effects);
  if (values.html !== undefined) await writeFile(values.html, await pageOf(weighing), effects);
  await effects.stdout.write(viewOf(weighing, values.json === true, effects));
  return hasErrors ? 3 : 0;
}

function viewOf(weighing: Weighing, json: boolean, effects: Effects): string {
  if (json) return `${jsonText(weighing, 2)}\n`;
  return `${weighingTerminal(weighing, { columns: columnsOf(effects), colour: colourWanted(effects) }).join("\n")}\n`;
}

/** Those of the registry that are about the agreement. */
async function openForecasts(path: string | undefined, about: string, effects: Effects): Promise<ScoredForecast[]> {
  if (path === undefined) return [];
  return scoreRegistry(await openText(path, effects, LARGEST_HISTORY), path, about).forecasts;
}

/** The curve of the class that fits best. */
async function chartOf({ classes, elapsedDays }: Weighing): Promise<string> {
  const [best] = classes;
  if (!best) throw new ReadoutError("no-class", "no class of past agreements fits, so there is no curve to draw.");
  const { incidenceChart } = await import("../publish/charts/incidence-chart.js");
  return incidenceChart(best, { elapsedDays });
}

async function pageOf(weighing: Weighing): Promise<string> {
  return (await import("../publish/weighing-html.js")).weighingHtml(weighing);
}

async function writeFile(path: string, text: string, effects: Effects): Promise<void> {
  await writeOut(path, text, effects);
  if (path !== "-") await tellNote(`wrote ${path}.`, effects);
}

/** YYYY-MM-DD of the calendar. Throws ReadoutError `usage`. */
export function parseDay(option: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value))
    return value;
  throw wrong(`--${option}: "${value}" is no day. Write 2025-03-24.`);
}

function parseHorizons(value: string | undefined): number[] | undefined {
  if (value === undefined) return undefined;
  const days = parseList(value).map((word) => {
    const number = Number(word);
    if (Number.isInteger(number) && number >= 1 && number <= LONGEST_HORIZON) return number;
    throw wrong(`--horizons: "${word}" is no number of days from 1 to ${LONGEST_HORIZON}. Write 30,90,365.`);
  });
  if (days.length === 0 || days.length > 20) throw wrong("--horizons takes 1 to 20 numbers of days, as in 30,90,365.");
  return [...new Set(days)].sort((a, b) => a - b);
}

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", message, 2);
}
