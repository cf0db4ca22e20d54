/** `readout alert add|list|remove|run` -> who is told of lapses, status changes, silent edits and denials, and the telling. */
import { AlertKind } from "../model/alert.js";
import { ReadoutError } from "../model/problem.js";
import { addAlert, alertsFor, endAlert, runAlerts } from "../pipeline-alerts.js";
import { safeLine } from "../text/terminal-text.js";
import { sendersOf } from "./alert-senders.js";
import { chooseDossier } from "./choose-dossier.js";
import type { Effects } from "./effects.js";
import { parseArguments, parseList } from "./parse-arguments.js";
import { answer, callVerb, named, type Verb } from "./subcommand.js";
import { tellNote } from "./tell-problems.js";
import { withStore } from "./with-store.js";

const VERBS: Record<string, Verb> = { add, list, remove, run };

export const alertCommand: Verb = async (args, effects) => callVerb("alert", VERBS, args, effects);

async function add(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("alert", args, {
    json: { type: "boolean" },
    dossier: { type: "string" },
    kinds: { type: "string" },
  });
  const [target] = named("alert add", ["TARGET"], positionals);
  const channel = target!.includes("@") && !target!.includes("://") ? ("email" as const) : ("webhook" as const);
  const kinds = values.kinds === undefined ? [...AlertKind.options] : parseKinds(values.kinds);
  const made = await withStore(effects, async (store, person) =>
    addAlert(store, person, {
      dossier: await chooseDossier(store, person, values.dossier),
      channel,
      target: target!,
      kinds,
    }),
  );
  const told = channel === "webhook" ? made : { id: made.id };
  return answer(effects, values.json, told, () => [
    `Added alert ${made.id}. Send what is due with readout alert run.`,
    ...(channel === "webhook" ? [`Secret that signs it, told this once: ${made.secret}`] : []),
  ]);
}

async function list(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("alert", args, { json: { type: "boolean" } });
  named("alert list", [], positionals);
  const alerts = await withStore(effects, alertsFor);
  return answer(effects, values.json, { alerts }, () =>
    alerts.map(({ id, dossier, target, kinds }) => safeLine(`${id}  ${dossier}  ${target}  ${kinds.join(",")}`)),
  );
}

async function remove(args: string[], effects: Effects) {
  const { positionals } = parseArguments("alert", args, {});
  const [id] = named("alert remove", ["ID"], positionals);
  await withStore(effects, (store, person) => endAlert(store, person, id!));
  return answer(effects, false, null, () => [safeLine(`Removed ${id}.`)]);
}

/** Exit code 3 where some could not be delivered: they are tried again at the next run that is due. */
async function run(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("alert", args, {
    json: { type: "boolean" },
    "allow-private": { type: "boolean" },
  });
  named("alert run", [], positionals);
  const network = await effects.openNetwork({
    userAgent: "Readout alerts",
    allowPrivate: values["allow-private"] ?? false,
  });
  try {
    const sent = await withStore(effects, (store, person) => runAlerts(store, person, sendersOf(network, effects)));
    for (const { reason, givenUp } of sent.failed)
      await tellNote(
        `an alert was not taken: ${reason}. ${givenUp ? "It is given up." : "It will be tried again."}`,
        effects,
      );
    await answer(effects, values.json, sent, () => [
      `Delivered ${sent.delivered} alerts, ${sent.failed.length} failed.`,
    ]);
    return sent.failed.length > 0 ? 3 : 0;
  } finally {
    await network.close();
  }
}

function parseKinds(value: string): AlertKind[] {
  const parsed = AlertKind.array().min(1).safeParse(parseList(value));
  if (parsed.success) return parsed.data;
  throw new ReadoutError("usage", `--kinds: "${value}" is no list of ${AlertKind.options.join(", ")}.`, 2);
}
