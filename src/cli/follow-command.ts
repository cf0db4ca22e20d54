/** `readout follow PUBLISHER…` -> what is new with them is fetched into the archive, a line a text as it comes. */
import { parseYaml } from "../catalog/read-catalog.js";
import { type ExitCode, ReadoutError } from "../model/problem.js";
import { Publisher } from "../model/publisher.js";
import { type FollowEvent, followPublishers } from "../pipeline/follow-publishers.js";
import { knownPublishers } from "../pipeline.js";
import { jsonText } from "../text/json-text.js";
import { safeLine } from "../text/terminal-text.js";
import type { Effects } from "./effects.js";
import { archiveAt, FETCH_OPTIONS, networkFor } from "./fetching.js";
import { parseArguments, parsePublished } from "./parse-arguments.js";
import { openProgress } from "./progress.js";
import { tellProblems } from "./tell-problems.js";

const OPTIONS = {
  archive: FETCH_OPTIONS.archive,
  "allow-private": FETCH_OPTIONS["allow-private"],
  all: { type: "boolean" },
  list: { type: "boolean" },
  sources: { type: "string" },
  since: { type: "string" },
  most: { type: "string" },
  pause: { type: "string" },
  json: { type: "boolean" },
} as const;

const LARGEST_SOURCES_BYTES = 1_000_000;
const PAUSE_SECONDS = 2;
const MOST_TEXTS = 100;

export async function followCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("follow", args, OPTIONS);
  const known = [...(await ownPublishers(values.sources, effects)), ...knownPublishers()];
  if (values.list) return listPublishers(known, effects);
  const publishers = values.all ? known : positionals.map((id) => choose(id, known));
  if (publishers.length === 0)
    throw wrong("follow needs the ids of publishers, or --all. See readout follow --list for those there are.");
  const options = {
    since: parsePublished(values.since, "--since") ?? null,
    most: numberOf("--most", values.most, MOST_TEXTS, 1),
    pauseSeconds: numberOf("--pause", values.pause, PAUSE_SECONDS, 0),
  };
  const archive = await archiveAt(values.archive, effects);
  const network = await networkFor(values, effects);
  const progress = openProgress(effects);
  let hasErrors = false;
  const tell = async (event: FollowEvent) => {
    await progress.clear();
    hasErrors = (await tellProblems(event.problems, effects)) || hasErrors;
    if (event.kind === "text")
      await effects.stdout.write(values.json ? `${jsonText(recordOf(event))}\n` : lineOf(event));
    await progress.show(event);
  };
  try {
    await followPublishers(
      publishers,
      { ...options, network, archive, clock: effects.clock, random: effects.random },
      tell,
    );
  } finally {
    await progress.clear();
    await network.close();
  }
  return hasErrors ? 3 : 0;
}

type TextEvent = Extract<FollowEvent, { kind: "text" }>;

function recordOf({ publisher, address, outcome, version, problems }: TextEvent) {
  const { fetchedAt = null, sha256 = null, textSha256 = null, title = null, published = null } = version ?? {};
  return { publisher, address, outcome, title, published, fetchedAt, sha256, textSha256, problems };
}

function lineOf({ publisher, address, outcome, version }: TextEvent): string {
  if (outcome === "same" || outcome === "failed" || outcome === "refused") return "";
  const what = [version?.published ?? "no date", version?.title ?? "no title"].join("  ");
  return `${outcome.padEnd(8)}${publisher.padEnd(22)}${safeLine(what)}\n${" ".repeat(8)}${safeLine(address)}\n`;
}

async function listPublishers(known: readonly Publisher[], effects: Effects): Promise<0> {
  for (const { id, name, party, outlet, languages, licence } of known) {
    const columns = [id.padEnd(24), (party ?? outlet ?? "").padEnd(18), languages.join(" ").padEnd(24)];
    await effects.stdout.write(`${columns.join("")}${safeLine(`${name} (${licence})`)}\n`);
  }
  return 0;
}

function choose(id: string, known: readonly Publisher[]): Publisher {
  const publisher = known.find((each) => each.id === id);
  if (publisher) return publisher;
  throw wrong(
    `"${id}" is no publisher that the catalogue knows. See readout follow --list, or give your own with --sources.`,
  );
}

/** Entries of the user's own, in the catalogue's form; they stand before those of the catalogue. */
async function ownPublishers(path: string | undefined, effects: Effects): Promise<Publisher[]> {
  if (path === undefined) return [];
  const { bytes, size } = await effects.readFile(path, LARGEST_SOURCES_BYTES).catch((error: NodeJS.ErrnoException) => {
    throw new ReadoutError(
      "sources-unreadable",
      `--sources: ${path} cannot be read (${error.code ?? error.message}). Check the path.`,
      2,
      error,
    );
  });
  if (size > LARGEST_SOURCES_BYTES)
    throw wrong(`--sources: ${path} is larger than 1 MB. Give a file of catalogue entries.`);
  const value = parseYaml(Buffer.from(bytes).toString("utf8"), path);
  const parsed = Publisher.array().safeParse(Array.isArray(value) ? value : [value]);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0]!;
  throw wrong(`--sources: ${path}: entry ${first.path.join(".")}: ${first.message}. See catalog/sources for the form.`);
}

function numberOf(option: string, value: string | undefined, otherwise: number, least: number): number {
  const number = value === undefined ? otherwise : Number(value);
  if (value !== "" && Number.isFinite(number) && number >= least) return number;
  throw wrong(`${option}: "${value}" is no number of at least ${least}.`);
}

function wrong(message: string): ReadoutError {
  return new ReadoutError("usage", message, 2);
}
