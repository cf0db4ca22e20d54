/** Admins and a store -> people, their roles and passwords, tokens for programs, and who read what that was unpublished. */
import { type Person, type Right, type Role, requireRight } from "./model/rights.js";
import { type AuditEntry, listAudit } from "./store/audit.js";
import type { Store } from "./store/open-store.js";
import { addToken, listTokens, revokeToken, type Token } from "./store/tokens.js";
import { addUser, changeUser, listUsers, type User } from "./store/users.js";

export interface UserChange {
  role?: Role | undefined;
  password?: string | undefined;
  disabled?: boolean | undefined;
}

/** Throws ReadoutError `user-name`, `user-known` or `password-weak`. */
export async function makeUser(
  store: Store,
  person: Person,
  name: string,
  role: Role,
  password: string,
): Promise<User> {
  requireRight(person, "administer");
  return addUser(store, name, role, password);
}

/** Throws ReadoutError `user-unknown`. */
export async function alterUser(store: Store, person: Person, name: string, change: UserChange): Promise<User> {
  requireRight(person, "administer");
  return changeUser(store, name, change);
}

export async function usersFor(store: Store, person: Person): Promise<User[]> {
  requireRight(person, "administer");
  return listUsers(store.database);
}

/** The token is told once and never again. Throws ReadoutError `user-unknown`. */
export async function makeToken(
  store: Store,
  person: Person,
  user: string,
  token: { title: string; scopes: readonly Right[]; expires: string | null },
): Promise<{ token: string; id: string }> {
  requireRight(person, "administer");
  return addToken(store, user, token);
}

/** When it was revoked. Throws ReadoutError `token-unknown`. */
export async function endToken(store: Store, person: Person, id: string): Promise<string> {
  requireRight(person, "administer");
  return revokeToken(store, id);
}

export async function tokensFor(store: Store, person: Person): Promise<Token[]> {
  requireRight(person, "administer");
  return listTokens(store.database);
}

/** The last reads of what was unpublished, the newest first. */
export async function auditFor(store: Store, person: Person, most: number): Promise<AuditEntry[]> {
  requireRight(person, "administer");
  return listAudit(store.database, most);
}
