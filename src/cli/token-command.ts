/** `readout token add|list|revoke` -> tokens for programs, each with its scopes, told once. */
import { ReadoutError } from "../model/problem.js";
import { Right } from "../model/rights.js";
import { endToken, makeToken, tokensFor } from "../pipeline-people.js";
import { safeLine } from "../text/terminal-text.js";
import type { Effects } from "./effects.js";
import { parseArguments, parseList, parseWhen } from "./parse-arguments.js";
import { answer, callVerb, named, type Verb } from "./subcommand.js";
import { withStore } from "./with-store.js";

const VERBS: Record<string, Verb> = { add, list, revoke };

export const tokenCommand: Verb = async (args, effects) => callVerb("token", VERBS, args, effects);

async function add(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("token", args, {
    json: { type: "boolean" },
    title: { type: "string" },
    scopes: { type: "string" },
    expires: { type: "string" },
  });
  const [user] = named("token add", ["USER"], positionals);
  const scopes = parseScopes(values.scopes ?? "read");
  const token = { title: values.title ?? "", scopes, expires: parseWhen("--expires", values.expires) ?? null };
  const made = await withStore(effects, (store, person) => makeToken(store, person, user!, token));
  return answer(effects, values.json, { ...made, scopes }, () => [`Token ${made.id}, told this once: ${made.token}`]);
}

async function list(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("token", args, { json: { type: "boolean" } });
  named("token list", [], positionals);
  const tokens = await withStore(effects, tokensFor);
  return answer(effects, values.json, { tokens }, () =>
    tokens.map(({ id, user, title, scopes, expires, revoked }) =>
      safeLine(
        [id, user, title, scopes.join(","), revoked ? "revoked" : expires ? `until ${expires}` : ""]
          .filter(Boolean)
          .join("  "),
      ),
    ),
  );
}

async function revoke(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("token", args, { json: { type: "boolean" } });
  const [id] = named("token revoke", ["ID"], positionals);
  const revoked = await withStore(effects, (store, person) => endToken(store, person, id!));
  return answer(effects, values.json, { id: id!, revoked }, () => [safeLine(`Revoked ${id}.`)]);
}

function parseScopes(value: string): Right[] {
  const words = parseList(value);
  const parsed = Right.array().min(1).safeParse(words);
  if (parsed.success) return parsed.data;
  throw new ReadoutError("usage", `--scopes: "${value}" is no list of ${Right.options.join(", ")}.`, 2);
}
