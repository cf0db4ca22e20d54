/** A person who has shown a password -> a secret for their browser, which ends; of it only a hash is kept. */
import { sha256 } from "../ledger/seal.js";
import type { Person, Role } from "../model/rights.js";
import type { Store } from "./open-store.js";
import { randomSecret } from "./secrets.js";

export interface Session {
  /** For the browser's cookie. */
  secret: string;
  expires: string;
}

const LASTS_MS = 12 * 3_600_000;

export async function openSession({ database, now }: Store, { name }: Person): Promise<Session> {
  const secret = randomSecret();
  const [created, expires] = [new Date(now()), new Date(now() + LASTS_MS)];
  await database.query("delete from sessions where expires_at < $1", [created]);
  await database.query("insert into sessions (secret_sha256, name, created_at, expires_at) values ($1, $2, $3, $4)", [
    sha256(secret),
    name,
    created,
    expires,
  ]);
  return { secret, expires: expires.toISOString() };
}

/** Null for a session that has ended, was never there, or whose user is disabled. */
export async function personOfSession({ database, now }: Store, secret: string): Promise<Person | null> {
  const [row] = await database.query<{ name: string; role: Role }>(
    `select users.name, users.role from sessions join users using (name)
     where secret_sha256 = $1 and expires_at > $2 and not disabled`,
    [sha256(secret), new Date(now())],
  );
  return row ?? null;
}

export async function endSession({ database }: Store, secret: string): Promise<void> {
  await database.query("delete from sessions where secret_sha256 = $1", [sha256(secret)]);
}
