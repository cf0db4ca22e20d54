/** `readout forecast add|code|resolve|list|score|propose` -> a registry of others' predictions, and how they fared. */
import { parseYaml } from "../catalog/read-catalog.js";
import type { Document } from "../model/document.js";
import type { ForecastEvent } from "../model/forecast.js";
import { type ExitCode, ReadoutError } from "../model/problem.js";
import { evidenceFrom, forecastFrom, forecastsProposedIn, scoreRegistry, withEvent } from "../pipeline/forecasting.js";
import { forecastLines, proposalLines, recordLines } from "../publish/forecast-lines.js";
import type { Effects } from "./effects.js";
import { FETCH_OPTIONS, type FetchValues, openFetching } from "./fetching.js";
import { openText } from "./open-agreement.js";
import { nameSources, readSource } from "./open-sources.js";
import { parseArguments } from "./parse-arguments.js";
import { answer, callVerb, named, type Verb } from "./subcommand.js";
import { tellNote } from "./tell-problems.js";
import { parseDay } from "./weigh-command.js";

const VERBS: Record<string, Verb> = { add, code, resolve, list, score, propose };
const COMMON = { json: { type: "boolean" }, registry: { type: "string" }, ...FETCH_OPTIONS } as const;
const LARGEST_FILE = 20_000_000;

export const forecastCommand: Verb = async (args, effects) => callVerb("forecast", VERBS, args, effects);

async function add(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("forecast", args, { ...COMMON, source: { type: "string" } });
  const [file] = named("forecast add", ["FORECAST.yaml"], positionals) as [string];
  const document = await openDocument(values.source, values, effects);
  const value = parseYaml(await openText(file, effects, LARGEST_FILE), file);
  const forecast = forecastFrom(value, file, document);
  await append({ event: "added", at: now(effects), forecast }, values.registry, effects);
  return told(`registered "${forecast.id}" by ${forecast.by}.`, effects);
}

async function code(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("forecast", args, {
    ...COMMON,
    probability: { type: "string" },
    by: { type: "string" },
  });
  const [id] = named("forecast code", ["ID"], positionals) as [string];
  const probability = Number(values.probability);
  if (!(probability >= 0.001 && probability <= 0.999))
    throw wrong(
      `--probability: "${values.probability ?? ""}" is not between 0.001 and 0.999. 0 and 1 cannot be scored.`,
    );
  await append(
    { event: "coded", at: now(effects), id, probability, codedBy: needed("by", values.by) },
    values.registry,
    effects,
  );
  return told(`"${id}" is coded as ${probability} by ${values.by}.`, effects);
}

async function resolve(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("forecast", args, {
    ...COMMON,
    outcome: { type: "string" },
    on: { type: "string" },
    source: { type: "string" },
    quote: { type: "string" },
    by: { type: "string" },
  });
  const [id] = named("forecast resolve", ["ID"], positionals) as [string];
  const outcome = (["yes", "no", "void"] as const).find((word) => word === values.outcome);
  if (!outcome) throw wrong(`--outcome: "${values.outcome ?? ""}" is none of yes, no, void.`);
  const document = await openDocument(values.source, values, effects);
  const evidence = evidenceFrom(needed("quote", values.quote), document);
  const on = parseDay("on", values.on) ?? now(effects).slice(0, 10);
  const resolution = { outcome, on, evidence, by: needed("by", values.by) };
  await append({ event: "resolved", at: now(effects), id, resolution }, values.registry, effects);
  return told(`"${id}" is settled: ${outcome}.`, effects);
}

async function list(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("forecast", args, { ...COMMON, about: { type: "string" } });
  named("forecast list", [], positionals);
  const { forecasts } = await scored(values.registry, values.about, effects);
  return answer(effects, values.json, forecasts, ({ columns }) => forecastLines(forecasts, columns));
}

async function score(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("forecast", args, { ...COMMON, about: { type: "string" } });
  named("forecast score", [], positionals);
  const registry = await scored(values.registry, values.about, effects);
  return answer(effects, values.json, registry, ({ columns }) =>
    registry.forecasters.length === 0 ? ["No forecast is registered."] : recordLines(registry.forecasters, columns),
  );
}

async function propose(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("forecast", args, COMMON);
  const [source] = named("forecast propose", ["SOURCE"], positionals) as [string];
  const proposals = forecastsProposedIn(await openDocument(source, values, effects));
  return answer(effects, values.json, proposals, ({ columns }) => proposalLines(proposals, columns));
}

async function openDocument(source: string | undefined, values: FetchValues, effects: Effects): Promise<Document> {
  const fetching = openFetching(values, effects);
  try {
    return (await readSource(nameSources([needed("source", source)])[0]!, {}, fetching, effects)).value;
  } finally {
    await fetching.close();
  }
}

/** The option, else READOUT_FORECASTS, else forecasts.ndjson where the command is called. */
function registryPath(option: string | undefined, { env }: Effects): string {
  return option ?? env.READOUT_FORECASTS ?? "forecasts.ndjson";
}

async function scored(option: string | undefined, about: string | undefined, effects: Effects) {
  const path = registryPath(option, effects);
  return scoreRegistry(await openText(path, effects, LARGEST_FILE), path, about);
}

async function append(event: ForecastEvent, option: string | undefined, effects: Effects): Promise<void> {
  const path = registryPath(option, effects);
  const before = (await effects.realPath(path)) === null ? "" : await openText(path, effects, LARGEST_FILE);
  await effects.writeFile(path, withEvent(before, event, path));
}

async function told(message: string, effects: Effects): Promise<0> {
  await tellNote(message, effects);
  return 0;
}

function now({ clock }: Effects): string {
  return clock.now().toISOString();
}

function needed(option: string, value: string | undefined): string {
  if (value !== undefined && value !== "") return value;
  throw wrong(`forecast needs --${option}. See readout forecast --help.`);
}

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", message, 2);
}
