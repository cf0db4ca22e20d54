/** `readout watch AGREEMENT.yaml --incidents FEED=FILE…` -> findings under every reading, and what changed. */
import { readMapping } from "../catalog/read-agreement.js";
import { type ExitCode, ReadoutError } from "../model/problem.js";
import type { WatchReport } from "../model/watch-report.js";
import { displayNames, type FeedFile, mapGround, openWatch, regionName, type Watch } from "../pipeline-watch.js";
import { liveFinding, watchTerminal } from "../publish/watch-terminal.js";
import { jsonText } from "../text/json-text.js";
import type { Effects } from "./effects.js";
import { FETCH_OPTIONS, isAddress, networkFor } from "./fetching.js";
import { openAgreement, openText } from "./open-agreement.js";
import { parseArguments } from "./parse-arguments.js";
import { skippedRows } from "./skipped-rows.js";
import { tellNote, tellProblems } from "./tell-problems.js";
import { colourWanted, columnsOf } from "./terminal.js";
import { untilStopped } from "./until-stopped.js";

const OPTIONS = {
  json: { type: "boolean" },
  html: { type: "string" },
  chart: { type: "string" },
  map: { type: "string" },
  incidents: { type: "string", multiple: true },
  mapping: { type: "string", multiple: true },
  store: { type: "string" },
  live: { type: "boolean" },
  every: { type: "string" },
  limit: { type: "string" },
  memory: { type: "string" },
  "allow-private": FETCH_OPTIONS["allow-private"],
} as const;

const LARGEST_YAML = 2_000_000;
const EVERY_SECONDS = 30;
const SECONDS_A_DAY = 86_400;
const LARGEST_LIMIT = 1_000_000;

/** Exit code 3 where rows were skipped. */
export async function watchCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("watch", args, OPTIONS);
  const [path, ...more] = positionals;
  if (path === undefined)
    throw wrong(
      "watch needs an AGREEMENT.yaml, as in watch truce.yaml --incidents FEED=FILE. See readout watch --help.",
    );
  const files = [...(values.incidents ?? []), ...more].map(feedFile);
  if (files.length === 0)
    throw wrong("watch needs incidents, as in --incidents air-raid-alerts=alerts.csv. See readout watch --help.");
  const agreement = await openAgreement(path, effects);
  const mappings = [];
  for (const file of values.mapping ?? [])
    mappings.push(readMapping(await openText(file, effects, LARGEST_YAML), file));
  const everySeconds = wholeNumber("every", values.every, SECONDS_A_DAY) ?? EVERY_SECONDS;
  const skipped = skippedRows(effects);
  const network = files.some(({ file }) => isAddress(file)) ? await networkFor(values, effects) : undefined;
  const watch = await openWatch({
    agreement,
    files,
    mappings,
    store: values.store,
    incidentsUrl: effects.env.INCIDENTS_URL || undefined,
    limit: wholeNumber("limit", values.limit, LARGEST_LIMIT),
    memoryMegabytes: wholeNumber("memory", values.memory, LARGEST_LIMIT),
    world: network && { network, clock: effects.clock, random: effects.random },
    skip: skipped.take,
    progress: progressTo(effects),
  }).catch(async (error) => {
    await network?.close();
    throw error;
  });
  try {
    const { value: report, problems } = await watch.report();
    const hasErrors = await tellProblems(problems, effects);
    for (const note of await skipped.write()) await tellNote(note, effects);
    const written = await writePictures(report, values, effects);
    const json = values.json === true;
    // A line of findings follows, so that the report takes one line too.
    if (json && values.live) await effects.stdout.write(`${jsonText(report)}\n`);
    else if (json || !written) await writeView(report, json, effects);
    if (values.live) await follow(watch, { json, everySeconds }, effects);
    return hasErrors ? 3 : 0;
  } finally {
    await watch.close();
    await network?.close();
  }
}

/** Until the process is asked to end: what is new in the files, a finding as it comes. */
async function follow(
  watch: Watch,
  { json, everySeconds }: { json: boolean; everySeconds: number },
  effects: Effects,
): Promise<void> {
  await tellNote(`following; looks every ${everySeconds} seconds, ends with Ctrl+C.`, effects);
  const options = {
    names: displayNames(),
    region: regionName,
    columns: columnsOf(effects),
    colour: colourWanted(effects),
  };
  let first = true;
  await untilStopped(everySeconds, effects, async () => {
    // The report has just told what is there.
    if (first) {
      first = false;
      return;
    }
    const { value: findings, problems } = await watch.readOn();
    await tellProblems(problems, effects);
    for (const finding of findings)
      await effects.stdout.write(json ? `${jsonText(finding)}\n` : `${liveFinding(finding, options).join("\n")}\n`);
  });
}

/** True where a page or a picture was asked for. */
async function writePictures(
  report: WatchReport,
  { html, chart, map }: { html?: string | undefined; chart?: string | undefined; map?: string | undefined },
  effects: Effects,
): Promise<boolean> {
  if (html !== undefined)
    await writeOut(
      html,
      (await import("../publish/watch-html.js")).watchHtml(report, { names: displayNames(), ground: mapGround() }),
      effects,
    );
  if (chart !== undefined) {
    const timeline = report.timelines.find(({ bins }) => bins.length > 1);
    if (!timeline)
      throw new ReadoutError(
        "chart-empty",
        "--chart: no feed has records around the window, so there is nothing to draw.",
      );
    await writeOut(
      chart,
      (await import("../publish/watch-chart.js")).watchChart(timeline, report.readings[0]!.window),
      effects,
    );
  }
  if (map !== undefined) {
    const svg = (await import("../publish/watch-map.js")).watchMap(report.findings, mapGround());
    if (svg === null)
      throw new ReadoutError(
        "map-empty",
        "--map: no incident in the windows has a place on the map, so there is nothing to draw.",
      );
    await writeOut(map, svg, effects);
  }
  return html !== undefined || chart !== undefined || map !== undefined;
}

async function writeOut(path: string, text: string, effects: Effects): Promise<void> {
  try {
    await effects.writeFile(path, text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ReadoutError(
      "page-unwritable",
      `${path}: cannot be written (${code ?? message}). Give another path.`,
      1,
      error,
    );
  }
  await tellNote(`wrote ${path}.`, effects);
}

async function writeView(report: WatchReport, json: boolean, effects: Effects): Promise<void> {
  if (json) return effects.stdout.write(`${jsonText(report, 2)}\n`);
  const options = {
    names: displayNames(),
    region: regionName,
    columns: columnsOf(effects),
    colour: colourWanted(effects),
  };
  return effects.stdout.write(`${watchTerminal(report, options).join("\n")}\n`);
}

/** `FEED=FILE`, or a FILE whose columns tell. */
function feedFile(argument: string): FeedFile {
  const named = argument.match(/^([a-z][a-z0-9-]*)=(.+)$/s);
  return named ? { feed: named[1]!, file: named[2]! } : { feed: null, file: argument };
}

function wholeNumber(option: string, value: string | undefined, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw wrong(`--${option}: "${value}" is no whole number from 1 to ${most}.`);
}

const PROGRESS_EVERY_MS = 1_000;

/** A line now and then on a terminal; silence elsewhere. */
function progressTo(effects: Effects): (feed: string, done: { rows: number }) => Promise<void> {
  let told = performance.now();
  return async (feed, { rows }) => {
    if (!effects.stderr.isTTY || performance.now() - told < PROGRESS_EVERY_MS) return;
    told = performance.now();
    await tellNote(`${feed}: ${rows} rows read …`, effects);
  };
}

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", message, 2);
}
