/** `readout history FILE` -> what a history file holds by class, and whether any model predicts on it. */
import type { ExitCode } from "../model/problem.js";
import { examineHistory } from "../pipeline/weighing.js";
import { historyLines } from "../publish/history-lines.js";
import type { Effects } from "./effects.js";
import { openText } from "./open-agreement.js";
import { parseArguments } from "./parse-arguments.js";
import { answer, named } from "./subcommand.js";
import { tellProblems } from "./tell-problems.js";

const LARGEST_HISTORY = 100_000_000;

/** Exit code 3 where rows could not be read; each is named. */
export async function historyCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("history", args, { json: { type: "boolean" } });
  const [file] = named("history", ["FILE"], positionals) as [string];
  const { value, problems } = examineHistory({ file, text: await openText(file, effects, LARGEST_HISTORY) });
  const hasErrors = await tellProblems(problems, effects);
  await answer(effects, values.json, value, ({ columns }) => historyLines(value, columns));
  return hasErrors ? 3 : 0;
}
