/** Problems and errors -> lines on standard error, one each, safe for a terminal. */
import type { Problem } from "../model/problem.js";
import type { ReadoutError } from "../model/readout-error.js";
import { safeLine } from "../text/terminal-text.js";
import type { Effects } from "./effects.js";

const WORDS: Record<Problem["level"], string> = { info: "note: ", warning: "warning: ", error: "error: " };

/** `readout: error: …`; a standard error that is closed takes nothing, and that is no error. */
export async function tellError(error: ReadoutError, effects: Effects): Promise<void> {
  await tell(`${WORDS.error}${error.message}`, effects);
}

/** One line a problem; true when one of them is of error level. */
export async function tellProblems(problems: readonly Problem[], effects: Effects): Promise<boolean> {
  for (const { level, message } of problems) await tell(`${WORDS[level]}${message}`, effects);
  return problems.some(({ level }) => level === "error");
}

/** A remark that is neither a problem of content nor an error. */
export async function tellNote(message: string, effects: Effects): Promise<void> {
  await tell(`${WORDS.info}${message}`, effects);
}

async function tell(line: string, effects: Effects): Promise<void> {
  await effects.stderr.write(`readout: ${safeLine(line)}\n`).catch(() => {});
}
