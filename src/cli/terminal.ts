/** Streams and environment -> how wide and how colourful the output may be. */
import type { Effects } from "./effects.js";

/** Where no terminal tells its width. */
const DEFAULT_COLUMNS = 100;

const NARROWEST = 40;

/** Of the terminal, else of the environment (`COLUMNS`), else 100; never under 40. */
export function columnsOf({ stdout, env }: Effects): number {
  const columns = stdout.columns ?? Number(env.COLUMNS);
  return Number.isInteger(columns) && columns > 0 ? Math.max(columns, NARROWEST) : DEFAULT_COLUMNS;
}

/** On a terminal only, unless NO_COLOR is set to anything (no-color.org) or the terminal is dumb. */
export function colourWanted({ stdout, env }: Effects): boolean {
  return stdout.isTTY && !env.NO_COLOR && env.TERM !== "dumb";
}
