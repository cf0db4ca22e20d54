/** `--dossier ID`, or none where there is only one -> the dossier that a command works on. */
import { ReadoutError } from "../model/problem.js";
import type { Person } from "../model/rights.js";
import { dossiersFor } from "../pipeline-dossiers.js";
import type { Store } from "../pipeline-store.js";

/** Throws ReadoutError `usage` when it is not clear which is meant. */
export async function chooseDossier(store: Store, person: Person, asked: string | undefined): Promise<string> {
  if (asked !== undefined) return asked;
  const ids = (await dossiersFor(store, person)).map(({ id }) => id);
  if (ids.length === 1) return ids[0]!;
  const known =
    ids.length === 0
      ? "there is none yet; make one with readout dossier new"
      : `give one of: ${ids.slice(0, 20).join(", ")}`;
  throw new ReadoutError("usage", `--dossier is missing: ${known}.`, 2);
}
