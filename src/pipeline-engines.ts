/** Documents and the engines that the user names -> acts, comparisons, and where two engines differ; each act through the gate. */
import { compareActs, type ReadSource } from "./comparison/compare-acts.js";
import { compareEngines } from "./engines/compare-engines.js";
import type { CacheEffects } from "./engines/llm/answer-cache.js";
import type { LlmEffects } from "./engines/llm/chat-client.js";
import { llmEngine } from "./engines/llm/llm-engine.js";
import { settingsFrom } from "./engines/llm/settings.js";
import { addUsage } from "./engines/llm/usage-meter.js";
import { rulesEngine } from "./engines/rules-engine.js";
import type { Comparison } from "./model/comparison.js";
import type { Document } from "./model/document.js";
import type { Engine, EngineReading, Usage } from "./model/engine.js";
import type { EngineComparison } from "./model/engine-difference.js";
import type { EngineId } from "./model/engine-ids.js";
import type { Outcome, Problem } from "./model/problem.js";
import { type ComparingOptions, knownCatalog, knownLexicon, type ReadingOptions, readActs } from "./pipeline.js";
import { admitter } from "./statements/read-proposal.js";

/** What engines need of the outside world; `env` names the endpoint. */
export interface EngineWorld {
  env: Readonly<Record<string, string | undefined>>;
  effects: LlmEffects & CacheEffects;
  /** True where the user called the sources drafts. */
  draft: boolean;
}

/** Throws ReadoutError of exit code 2 where the engine's settings are missing or wrong. */
export function openEngine(id: EngineId, { env, effects, draft }: EngineWorld): Engine {
  if (id === "rules") return rulesEngine((document, participants) => readActs(document, { participants }));
  return llmEngine({
    settings: settingsFrom(env),
    effects,
    draft,
    admitTo: (document, participants) => admitter(document, knownLexicon(), participants, "llm"),
  });
}

export interface EngineComparing {
  comparison: Comparison;
  usage: Usage | null;
}

/** The comparison of texts that one engine reads. */
export async function compareWith(
  engine: Engine,
  documents: readonly Document[],
  options: ComparingOptions = {},
): Promise<Outcome<EngineComparing>> {
  const readings = await readEach(engine, documents, options);
  const sources = documents.map((document, at): ReadSource => ({ document, acts: readings[at]!.acts }));
  const compared = compareActs(sources, knownCatalog(), {
    watchlist: options.watchlist ?? null,
    participants: [...(options.participants ?? [])],
  });
  return {
    value: { comparison: compared.value, usage: usageOf(readings) },
    problems: [...problemsOf(readings), ...compared.problems],
  };
}

/** Where two engines differ on the same texts, and why each thinks so. */
export async function differencesOf(
  engines: readonly [Engine, Engine],
  documents: readonly Document[],
  options: ReadingOptions = {},
): Promise<Outcome<EngineComparison>> {
  const readings: EngineReading[][] = [];
  for (const engine of engines) readings.push(await readEach(engine, documents, options));
  const [one, two] = readings as [EngineReading[], EngineReading[]];
  const found = documents.map(({ id }, at) =>
    compareEngines(id, [
      { id: engines[0].id, acts: one[at]!.acts },
      { id: engines[1].id, acts: two[at]!.acts },
    ]),
  );
  const sum = (count: (one: (typeof found)[number]) => number) => found.reduce((all, each) => all + count(each), 0);
  return {
    value: {
      engines: engines.map(({ id, model }, at) => ({
        id,
        model,
        acts: readings[at]!.reduce((all, { acts }) => all + acts.length, 0),
        usage: usageOf(readings[at]!),
      })),
      shared: sum(({ shared }) => shared),
      alike: sum(({ alike }) => alike),
      differences: found.flatMap(({ differences }) => differences),
    },
    problems: readings.flatMap(problemsOf),
  };
}

/** One after the other: an endpoint is not pressed, and what fails first is told first. */
async function readEach(
  engine: Engine,
  documents: readonly Document[],
  { participants }: ReadingOptions,
): Promise<EngineReading[]> {
  const readings: EngineReading[] = [];
  for (const document of documents) readings.push(await engine.read(document, participants));
  return readings;
}

function usageOf(readings: readonly EngineReading[]): Usage | null {
  const spent = readings.flatMap(({ usage }) => (usage ? [usage] : []));
  return spent.length > 0 ? spent.reduce(addUsage) : null;
}

function problemsOf(readings: readonly EngineReading[]): Problem[] {
  return readings.flatMap(({ problems }) => problems);
}
