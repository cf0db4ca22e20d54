/** `readout changes [ADDRESS…]` -> the silent edits that the archive holds, with what they did to the acts. */
import { type ExitCode, ReadoutError } from "../model/problem.js";
import { normalAddress } from "../pipeline/fetch-source.js";
import { listChanges } from "../pipeline/list-changes.js";
import { displayNames } from "../pipeline.js";
import { changeLines } from "../publish/changes-view.js";
import { jsonText } from "../text/json-text.js";
import type { Effects } from "./effects.js";
import { archiveAt } from "./fetching.js";
import { parseArguments, parsePublished } from "./parse-arguments.js";
import { tellNote, tellProblems } from "./tell-problems.js";
import { colourWanted, columnsOf } from "./terminal.js";

const OPTIONS = {
  archive: { type: "string" },
  since: { type: "string" },
  publisher: { type: "string" },
  json: { type: "boolean" },
} as const;

export async function changesCommand(args: string[], effects: Effects): Promise<0 | ExitCode> {
  const { values, positionals } = parseArguments("changes", args, OPTIONS);
  const since = parsePublished(values.since, "--since");
  const options = {
    since: since === undefined ? undefined : new Date(since),
    addresses: positionals.length === 0 ? undefined : positionals.map(addressOf),
    publisherId: values.publisher,
  };
  const archive = await archiveAt(values.archive, effects);
  const view = { names: displayNames(), columns: columnsOf(effects), colour: colourWanted(effects) };
  let [count, hasErrors] = [0, false];
  for await (const found of listChanges(archive, options)) {
    if ("level" in found) hasErrors = (await tellProblems([found], effects)) || hasErrors;
    else {
      const words = values.json ? jsonText(found) : `${count > 0 ? "\n" : ""}${changeLines(found, view).join("\n")}`;
      await effects.stdout.write(`${words}\n`);
      count++;
    }
  }
  if (count === 0) await tellNote(`${archive.folder}: no text has changed${since ? ` since ${since}` : ""}.`, effects);
  return hasErrors ? 3 : 0;
}

function addressOf(words: string): string {
  if (/^https?:/i.test(words) && URL.canParse(words)) return normalAddress(words);
  throw new ReadoutError("usage", `"${words}" is no address. Give http or https addresses, or none for all.`, 2);
}
