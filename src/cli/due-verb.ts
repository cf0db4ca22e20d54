/** `readout ledger due` -> what starts and lapses under which reading, in the terminal or as a calendar file. */
import { ReadoutError } from "../model/problem.js";
import { dueIn } from "../pipeline-ledger.js";
import { calendarOf } from "../publish/calendar.js";
import { dueLines } from "../publish/ledger-lines.js";
import { chooseDossier } from "./choose-dossier.js";
import type { Effects } from "./effects.js";
import { parseArguments, parseWhen } from "./parse-arguments.js";
import { answer, named } from "./subcommand.js";
import { tellNote } from "./tell-problems.js";
import { withStore } from "./with-store.js";
import { writeOut } from "./write-out.js";

const MOST_DAYS = 36_525;

export async function dueVerb(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("ledger", args, {
    json: { type: "boolean" },
    dossier: { type: "string" },
    days: { type: "string" },
    "as-of": { type: "string" },
    ics: { type: "string" },
  });
  named("ledger due", [], positionals);
  const days = values.days === undefined ? undefined : Number(values.days);
  if (days !== undefined && !(days >= 0 && days <= MOST_DAYS))
    throw new ReadoutError("usage", `--days: "${values.days}" is no number of days up to ${MOST_DAYS}.`, 2);
  const asOf = parseWhen("--as-of", values["as-of"]);
  const { dossier, due } = await withStore(effects, async (store, person) => {
    const chosen = await chooseDossier(store, person, values.dossier);
    return { dossier: chosen, due: await dueIn(store, person, chosen, { asOf, days }) };
  });
  if (values.ics !== undefined) {
    await writeOut(values.ics, calendarOf(dossier, due.commitments), effects);
    if (values.ics !== "-")
      await tellNote(`wrote ${values.ics}; a calendar that subscribes to it keeps it up to date.`, effects);
    if (!values.json) return 0;
  }
  return answer(effects, values.json, { dossier, ...due }, (lines) => dueLines(due, lines));
}
