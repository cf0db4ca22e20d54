/** `readout export`, `readout import` -> dossiers carried out as a dump, tables or ClaimReview, and dumps brought in. */
import { ReadoutError } from "../model/problem.js";
import type { Person } from "../model/rights.js";
import { displayNames } from "../pipeline.js";
import { readDossier } from "../pipeline-dossiers.js";
import { type Dumped, exportDump, importDump } from "../pipeline-dump.js";
import { dueIn, historyOf } from "../pipeline-ledger.js";
import type { Store } from "../pipeline-store.js";
import { claimReviews } from "../publish/claim-review.js";
import { COMMITMENT_COLUMNS, commitmentRows, EVENT_COLUMNS, eventRows } from "../publish/ledger-rows.js";
import { csvOf, parquetOf } from "../publish/tables.js";
import { jsonText } from "../text/json-text.js";
import { chooseDossier } from "./choose-dossier.js";
import type { Effects } from "./effects.js";
import { parseArguments, parseWhen } from "./parse-arguments.js";
import { answer, named, type Verb } from "./subcommand.js";
import { tellNote } from "./tell-problems.js";
import { withStore } from "./with-store.js";
import { unwritable, writeOut } from "./write-out.js";

const FORMS = ["jsonl", "csv", "parquet", "claim-review"] as const;

export const exportCommand: Verb = async (args, effects) => {
  const { values, positionals } = parseArguments("export", args, {
    json: { type: "boolean" },
    jsonl: { type: "string" },
    csv: { type: "string" },
    parquet: { type: "string" },
    "claim-review": { type: "string" },
    table: { type: "string" },
    "as-of": { type: "string" },
    publisher: { type: "string" },
    url: { type: "string" },
  });
  const forms = FORMS.filter((form) => values[form] !== undefined);
  if (forms.length !== 1)
    throw new ReadoutError(
      "usage",
      "export takes one of --jsonl, --csv, --parquet and --claim-review, each with a FILE or -.",
      2,
    );
  const [form, path] = [forms[0]!, values[forms[0]!]!];
  if (values.json && path === "-")
    throw new ReadoutError("usage", "--json and - both write to standard output. Give the export a FILE.", 2);
  const written =
    form === "jsonl"
      ? await dump(path, positionals, effects)
      : await table(form, path, { ...values, dossier: named("export", ["DOSSIER?"], positionals)[0] }, effects);
  if (path !== "-") await tellNote(`wrote ${path}.`, effects);
  return values.json ? answer(effects, true, { form, file: path, ...written }, () => []) : 0;
};

/** Line by line, so that a dump may be larger than the memory. */
async function dump(path: string, dossiers: readonly string[], effects: Effects): Promise<Dumped> {
  return withStore(effects, async (store, person) => {
    if (path === "-") return exportDump(store, person, dossiers, (line) => effects.stdout.write(line));
    let dumped: Dumped | undefined;
    const produce = async (write: (line: string) => Promise<void>) => {
      dumped = await exportDump(store, person, dossiers, write);
    };
    await effects.writeLines(path, produce).catch((error) => Promise.reject(unwritable(path, error)));
    return dumped!;
  });
}

interface TableChoices {
  dossier: string | undefined;
  table?: string | undefined;
  "as-of"?: string | undefined;
  publisher?: string | undefined;
  url?: string | undefined;
}

async function table(
  form: "csv" | "parquet" | "claim-review",
  path: string,
  choices: TableChoices,
  effects: Effects,
): Promise<{ dossier: string; rows: number }> {
  const { content, ...written } = await withStore(effects, async (store, person) => {
    const dossier = await chooseDossier(store, person, choices.dossier);
    if (form === "claim-review") {
      const reviews = await claims(store, person, dossier, choices);
      return { content: `${jsonText(reviews, 2)}\n`, dossier, rows: reviews.length };
    }
    const { rows, columns } = await rowsOf(store, person, dossier, choices);
    return { content: form === "csv" ? csvOf(rows, columns) : parquetOf(rows, columns), dossier, rows: rows.length };
  });
  await writeOut(path, content, effects);
  return written;
}

async function rowsOf(store: Store, person: Person, dossier: string, choices: TableChoices) {
  const { table: kind = "commitments" } = choices;
  if (kind === "events") return { rows: eventRows(await historyOf(store, person, dossier)), columns: EVENT_COLUMNS };
  if (kind !== "commitments")
    throw new ReadoutError("usage", `--table: "${kind}" is neither commitments nor events.`, 2);
  const asOf = parseWhen("--as-of", choices["as-of"]);
  const { state } = await readDossier(store, person, dossier, { asOf });
  const { commitments } = await dueIn(store, person, dossier, { asOf });
  return { rows: commitmentRows(dossier, Object.values(state.commitments), commitments), columns: COMMITMENT_COLUMNS };
}

async function claims(
  store: Store,
  person: Person,
  dossier: string,
  { publisher, url, ...choices }: TableChoices,
): Promise<object[]> {
  const { state } = await readDossier(store, person, dossier, { asOf: parseWhen("--as-of", choices["as-of"]) });
  const options = { names: displayNames(), publisher: publisher ?? "Readout", url: url ?? null };
  return claimReviews(Object.values(state.commitments), options);
}

export const importCommand: Verb = async (args, effects) => {
  const { values, positionals } = parseArguments("import", args, { json: { type: "boolean" } });
  const [path] = named("import", ["FILE.jsonl"], positionals);
  const restored = await withStore(effects, (store, person) => importDump(store, person, linesOf(path!, effects)));
  return answer(effects, values.json, restored, () => [
    `Imported ${restored.events} events of ${restored.dossiers.length} dossiers, every one verified: ${restored.dossiers.join(", ")}.`,
  ]);
};

async function* linesOf(path: string, effects: Effects): AsyncGenerator<string> {
  try {
    yield* effects.readLines(path);
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new ReadoutError(
      "source-unreadable",
      `${path}: cannot be read (${code ?? message}). Check the path.`,
      1,
      error,
    );
  }
}
