/** Who may do what: roles, the rights each has, and the scopes that a token may be narrowed to. */
import { z } from "zod";
import { ReadoutError } from "./readout-error.js";

/** Each role has the rights of those before it. */
export const Role = z.enum(["reader", "analyst", "editor", "admin"]);
export type Role = z.infer<typeof Role>;

/** `read` what is published; `read-unpublished`; `add` documents and records; `edit` ledger and reviews; `administer`. */
export const Right = z.enum(["read", "read-unpublished", "add", "edit", "administer"]);
export type Right = z.infer<typeof Right>;

const RIGHTS: Record<Role, readonly Right[]> = {
  reader: ["read"],
  analyst: ["read", "read-unpublished", "add"],
  editor: ["read", "read-unpublished", "add", "edit"],
  admin: ["read", "read-unpublished", "add", "edit", "administer"],
};

/** Somebody who acts: a user, or a token of theirs narrowed to `scopes`. */
export interface Person {
  name: string;
  role: Role;
  /** Rights that a token is narrowed to; all of the role's without it. */
  scopes?: readonly Right[] | undefined;
}

export function mayDo({ role, scopes }: Person, right: Right): boolean {
  return RIGHTS[role].includes(right) && (scopes === undefined || scopes.includes(right));
}

/** Throws ReadoutError `right-missing`. */
export function requireRight(person: Person, right: Right): void {
  if (mayDo(person, right)) return;
  const narrowed = RIGHTS[person.role].includes(right)
    ? "the token's scopes leave it out"
    : `the role is ${person.role}`;
  throw new ReadoutError("right-missing", `${person.name} may not ${right}: ${narrowed}. Ask an admin for the right.`);
}
