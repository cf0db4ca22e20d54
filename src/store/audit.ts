/** Who read what that was not published, and when. */
import type { Queryable } from "./database.js";
import type { Store } from "./open-store.js";

export interface AuditEntry {
  at: string;
  name: string;
  action: string;
  dossier: string | null;
  subject: string | null;
}

export type Audited = Omit<AuditEntry, "at">;

export async function recordRead({ database, now }: Store, { name, action, dossier, subject }: Audited): Promise<void> {
  await database.query("insert into audit (at, name, action, dossier, subject) values ($1, $2, $3, $4, $5)", [
    new Date(now()),
    name,
    action,
    dossier,
    subject,
  ]);
}

/** The last ones first. */
export async function listAudit(database: Queryable, most: number): Promise<AuditEntry[]> {
  const rows = await database.query<Omit<AuditEntry, "at"> & { at: Date }>(
    "select at, name, action, dossier, subject from audit order by at desc, id desc limit $1",
    [most],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
