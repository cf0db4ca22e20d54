/** What follows a title -> whose it is: "of Russia", "of the Security Council of Chile", "for Iran" (which owns nothing). */
import type { MentionReader } from "./build-mention.js";
import { type Owner, ownersAfter, ownersAt } from "./read-owners.js";
import type { Title } from "./read-title.js";

export interface Complement {
  owners: readonly Owner[];
  to: number;
}

/** Roles whose "to" and "for" say where they are sent, not whose they are. */
const SENT = new Set(["special-envoy", "ambassador", "representative", "adviser"]);

/** The owners so far, or those that the complement names, and where it ends. */
export function readComplement(reader: MentionReader, title: Title, own: readonly Owner[]): Complement {
  const institution = ofInstitution(reader, title, own);
  if (institution) return institution;
  const sent = SENT.has(title.role);
  const after = ownersAfter(reader, title.to, prepositionsOf(title, sent));
  if (after.length === 0) return { owners: own, to: title.to };
  if (!title.plural) after.length = 1;
  const owns = own.length === 0 && !(sent && reader.keyAt(title.to) !== "of");
  return { owners: owns ? after : own, to: after.at(-1)!.to };
}

function prepositionsOf({ role }: Title, sent: boolean): string[] {
  if (sent) return ["of", "for", "to"];
  return role.endsWith("minister") || role === "spokesperson" ? ["of", "for"] : ["of"];
}

/** "Secretary of the Chilean Security Council", "Speaker of the Parliament of Peru". */
function ofInstitution(reader: MentionReader, title: Title, own: readonly Owner[]): Complement | null {
  if (reader.keyAt(title.to) !== "of" || title.plural) return null;
  const from = reader.keyAt(title.to + 1) === "the" ? title.to + 2 : title.to + 1;
  const before = ownersAt(reader, from).slice(0, 1);
  const institution = reader.atomAt(before[0]?.after ?? from);
  if (!institution?.entries.some(({ kind }) => kind === "institution")) return null;
  const after = before.length === 0 ? ownersAfter(reader, institution.to, ["of"]).slice(0, 1) : [];
  const owners = [...own, ...before, ...after].slice(0, 1);
  return { owners, to: after[0]?.to ?? institution.to };
}
