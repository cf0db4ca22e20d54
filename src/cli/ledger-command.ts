/** `readout ledger confirm|show|status|amend|history` -> commitments recorded, what is said of them, and how that came. */
import { Commitment } from "../model/commitment.js";
import { ReadoutError } from "../model/problem.js";
import { Status } from "../model/status.js";
import { readDossier } from "../pipeline-dossiers.js";
import {
  amendCommitment,
  changeStatus,
  commitmentUnknown,
  confirmActs,
  confirmAgreement,
  dueIn,
  historyOf,
} from "../pipeline-ledger.js";
import { commitmentLines, historyLines } from "../publish/ledger-lines.js";
import { safeLine } from "../text/terminal-text.js";
import { chooseDossier } from "./choose-dossier.js";
import { dueVerb } from "./due-verb.js";
import type { Effects } from "./effects.js";
import { openAgreement } from "./open-agreement.js";
import { parseArguments, parseList, parseWhen } from "./parse-arguments.js";
import { proveVerb, rootVerb, verifyVerb } from "./proof-verbs.js";
import { readJson } from "./read-json.js";
import { answer, callVerb, named, type Verb } from "./subcommand.js";
import { withStore } from "./with-store.js";

const VERBS: Record<string, Verb> = {
  confirm,
  show,
  status,
  amend,
  due: dueVerb,
  history,
  verify: verifyVerb,
  root: rootVerb,
  prove: proveVerb,
};

const COMMON = { json: { type: "boolean" }, dossier: { type: "string" } } as const;

export const ledgerCommand: Verb = async (args, effects) => callVerb("ledger", VERBS, args, effects);

async function confirm(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("ledger", args, {
    ...COMMON,
    agreement: { type: "string" },
    id: { type: "string" },
    title: { type: "string" },
    debtor: { type: "string" },
    creditor: { type: "string" },
  });
  if ((values.agreement === undefined) === (positionals.length === 0))
    throw new ReadoutError(
      "usage",
      "confirm takes the ids of acts, or --agreement ID or FILE. See readout ledger --help.",
      2,
    );
  const parties = (list: string | undefined) => (list === undefined ? undefined : parseList(list));
  const choices = {
    id: values.id,
    title: values.title,
    debtors: parties(values.debtor),
    creditors: parties(values.creditor),
  };
  const agreement = values.agreement === undefined ? null : await openAgreement(values.agreement, effects);
  const events = await withStore(effects, async (store, person) => {
    const dossier = await chooseDossier(store, person, values.dossier);
    if (agreement) return confirmAgreement(store, person, dossier, agreement, choices);
    return confirmActs(store, person, dossier, positionals, choices);
  });
  return answer(effects, values.json, { events }, (lines) => historyLines(events, lines));
}

async function show(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("ledger", args, { ...COMMON, "as-of": { type: "string" } });
  const [id] = named("ledger show", ["COMMITMENT?"], positionals);
  const asOf = parseWhen("--as-of", values["as-of"]);
  const { view, due } = await withStore(effects, async (store, person) => {
    const dossier = await chooseDossier(store, person, values.dossier);
    return {
      view: await readDossier(store, person, dossier, { asOf }),
      due: await dueIn(store, person, dossier, { asOf }),
    };
  });
  const { commitments } = view.state;
  if (id !== undefined && !Object.hasOwn(commitments, id)) throw commitmentUnknown(id);
  const shown = Object.values(commitments).filter(({ commitment }) => id === undefined || commitment.id === id);
  const dates = new Map(due.commitments.map((each) => [each.commitment, each]));
  const told = shown.map((state) => ({ ...state, dates: dates.get(state.commitment.id)! }));
  const value = { dossier: view.entry.id, asOf: view.asOf, version: view.version, commitments: told };
  return answer(effects, values.json, value, (lines) => {
    const blocks = told.flatMap((state, at) => [
      ...(at > 0 ? [""] : []),
      ...commitmentLines(state, state.dates, lines),
    ]);
    return blocks.length > 0 ? blocks : ["The ledger holds no commitment at that time."];
  });
}

async function status(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("ledger", args, {
    ...COMMON,
    document: { type: "string" },
    quote: { type: "string" },
    on: { type: "string" },
    count: { type: "string" },
    implementation: { type: "string" },
    note: { type: "string" },
    "based-on": { type: "string" },
  });
  const [commitment, source, said] = named("ledger status", ["COMMITMENT", "SOURCE", "STATUS"], positionals);
  if (values.document === undefined || values.quote === undefined)
    throw new ReadoutError("usage", "a status needs its evidence: --document ID --quote WORDS.", 2);
  const change = {
    commitment: commitment!,
    source: source!,
    status: parseStatus(said!),
    document: values.document,
    quote: values.quote,
    on: parseWhen("--on", values.on),
    count: parseCount(values.count),
    implementation:
      values.implementation === undefined ? null : parseNumber("--implementation", values.implementation, 3),
    note: values.note ?? null,
    basedOn: values["based-on"] === undefined ? undefined : parseNumber("--based-on", values["based-on"]),
  };
  const events = await withStore(effects, async (store, person) =>
    changeStatus(store, person, await chooseDossier(store, person, values.dossier), change),
  );
  return answer(effects, values.json, { events }, (lines) => historyLines(events, lines));
}

async function amend(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("ledger", args, {
    ...COMMON,
    because: { type: "string" },
    on: { type: "string" },
    "based-on": { type: "string" },
  });
  const [path] = named("ledger amend", ["FILE.json"], positionals);
  if (values.because === undefined)
    throw new ReadoutError("usage", "an amendment needs its reason: --because WORDS.", 2);
  const commitment = await readJson(path!, Commitment, effects);
  const amendment = {
    commitment,
    because: values.because,
    on: parseWhen("--on", values.on),
    basedOn: values["based-on"] === undefined ? undefined : parseNumber("--based-on", values["based-on"]),
  };
  const events = await withStore(effects, async (store, person) =>
    amendCommitment(store, person, await chooseDossier(store, person, values.dossier), amendment),
  );
  return answer(effects, values.json, { events }, (lines) => historyLines(events, lines));
}

async function history(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("ledger", args, COMMON);
  const [commitment] = named("ledger history", ["COMMITMENT?"], positionals);
  const events = await withStore(effects, async (store, person) =>
    historyOf(store, person, await chooseDossier(store, person, values.dossier), commitment),
  );
  return answer(effects, values.json, { events }, (lines) => historyLines(events, lines));
}

function parseStatus(word: string): Status {
  const parsed = Status.safeParse(word);
  if (parsed.success) return parsed.data;
  const more = word === "disputed" ? " Disputed is what sources that differ add up to; give each its own." : "";
  throw new ReadoutError(
    "usage",
    `"${safeLine(word)}" is no status.${more} Give one of: ${Status.options.join(", ")}.`,
    2,
  );
}

/** "120/175", or "23" where the whole is unstated. */
function parseCount(value: string | undefined) {
  if (value === undefined) return null;
  const [done, of] = value.split("/");
  return { done: parseNumber("--count", done!), of: of === undefined ? null : parseNumber("--count", of) };
}

function parseNumber(option: string, value: string, most = Number.MAX_SAFE_INTEGER): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= most) return number;
  throw new ReadoutError("usage", `${option}: "${value}" is no whole number${most === 3 ? " from 0 to 3" : ""}.`, 2);
}
