/** `readout ledger verify|root|prove` -> whether the ledger is as it was written, and what an outsider can check. */
import { ReadoutError } from "../model/problem.js";
import { TreeHead } from "../model/proof.js";
import { proveConsistency, proveInclusion, treeHead, type Verdict, verifyLedger } from "../pipeline-proofs.js";
import { chooseDossier } from "./choose-dossier.js";
import type { Effects } from "./effects.js";
import { parseArguments } from "./parse-arguments.js";
import { readJson } from "./read-json.js";
import { answer, named } from "./subcommand.js";
import { withStore } from "./with-store.js";

const COMMON = { json: { type: "boolean" }, dossier: { type: "string" } } as const;

/** Exit code 1 for a ledger that does not hold. */
export async function verifyVerb(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("ledger", args, { ...COMMON, root: { type: "string" } });
  named("ledger verify", [], positionals);
  const published = values.root === undefined ? undefined : await readJson(values.root, TreeHead, effects);
  const verdict = await withStore(effects, async (store, person) =>
    verifyLedger(store, person, await chooseDossier(store, person, values.dossier), published),
  );
  await answer(effects, values.json, verdict, () => verdictLines(verdict));
  return verdict.holds ? 0 : 1;
}

function verdictLines({
  dossier,
  events,
  quotes,
  records,
  firstBreak,
  published,
  otherKeys,
  holds,
}: Verdict): string[] {
  const checked = `${events} events, ${records} records and ${quotes} quotes`;
  return [
    holds ? `The ledger of "${dossier}" holds: ${checked}.` : `The ledger of "${dossier}" does not hold.`,
    ...(firstBreak ? [`First break at event ${firstBreak.seq}: ${firstBreak.why}. ${checked} before it hold.`] : []),
    ...(published === null
      ? []
      : [
          published
            ? "It has grown from the published root."
            : "It has not grown from the published root: what was under it was rewritten.",
        ]),
    ...(otherKeys.length > 0 ? [`Signed by keys of other installations too: ${otherKeys.join(", ")}.`] : []),
  ];
}

export async function rootVerb(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("ledger", args, { ...COMMON, size: { type: "string" } });
  named("ledger root", [], positionals);
  const size = values.size === undefined ? undefined : parseSeq("--size", values.size);
  const head = await withStore(effects, async (store, person) =>
    treeHead(store, person, await chooseDossier(store, person, values.dossier), size),
  );
  return answer(effects, values.json, head, () => [
    `${head.root}  root over the ${head.size} events of "${head.dossier}", the last of ${head.at}`,
    `Signed by key ${head.key}. Publish the output of --json: with it anybody can check proofs.`,
  ]);
}

/** A proof is JSON with or without `--json`: it is for programs. */
export async function proveVerb(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("ledger", args, {
    ...COMMON,
    from: { type: "string" },
    size: { type: "string" },
  });
  const [seq] = named("ledger prove", ["SEQ?"], positionals);
  if ((seq === undefined) === (values.from === undefined))
    throw new ReadoutError(
      "usage",
      "prove takes the number of an event, or --from SIZE. See readout ledger --help.",
      2,
    );
  const size = values.size === undefined ? undefined : parseSeq("--size", values.size);
  const proof = await withStore(effects, async (store, person) => {
    const dossier = await chooseDossier(store, person, values.dossier);
    if (seq === undefined) return proveConsistency(store, person, dossier, parseSeq("--from", values.from!));
    return proveInclusion(store, person, dossier, parseSeq("SEQ", seq), size);
  });
  return answer(effects, true, proof, () => []);
}

function parseSeq(what: string, value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new ReadoutError("usage", `${what}: "${value}" is no number of an event. Write 1, 2, 3 …`, 2);
}
