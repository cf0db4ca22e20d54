/** People of an installation: who there is, with which role, and whether a password is theirs. */
import { ReadoutError } from "../model/readout-error.js";
import type { Person, Role } from "../model/rights.js";
import type { Queryable } from "./database.js";
import type { Store } from "./open-store.js";
import { hashSecret, meetsHash } from "./secrets.js";

export interface User {
  name: string;
  role: Role;
  disabled: boolean;
  created: string;
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,79}$/u;
const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 1000;

/** Throws ReadoutError `user-name`, `user-known` or `password-weak`. */
export async function addUser({ database, now }: Store, name: string, role: Role, password: string): Promise<User> {
  if (!NAME.test(name))
    throw refusal("user-name", `"${name}" cannot be a name`, "Use letters, figures, blanks and . _ @ -");
  const hash = await hashPassword(password);
  const created = new Date(now());
  const rows = await database.query(
    "insert into users (name, role, password, created_at) values ($1, $2, $3, $4) on conflict do nothing returning 1",
    [name, role, hash, created],
  );
  if (rows.length === 0)
    throw refusal("user-known", `there is a user "${name}" already`, "Give another name, or change the role");
  return { name, role, disabled: false, created: created.toISOString() };
}

/** Changes what is given. Sessions end when the password changes or the user is disabled. Throws `user-unknown`. */
export async function changeUser(
  { database }: Store,
  name: string,
  {
    role,
    password,
    disabled,
  }: { role?: Role | undefined; password?: string | undefined; disabled?: boolean | undefined },
): Promise<User> {
  const hash = password === undefined ? null : await hashPassword(password);
  return database.transaction(async (within) => {
    const [row] = await within.query<UserRow>(
      `update users set role = coalesce($2, role), password = coalesce($3, password), disabled = coalesce($4, disabled)
       where name = $1 returning name, role, disabled, created_at as created`,
      [name, role ?? null, hash, disabled ?? null],
    );
    if (!row) throw refusal("user-unknown", `there is no user "${name}"`, "See readout user list");
    if (hash !== null || disabled) await within.query("delete from sessions where name = $1", [name]);
    return userOf(row);
  });
}

export async function listUsers(database: Queryable): Promise<User[]> {
  const rows = await database.query<UserRow>(
    "select name, role, disabled, created_at as created from users order by name",
  );
  return rows.map(userOf);
}

type UserRow = Omit<User, "created"> & { created: Date };

function userOf(row: UserRow): User {
  return { ...row, created: row.created.toISOString() };
}

/** Null for a wrong password, an unknown or a disabled user, all after the same time. */
export async function personOfPassword(database: Queryable, name: string, password: string): Promise<Person | null> {
  if (password.length > LONGEST_PASSWORD) return null;
  const [row] = await database.query<{ role: Role; password: string }>(
    "select role, password from users where name = $1 and not disabled",
    [name],
  );
  return (await meetsHash(password, row?.password)) ? { name, role: row!.role } : null;
}

async function hashPassword(password: string): Promise<string> {
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
    throw refusal(
      "password-weak",
      `a password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters`,
      "Choose another",
    );
  return hashSecret(password, "password");
}

function refusal(code: string, problem: string, next: string): ReadoutError {
  return new ReadoutError(code, `${problem}. ${next}.`, 2);
}
