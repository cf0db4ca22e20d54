/** `readout dossier new|add|put|show|list|example` -> dossiers made, filled and shown. */
import { ReadoutError } from "../model/problem.js";
import { addDocuments, createDossier, dossiersFor, readDossier } from "../pipeline-dossiers.js";
import { openExample } from "../pipeline-example.js";
import { dueIn } from "../pipeline-ledger.js";
import { commitmentLines, dossierLines, recordLines } from "../publish/ledger-lines.js";
import { safeLine } from "../text/terminal-text.js";
import { chooseDossier } from "./choose-dossier.js";
import { readAll } from "./compare-command.js";
import type { Effects } from "./effects.js";
import { FETCH_OPTIONS } from "./fetching.js";
import { nameSources } from "./open-sources.js";
import { COMMON_OPTIONS, parseArguments, parseWhen } from "./parse-arguments.js";
import { readingOptions } from "./reading-options.js";
import { answer, callVerb, named, type Verb } from "./subcommand.js";
import { tellProblems } from "./tell-problems.js";
import { withStore } from "./with-store.js";

const VERBS: Record<string, Verb> = { new: make, add, put, show, list, example };

export const dossierCommand: Verb = async (args, effects) => callVerb("dossier", VERBS, args, effects);

/** What it takes to read pictures and reports is loaded when they are handed in. */
async function put(args: string[], effects: Effects) {
  return (await import("./dossier-put.js")).putCommand(args, effects);
}

async function make(args: string[], effects: Effects) {
  const options = {
    json: { type: "boolean" },
    title: { type: "string" },
    conflict: { type: "string" },
    "publish-unread": { type: "boolean" },
  } as const;
  const { values, positionals } = parseArguments("dossier", args, options);
  const [id] = named("dossier new", ["ID"], positionals);
  const dossier = {
    id: id!,
    title: values.title ?? id!,
    conflict: values.conflict ?? null,
    publishesUnread: values["publish-unread"] ?? false,
  };
  await withStore(effects, (store, person) => createDossier(store, person, dossier));
  return answer(effects, values.json, dossier, () => [
    safeLine(`Made the dossier "${id}". Add texts with readout dossier add ${id} us=us.txt ru=ru.txt.`),
  ]);
}

/** All or nothing: a source that cannot be read leaves the dossier as it was. */
async function add(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("dossier", args, { ...COMMON_OPTIONS, ...FETCH_OPTIONS });
  const [dossier, ...rest] = positionals;
  if (dossier === undefined || rest.length === 0)
    throw new ReadoutError(
      "usage",
      "write readout dossier add ID SOURCE…, as in readout dossier add call us=us.txt. See readout dossier --help.",
      2,
    );
  const options = readingOptions(values);
  const read = await readAll(nameSources(rest), options, values, effects);
  const documents = read.map(({ value }) => value);
  const { value: events, problems } = await withStore(effects, (store, person) =>
    addDocuments(store, person, dossier, documents, options),
  );
  const hasErrors = await tellProblems([...read.flatMap((outcome) => outcome.problems), ...problems], effects);
  const added = events.flatMap(({ event: { what } }) =>
    what.type === "record-added" ? [{ kind: what.kind, id: what.id, revises: what.revises }] : [],
  );
  await answer(effects, values.json, { dossier, added }, () => [addedWords(dossier, added)]);
  return hasErrors ? 3 : 0;
}

function addedWords(dossier: string, added: readonly { kind: string; revises: boolean }[]): string {
  if (added.length === 0) return "All of it was there already; nothing was added.";
  const count = (kind: string) => added.filter((each) => each.kind === kind).length;
  const kinds = [...new Set(added.map(({ kind }) => kind))].map(
    (kind) => `${count(kind)} ${kind}${count(kind) === 1 ? "" : "s"}`,
  );
  const revised = added.filter(({ kind, revises }) => kind === "document" && revises).length;
  const silent = revised > 0 ? ` ${revised} changed since it was archived.` : "";
  return safeLine(
    `Added to "${dossier}": ${kinds.join(", ")}.${silent} What the engine found waits in readout review.`,
  );
}

async function show(args: string[], effects: Effects) {
  const options = { json: { type: "boolean" }, "as-of": { type: "string" }, "known-at": { type: "string" } } as const;
  const { values, positionals } = parseArguments("dossier", args, options);
  const [asked] = named("dossier show", ["ID?"], positionals);
  const when = { asOf: parseWhen("--as-of", values["as-of"]), knownAt: parseWhen("--known-at", values["known-at"]) };
  const { view, due } = await withStore(effects, async (store, person) => {
    const dossier = await chooseDossier(store, person, asked);
    return {
      view: await readDossier(store, person, dossier, when),
      due: await dueIn(store, person, dossier, { asOf: when.asOf }),
    };
  });
  const dates = new Map(due.commitments.map((each) => [each.commitment, each]));
  return answer(effects, values.json, view, (lines) => [
    ...dossierLines([view.entry], lines),
    ...Object.values(view.state.commitments).flatMap((state) => {
      const own = dates.get(state.commitment.id);
      return own ? ["", ...commitmentLines(state, own, lines)] : [];
    }),
    "",
    ...recordLines(view.records, lines),
  ]);
}

async function list(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("dossier", args, { json: { type: "boolean" } });
  named("dossier list", [], positionals);
  const dossiers = await withStore(effects, dossiersFor);
  return answer(effects, values.json, { dossiers }, (lines) =>
    dossiers.length > 0
      ? dossierLines(dossiers, lines)
      : ["There is no dossier yet. Make one with readout dossier new ID."],
  );
}

async function example(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("dossier", args, { json: { type: "boolean" } });
  named("dossier example", [], positionals);
  const dossier = await withStore(effects, openExample);
  return answer(effects, values.json, { dossier }, () => [`The example is there: readout dossier show ${dossier}`]);
}
