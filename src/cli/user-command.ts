/** `readout user add|change|list|audit` -> people with a role and a password of their own, and what they read unpublished. */
import { randomBytes } from "node:crypto";
import { ReadoutError } from "../model/problem.js";
import { Role } from "../model/rights.js";
import { alterUser, auditFor, makeUser, usersFor } from "../pipeline-people.js";
import { safeLine } from "../text/terminal-text.js";
import { type Effects, readChunks } from "./effects.js";
import { parseArguments } from "./parse-arguments.js";
import { answer, callVerb, named, type Verb } from "./subcommand.js";
import { withStore } from "./with-store.js";

const VERBS: Record<string, Verb> = { add, change, list, audit };
const LONGEST_PASSWORD_BYTES = 4000;
const MOST_AUDITED = 200;

export const userCommand: Verb = async (args, effects) => callVerb("user", VERBS, args, effects);

/** There is no default password: it comes from standard input, or is made and told once. */
async function add(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("user", args, {
    json: { type: "boolean" },
    role: { type: "string" },
    "password-stdin": { type: "boolean" },
  });
  const [name] = named("user add", ["NAME"], positionals);
  const role = parseRole(values.role ?? "reader");
  const given = values["password-stdin"] ? await readPassword(effects) : null;
  const password = given ?? randomBytes(18).toString("base64url");
  const user = await withStore(effects, (store, person) => makeUser(store, person, name!, role, password));
  const told = given === null ? { password } : {};
  return answer(effects, values.json, { ...user, ...told }, () => [
    safeLine(`Added ${user.name} as ${role}.`),
    ...(given === null ? [`Password, told this once: ${password}`] : []),
  ]);
}

async function change(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("user", args, {
    json: { type: "boolean" },
    role: { type: "string" },
    "password-stdin": { type: "boolean" },
    disable: { type: "boolean" },
    enable: { type: "boolean" },
  });
  const [name] = named("user change", ["NAME"], positionals);
  if (values.disable && values.enable)
    throw new ReadoutError("usage", "--disable and --enable exclude one another.", 2);
  const altered = {
    role: values.role === undefined ? undefined : parseRole(values.role),
    password: values["password-stdin"] ? await readPassword(effects) : undefined,
    disabled: values.disable ? true : values.enable ? false : undefined,
  };
  const user = await withStore(effects, (store, person) => alterUser(store, person, name!, altered));
  return answer(effects, values.json, user, () => [safeLine(`Changed ${name}.`)]);
}

async function list(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("user", args, { json: { type: "boolean" } });
  named("user list", [], positionals);
  const users = await withStore(effects, usersFor);
  return answer(effects, values.json, { users }, () =>
    users.length === 0
      ? ["There is no user yet. Add one with readout user add NAME --role admin."]
      : users.map(({ name, role, disabled }) => safeLine(`${name}  ${role}${disabled ? "  disabled" : ""}`)),
  );
}

async function audit(args: string[], effects: Effects) {
  const { values, positionals } = parseArguments("user", args, { json: { type: "boolean" } });
  named("user audit", [], positionals);
  const reads = await withStore(effects, (store, person) => auditFor(store, person, MOST_AUDITED));
  return answer(effects, values.json, { reads }, () =>
    reads.map(({ at, name, action, dossier, subject }) =>
      safeLine([at, name, action, dossier, subject].filter(Boolean).join("  ")),
    ),
  );
}

async function readPassword(effects: Effects): Promise<string> {
  const bytes = await readChunks(effects.stdin, LONGEST_PASSWORD_BYTES);
  return new TextDecoder().decode(bytes).replace(/\r?\n$/, "");
}

function parseRole(word: string): Role {
  const parsed = Role.safeParse(word);
  if (parsed.success) return parsed.data;
  throw new ReadoutError("usage", `--role: "${word}" is none of ${Role.options.join(", ")}.`, 2);
}
