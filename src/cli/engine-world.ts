/** The effects of the command -> what engines need of the outside world: fetch, a clock, a cache on disk. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Usage } from "../model/engine.js";
import { ENGINES, type EngineId } from "../model/engine-ids.js";
import { ReadoutError } from "../model/readout-error.js";
import type { EngineWorld } from "../pipeline-engines.js";
import type { Effects } from "./effects.js";
import { parseList } from "./parse-arguments.js";
import { tellNote } from "./tell-problems.js";

/** Options of every command that reads with an engine. */
export const ENGINE_OPTIONS = { engine: { type: "string" }, draft: { type: "boolean" } } as const;

export interface EngineValues {
  engine?: string | undefined;
  draft?: boolean | undefined;
}

const LARGEST_ENTRY_BYTES = 2_000_000;

/** The engines asked for; `rules` alone where none is named, so that nothing is ever sent unasked. */
export function enginesAsked({ engine }: EngineValues): EngineId[] {
  return engine === undefined ? ["rules"] : engineIds(parseList(engine));
}

/** "rules,llm" -> its engines, one or two. Throws ReadoutError `engine-unknown`, exit code 2. */
function engineIds(list: readonly string[]): EngineId[] {
  for (const word of list)
    if (!(ENGINES as readonly string[]).includes(word))
      throw new ReadoutError(
        "engine-unknown",
        `--engine: there is no "${word}". Give ${ENGINES.join(" or ")}, or rules,llm to see where they differ.`,
        2,
      );
  return [...new Set(list)] as EngineId[];
}

export function engineWorld({ draft }: EngineValues, effects: Effects): EngineWorld {
  const folder = cacheFolder(effects.env);
  return {
    env: effects.env,
    draft: draft === true,
    effects: {
      fetch: (url, init) => effects.fetch(url, init),
      wait: (milliseconds) => effects.clock.sleep(milliseconds),
      now: () => effects.clock.now().getTime(),
      readEntry: async (name) => {
        const entry = await effects.readFile(pathOf(folder, name), LARGEST_ENTRY_BYTES).catch(() => null);
        return entry === null || entry.bytes.length > LARGEST_ENTRY_BYTES
          ? null
          : Buffer.from(entry.bytes).toString("utf8");
      },
      writeEntry: async (name, text) => {
        if (folder !== null) await effects.writeCache(pathOf(folder, name), text).catch(() => undefined);
      },
    },
  };
}

function pathOf(folder: string | null, name: string): string {
  return join(folder ?? "", "readout", "llm", `${createHash("sha256").update(name).digest("hex")}.json`);
}

/** As the XDG Base Directory Specification has it. */
function cacheFolder(env: Effects["env"]): string | null {
  const home = env.HOME ?? env.USERPROFILE;
  return env.READOUT_CACHE || env.XDG_CACHE_HOME || (home ? join(home, ".cache") : null);
}

/** "llm: 3 requests (1 repair), 2 from the cache, 1,200 + 300 tokens, 0.0012 US dollars, 4.1 s" on standard error. */
export async function tellUsage(engine: string, usage: Usage | null, effects: Effects): Promise<void> {
  if (!usage) return;
  const { requests, cached, repairs, promptTokens, completionTokens, costUsd, seconds } = usage;
  const number = new Intl.NumberFormat("en");
  const cost = costUsd === null ? "cost not known (READOUT_LLM_PRICES)" : `${costUsd.toFixed(4)} US dollars`;
  const repaired = repairs > 0 ? ` (${repairs} of them repairs)` : "";
  await tellNote(
    `${engine}: ${requests} requests${repaired}, ${cached} answers from the cache, ${number.format(promptTokens)} + ${number.format(completionTokens)} tokens, ${cost}, ${seconds.toFixed(1)} s.`,
    effects,
  );
}
