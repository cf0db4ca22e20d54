/** A request that may fail for a while -> its answer after a few tries, each later than the one before. */
import type { ReadoutError } from "../model/readout-error.js";
import type { Answer, Clock } from "./network.js";

export interface RetryOptions {
  clock: Clock;
  /** 0 to 1: spreads those who retry at the same time. */
  random: () => number;
  tries?: number;
}

const FIRST_PAUSE_SECONDS = 2;
/** Whoever asks for a longer wait is left alone until the next run. */
const LONGEST_PAUSE_SECONDS = 60;
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
const PASSING_CODES = new Set(["fetch-failed", "fetch-timeout"]);

/** The last answer or error where all tries fail. Waits 2, 4, 8 … s, give or take half, or as long as the server asks. */
export async function withRetries(
  ask: () => Promise<Answer>,
  { clock, random, tries = 3 }: RetryOptions,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask().catch((error: unknown) => error);
    const isAnswer = !(answer instanceof Error);
    const passes = isAnswer ? PASSING.has((answer as Answer).status) : PASSING_CODES.has((answer as ReadoutError).code);
    const pause = isAnswer && passes ? askedPause(answer as Answer, clock) : null;
    if (!passes || attempt === tries || (pause ?? 0) > LONGEST_PAUSE_SECONDS) {
      if (!isAnswer) throw answer;
      return answer as Answer;
    }
    await clock.sleep((pause ?? FIRST_PAUSE_SECONDS * 2 ** (attempt - 1) * (0.5 + random())) * 1000);
  }
}

/** Retry-After in seconds, or a date (RFC 9110, 10.2.3); null where there is none that can be read. */
export function askedPause({ headers }: Answer, clock: Clock): number | null {
  const field = headers["retry-after"] ?? "";
  if (/^\d{1,6}$/.test(field)) return Number(field);
  const date = Date.parse(field);
  return Number.isNaN(date) ? null : Math.max(0, (date - clock.now().getTime()) / 1000);
}
