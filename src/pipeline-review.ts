/** Editors and a store -> the queue of what engines found, and what an editor decides on each of it. */
import { type ProposedWord, proposeWords } from "./ledger/later-words.js";
import type { Act } from "./model/act.js";
import type { Document } from "./model/document.js";
import type { DossierRecord } from "./model/dossier.js";
import type { RecordKind, SealedEvent } from "./model/ledger-event.js";
import { ReadoutError } from "./model/problem.js";
import { type Person, requireRight } from "./model/rights.js";
import type { LaterWord, Status } from "./model/status.js";
import { recordRead } from "./store/audit.js";
import type { Entry } from "./store/known-facts.js";
import type { Store } from "./store/open-store.js";
import { listDossiers, readRecords } from "./store/read-records.js";
import { readState } from "./store/read-state.js";

/** What waits for an editor. */
export interface Waiting extends DossierRecord {
  dossier: string;
}

export interface Decision {
  kind: RecordKind;
  id: string;
  decision: "published" | "rejected";
  note?: string | undefined;
  /** For a later word: what the editor takes it for, and the status that it makes of what the party says. */
  word?: LaterWord | undefined;
  status?: Status | undefined;
}

/** In the order in which it came, of one dossier or of all; the reading is audited. */
export async function reviewQueue(store: Store, person: Person, dossier?: string): Promise<Waiting[]> {
  requireRight(person, "read-unpublished");
  const ids = dossier === undefined ? (await listDossiers(store.database)).map(({ id }) => id) : [dossier];
  if (dossier !== undefined) await readState(store.database, dossier);
  const waiting = await Promise.all(
    ids.map(async (id) => {
      const records = await readRecords(store.database, id, { review: ["waiting"] });
      return records.map((record) => ({ dossier: id, ...record }));
    }),
  );
  await recordRead(store, { name: person.name, action: "review", dossier: dossier ?? null, subject: null });
  return waiting.flat();
}

/** Publishing a later word writes it into the ledger, with the status that the editor draws from it, in one go. */
export async function decideReview(
  store: Store,
  person: Person,
  dossier: string,
  decided: Decision,
): Promise<SealedEvent[]> {
  requireRight(person, "edit");
  const { kind, id, decision, note, word, status } = decided;
  const [record] = await readRecords(store.database, dossier, { kinds: [kind], id });
  if (!record)
    throw new ReadoutError("record-unknown", `the dossier "${dossier}" has no ${kind} "${id}". See readout review.`, 2);
  const { on } = record;
  const author = person.name;
  const entries: Entry[] = [{ on, author, what: { type: "record-reviewed", kind, id, decision, note: note ?? null } }];
  if (kind === "later-word" && decision === "published") {
    const proposed = record.body as ProposedWord;
    const { commitment, by, act, evidence } = proposed;
    entries.push({
      on,
      author,
      what: { type: "word-recorded", commitment, by, word: word ?? proposed.word, act, evidence },
    });
    if (status !== undefined) {
      const said = { commitment, source: by, status, implementation: null, count: null, evidence, note: null };
      entries.push({ on, author, what: { type: "status-changed", ...said } });
    }
  } else if (word !== undefined || status !== undefined) {
    throw new ReadoutError("usage", "--word and --status go with a later word that is published. Leave them out.", 2);
  }
  return store.append(dossier, { entries });
}

/** What new acts of a document seem to say of the commitments that the dossier has. */
export async function wordsOf(
  store: Store,
  dossier: string,
  document: Document,
  acts: readonly Act[],
): Promise<ProposedWord[]> {
  const { state } = await readState(store.database, dossier);
  return acts.flatMap((act) => proposeWords(act, document, Object.values(state.commitments)));
}
