/** Answers as they come in -> the Usage of a reading. */
import type { Usage } from "../../model/engine.js";
import type { Answer } from "./chat-client.js";
import type { Settings } from "./settings.js";

export interface Meter {
  count(answer: Answer, isRepair: boolean): void;
  countCached(): void;
  usage(): Usage;
}

const MILLION = 1_000_000;

/** `now` in milliseconds; counts from its first call on. */
export function meterOf({ prices }: Settings, now: () => number): Meter {
  const began = now();
  const sums = { requests: 0, cached: 0, repairs: 0, promptTokens: 0, completionTokens: 0 };
  return {
    count({ promptTokens, completionTokens }, isRepair) {
      sums.requests += 1;
      sums.repairs += Number(isRepair);
      sums.promptTokens += promptTokens;
      sums.completionTokens += completionTokens;
    },
    countCached() {
      sums.cached += 1;
    },
    usage() {
      const cost = prices && (sums.promptTokens * prices.prompt + sums.completionTokens * prices.completion) / MILLION;
      return { ...sums, costUsd: cost, seconds: Math.round(now() - began) / 1000 };
    },
  };
}

/** Of several readings; a cost that is not known of one is not known of all. */
export function addUsage(a: Usage, b: Usage): Usage {
  return {
    requests: a.requests + b.requests,
    cached: a.cached + b.cached,
    repairs: a.repairs + b.repairs,
    promptTokens: a.promptTokens + b.promptTokens,
    completionTokens: a.completionTokens + b.completionTokens,
    costUsd: a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd,
    seconds: Math.round((a.seconds + b.seconds) * 1000) / 1000,
  };
}
