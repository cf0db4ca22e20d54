/** Tokens for programs: `rdo_ID_SECRET`, narrowed to scopes, ended by date or hand; the secret is shown once. */
import { randomBytes } from "node:crypto";
import { sha256 } from "../ledger/seal.js";
import { ReadoutError } from "../model/readout-error.js";
import { type Person, Right, type Role } from "../model/rights.js";
import type { Queryable } from "./database.js";
import type { Store } from "./open-store.js";
import { hashSecret, meetsHash, randomSecret } from "./secrets.js";

export interface Token {
  id: string;
  /** The user in whose name it acts. */
  user: string;
  title: string;
  scopes: Right[];
  created: string;
  expires: string | null;
  revoked: string | null;
}

/** The whole token as its holder shows it. Throws ReadoutError `user-unknown`. */
export async function addToken(
  { database, now }: Store,
  user: string,
  { title, scopes, expires }: { title: string; scopes: readonly Right[]; expires: string | null },
): Promise<{ token: string; id: string }> {
  const id = randomBytes(8).toString("hex");
  const secret = randomSecret();
  const rows = await database.query(
    `insert into tokens (id, name, title, scopes, secret, created_at, expires_at)
     select $1, name, $3, $4, $5, $6, $7 from users where name = $2 returning 1`,
    [id, user, title, scopes, await hashSecret(secret, "token"), new Date(now()), expires],
  );
  if (rows.length === 0)
    throw new ReadoutError("user-unknown", `there is no user "${user}". See readout user list.`, 2);
  return { token: `rdo_${id}_${secret}`, id };
}

/** When it was revoked, the first time. Throws ReadoutError `token-unknown`. */
export async function revokeToken({ database, now }: Store, id: string): Promise<string> {
  const [row] = await database.query<{ revoked: Date }>(
    "update tokens set revoked_at = coalesce(revoked_at, $2) where id = $1 returning revoked_at as revoked",
    [id, new Date(now())],
  );
  if (!row) throw new ReadoutError("token-unknown", `there is no token "${id}". See readout token list.`, 2);
  return row.revoked.toISOString();
}

export async function listTokens(database: Queryable): Promise<Token[]> {
  const rows = await database.query<{
    id: string;
    user: string;
    title: string;
    scopes: Right[];
    created: Date;
    expires: Date | null;
    revoked: Date | null;
  }>(
    `select id, name as user, title, scopes, created_at as created, expires_at as expires, revoked_at as revoked
     from tokens order by created_at, id`,
  );
  return rows.map((row) => ({
    ...row,
    created: row.created.toISOString(),
    expires: row.expires?.toISOString() ?? null,
    revoked: row.revoked?.toISOString() ?? null,
  }));
}

/** Hashes of tokens that have met their slow hash in this process: their validity is asked for anew each time. */
const met = new Set<string>();
const MOST_MET = 1000;

/** Null for a token that is malformed, unknown, revoked or expired, or whose user is disabled. */
export async function personOfToken({ database, now }: Store, token: string): Promise<Person | null> {
  const [, id, secret] = /^rdo_([0-9a-f]{16})_([\w-]{43})$/.exec(token) ?? [];
  if (id === undefined || secret === undefined) return null;
  const [row] = await database.query<{ name: string; role: Role; scopes: string[]; secret: string }>(
    `select users.name, role, scopes, secret from tokens join users using (name)
     where id = $1 and revoked_at is null and (expires_at is null or expires_at > $2) and not disabled`,
    [id, new Date(now())],
  );
  if (!row) return null;
  const seen = sha256(`${row.secret} ${secret}`);
  if (!met.has(seen)) {
    if (!(await meetsHash(secret, row.secret))) return null;
    if (met.size >= MOST_MET) met.clear();
    met.add(seen);
  }
  return { name: row.name, role: row.role, scopes: Right.array().parse(row.scopes) };
}
