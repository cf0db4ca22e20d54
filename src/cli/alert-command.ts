/** `readout alert add|list|remove|run` -> who is told of lapses, status changes, silent edits and denials, and the telling. */
import { AlertKind } from "../model/alert.js";
import { ReadoutError } from "../model/problem.js";
import { addAlert, alertsFor, endAlert, runAlerts, type Sent } from "../pipeline-alerts.js";
import { jsonText } from "../text/json-text.js";
import { safeLine } from "../text/terminal-text.js";
import { sendersOf, tellFailed } from "./alert-senders.js";
import { chooseDossier } from "./choose-dossier.js";
import type { Effects } from "./effects.js";
import { parseArguments, parseList } from "./parse-arguments.js";
import { answer, callVerb, named, type Verb } from "./subcommand.js";
import { tellError, tellNote } from "./tell-problems.js";
import { untilStopped } from "./until-stopped.js";
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
  const { values, positionals } = parseArguments("alert", args, { json: { type: "boolean" } });
  const [id] = named("alert remove", ["ID"], positionals);
  await withStore(effects, (store, person) => endAlert(store, person, id!));
  return answer(effects, values.json, { id: id!, removed: true }, () => [safeLine(`Removed ${id}.`)]);
}

/** Exit code 3 where some could not be delivered: they are tried again at the next run that is due. */
async function run(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("alert", args, {
    json: { type: "boolean" },
    every: { type: "string" },
    "allow-private": { type: "boolean" },
  });
  named("alert run", [], positionals);
  const everySeconds = parseSeconds(values.every);
  const network = await effects.openNetwork({
    userAgent: "Readout alerts",
    allowPrivate: values["allow-private"] ?? false,
  });
  const once = async (ended?: AbortSignal) => {
    const senders = sendersOf(network, effects);
    const sent = await withStore(effects, (store, person) => runAlerts(store, person, senders, ended));
    await tellFailed(sent, effects);
    return sent;
  };
  try {
    if (everySeconds !== null) return await keepRunning(once, everySeconds, values.json, effects);
    const sent = await once();
    await answer(effects, values.json, sent, () => [sentWords(sent)]);
    return sent.failed.length > 0 ? 3 : 0;
  } finally {
    await network.close();
  }
}

/** Until Ctrl+C. A run that fails, with the database away for a while, is told; the next one is tried all the same. */
async function keepRunning(
  once: (ended: AbortSignal) => Promise<Sent>,
  everySeconds: number,
  json: boolean | undefined,
  effects: Effects,
): Promise<0> {
  await tellNote(`sends alerts every ${everySeconds} seconds; Ctrl+C ends it.`, effects);
  await untilStopped(everySeconds, effects, async (ended) => {
    try {
      const sent = await once(ended);
      if (sent.delivered + sent.failed.length === 0) return;
      await effects.stdout.write(json ? `${jsonText(sent)}\n` : `${sentWords(sent)}\n`);
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error;
      await tellError(error, effects);
    }
  });
  return 0;
}

function sentWords({ delivered, failed }: Sent): string {
  return `Delivered ${delivered} alerts, ${failed.length} failed.`;
}

const LONGEST_PAUSE_SECONDS = 86_400;

function parseSeconds(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (/^[1-9]\d*$/.test(value) && Number(value) <= LONGEST_PAUSE_SECONDS) return Number(value);
  throw new ReadoutError("usage", `--every: "${value}" is no number of seconds from 1 to ${LONGEST_PAUSE_SECONDS}.`, 2);
}

function parseKinds(value: string): AlertKind[] {
  const parsed = AlertKind.array().min(1).safeParse(parseList(value));
  if (parsed.success) return parsed.data;
  throw new ReadoutError("usage", `--kinds: "${value}" is no list of ${AlertKind.options.join(", ")}.`, 2);
}
