/** Who runs the embedded server: ourselves, or for root, whom PostgreSQL refuses to obey, a user without rights. */
import { spawnSync } from "node:child_process";
import { chownSync, statSync } from "node:fs";
import { ReadoutError } from "../model/readout-error.js";

export interface Owner {
  uid: number;
  gid: number;
}

/** The owner of the data folder where there is one, so that it stays with whom it was made for; null for ourselves. */
export function serverOwner(data: string): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const made = statSync(data, { throwIfNoEntry: false });
  if (made) return { uid: made.uid, gid: made.gid };
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = [id("-u", name), id("-g", name)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  const message = `root may not run PostgreSQL, and there is no user "postgres" or "nobody". Make one, or set DATABASE_URL.`;
  throw new ReadoutError("server-owner-missing", message);
}

export function giveTo(owner: Owner | null, path: string): void {
  if (owner) chownSync(path, owner.uid, owner.gid);
}

function id(which: "-u" | "-g", name: string): number | null {
  const { status, stdout } = spawnSync("id", [which, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : null;
}
