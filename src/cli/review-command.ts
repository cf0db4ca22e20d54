/** `readout review list|publish|reject` -> what engines found and nobody has read yet, and an editor's word on it. */
import { RecordKind } from "../model/ledger-event.js";
import { ReadoutError } from "../model/problem.js";
import { LaterWord, Status } from "../model/status.js";
import { type Decision, decideReview, reviewQueue } from "../pipeline-review.js";
import { historyLines, recordLines } from "../publish/ledger-lines.js";
import { chooseDossier } from "./choose-dossier.js";
import type { Effects } from "./effects.js";
import { parseArguments } from "./parse-arguments.js";
import { answer, callVerb, named, type Verb } from "./subcommand.js";
import { withStore } from "./with-store.js";

const VERBS: Record<string, Verb> = { list, publish: decide("published"), reject: decide("rejected") };

/** Without a verb the queue is shown. */
export const reviewCommand: Verb = async (args, effects) =>
  callVerb("review", VERBS, args[0] === undefined || args[0].startsWith("-") ? ["list", ...args] : args, effects);

async function list(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("review", args, {
    json: { type: "boolean" },
    dossier: { type: "string" },
  });
  named("review list", [], positionals);
  const waiting = await withStore(effects, (store, person) => reviewQueue(store, person, values.dossier));
  return answer(effects, values.json, { waiting }, (lines) =>
    waiting.length > 0 ? recordLines(waiting, lines) : ["Nothing waits for review."],
  );
}

function decide(decision: Decision["decision"]): Verb {
  return async (args, effects) => {
    const { values, positionals } = parseArguments("review", args, {
      json: { type: "boolean" },
      dossier: { type: "string" },
      note: { type: "string" },
      word: { type: "string" },
      status: { type: "string" },
    });
    const verb = decision === "published" ? "publish" : "reject";
    const [kind, id] = named(`review ${verb}`, ["KIND", "ID"], positionals);
    const decided: Decision = {
      kind: oneOf("KIND", RecordKind, kind!)!,
      id: id!,
      decision,
      note: values.note,
      word: oneOf("--word", LaterWord, values.word),
      status: oneOf("--status", Status, values.status),
    };
    const events = await withStore(effects, async (store, person) =>
      decideReview(store, person, await chooseDossier(store, person, values.dossier), decided),
    );
    return answer(effects, values.json, { events }, (lines) => historyLines(events, lines));
  };
}

function oneOf<T extends string>(
  what: string,
  schema: { options: readonly T[]; safeParse(value: string): { success: boolean } },
  value: string | undefined,
): T | undefined {
  if (value === undefined || schema.safeParse(value).success) return value as T | undefined;
  throw new ReadoutError("usage", `${what}: "${value}" is none of ${schema.options.join(", ")}.`, 2);
}
