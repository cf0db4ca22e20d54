/** Editors and a store -> commitments confirmed, statuses changed, reviews decided; all that the ledger then says. */

import { consentSteps } from "./ledger/consent-steps.js";
import { datesOf, deadlinesOf } from "./ledger/deadlines.js";
import { endOf } from "./ledger/instants.js";
import {
  type CommitmentChoices,
  dayOfDocument,
  evidenceOf,
  recordAgreement,
  recordCommitment,
} from "./ledger/record-commitment.js";
import type { Act } from "./model/act.js";
import type { Agreement, When } from "./model/agreement.js";
import type { Commitment } from "./model/commitment.js";
import type { Deadline, DueCommitment } from "./model/deadline.js";
import type { Document } from "./model/document.js";
import type { Evidence } from "./model/evidence.js";
import type { SealedEvent } from "./model/ledger-event.js";
import { ReadoutError } from "./model/problem.js";
import { type Person, requireRight } from "./model/rights.js";
import type { Count, Status } from "./model/status.js";
import { recordEntry, today } from "./pipeline-dossiers.js";
import { latestText } from "./store/archive.js";
import type { Entry } from "./store/known-facts.js";
import type { Store } from "./store/open-store.js";
import { readEvents } from "./store/read-events.js";
import { readRecords } from "./store/read-records.js";
import { readState } from "./store/read-state.js";

export interface Edit {
  /** `version` or a commitment's `seq` as the editor last saw it; somebody else's later change is then a conflict. */
  basedOn?: number | undefined;
}

export interface StatusChange extends Edit {
  commitment: string;
  source: string;
  status: Status;
  on?: When | undefined;
  document: string;
  /** Exact words of the document; `start` where they stand in it several times. */
  quote: string;
  start?: number | undefined;
  implementation?: number | null | undefined;
  count?: Count | null | undefined;
  note?: string | null | undefined;
}

/** Acts of the dossier become one commitment, each a reading; with that they are published. */
export async function confirmActs(
  store: Store,
  person: Person,
  dossier: string,
  acts: readonly string[],
  choices: CommitmentChoices = {},
): Promise<SealedEvent[]> {
  requireRight(person, "edit");
  const confirmed = await Promise.all(acts.map((id) => confirmedAct(store, dossier, id)));
  const { commitment, statuses } = recordCommitment(confirmed, choices);
  const on = confirmed.map(({ document }) => dayOfDocument(document)).sort()[0]!;
  const author = person.name;
  const entries: Entry[] = [
    { on, author, what: { type: "commitment-recorded", commitment } },
    ...statuses.map(({ source, status, evidence, on: day }) => ({
      on: day,
      author,
      what: statusChanged(commitment.id, { source, status, evidence }),
    })),
    ...confirmed
      .filter(({ review }) => review === "waiting")
      .map(({ act, document }) => reviewed("act", act.id, "published", dayOfDocument(document), author)),
  ];
  return store.append(dossier, { entries });
}

/** A catalogue agreement, or the user's own, becomes a record of the dossier and a commitment. */
export async function confirmAgreement(
  store: Store,
  person: Person,
  dossier: string,
  agreement: Agreement,
  choices: CommitmentChoices = {},
): Promise<SealedEvent[]> {
  requireRight(person, "edit");
  const evidence = await quotedReadings(store, dossier, agreement);
  const on = agreement.declared !== undefined && agreement.declared.length >= 10 ? agreement.declared : today(store);
  const author = person.name;
  const kept = recordEntry("agreement", agreement.id, agreement, { on, author, engine: null });
  const steps = consentSteps(recordAgreement(agreement, evidence, choices), on).map(
    ({ on: day, commitment, because }): Entry => ({
      on: day,
      author,
      what:
        because === null
          ? { type: "commitment-recorded", commitment }
          : { type: "commitment-amended", commitment, because },
    }),
  );
  return store.append(dossier, { entries: [kept, ...steps] });
}

/** Throws ReadoutError `evidence-*`, `commitment-unknown`, `date-*`, `count-invalid` or `edit-conflict`. */
export async function changeStatus(
  store: Store,
  person: Person,
  dossier: string,
  change: StatusChange,
): Promise<SealedEvent[]> {
  requireRight(person, "edit");
  const evidence = await findEvidence(store, dossier, change);
  const what = {
    ...statusChanged(change.commitment, { ...change, evidence }),
    implementation: change.implementation ?? null,
  };
  const entry: Entry = {
    on: change.on ?? today(store),
    author: person.name,
    what: { ...what, count: change.count ?? null, note: change.note ?? null },
  };
  return store.append(dossier, { entries: [entry], basedOn: change.basedOn });
}

export async function amendCommitment(
  store: Store,
  person: Person,
  dossier: string,
  { commitment, because, on, basedOn }: Edit & { commitment: Commitment; because: string; on?: When | undefined },
): Promise<SealedEvent[]> {
  requireRight(person, "edit");
  const what = { type: "commitment-amended" as const, commitment, because };
  return store.append(dossier, { entries: [{ on: on ?? today(store), author: person.name, what }], basedOn });
}

/** What happened to the dossier, or to one of its commitments, in the order in which it was written down. */
export async function historyOf(
  store: Store,
  person: Person,
  dossier: string,
  commitment?: string,
): Promise<SealedEvent[]> {
  requireRight(person, "read");
  const { state } = await readState(store.database, dossier);
  if (commitment !== undefined && !Object.hasOwn(state.commitments, commitment)) throw commitmentUnknown(commitment);
  return readEvents(store.database, dossier, { commitment });
}

/** Dates of every commitment at the end of `asOf` or now, and what starts or lapses within `days` from then. */
export async function dueIn(
  store: Store,
  person: Person,
  dossier: string,
  { asOf, days = 30 }: { asOf?: When | undefined; days?: number | undefined } = {},
): Promise<{ commitments: DueCommitment[]; deadlines: Deadline[] }> {
  requireRight(person, "read");
  const { state } = await readState(store.database, dossier, asOf);
  const states = Object.values(state.commitments);
  const now = asOf === undefined ? store.now() : endOf(asOf) - 1;
  return { commitments: states.map((each) => datesOf(each, now)), deadlines: deadlinesOf(states, now, days) };
}

export function commitmentUnknown(id: string): ReadoutError {
  return new ReadoutError("commitment-unknown", `there is no commitment "${id}". See readout ledger show.`, 2);
}

export function reviewed(
  kind: "act" | "comparison" | "later-word",
  id: string,
  decision: "published" | "rejected",
  on: string,
  author: string,
): Entry {
  return { on, author, what: { type: "record-reviewed", kind, id, decision, note: null } };
}

function statusChanged(
  commitment: string,
  { source, status, evidence }: { source: string; status: Status; evidence: Evidence },
) {
  return {
    type: "status-changed" as const,
    commitment,
    source,
    status,
    evidence,
    implementation: null,
    count: null,
    note: null,
  };
}

async function confirmedAct(store: Store, dossier: string, id: string) {
  const [record] = await readRecords(store.database, dossier, { kinds: ["act"], id });
  if (!record)
    throw new ReadoutError("act-unknown", `the dossier "${dossier}" has no act "${id}". See readout dossier show.`, 2);
  const act = record.body as Act;
  return { act, document: await documentOf(store, dossier, act.document), review: record.review };
}

async function documentOf(store: Store, dossier: string, id: string): Promise<Document> {
  const [record] = await readRecords(store.database, dossier, { kinds: ["document"], id });
  const archived = record && (await latestText(store.database, dossier, id));
  if (!archived)
    throw new ReadoutError(
      "evidence-unknown",
      `the dossier "${dossier}" has no document "${id}". Add it with readout dossier add.`,
      2,
    );
  return { ...(record.body as Omit<Document, "text">), text: archived.text };
}

/** The gate: only words that stand in the archived text, to the letter, are evidence. */
async function findEvidence(
  store: Store,
  dossier: string,
  { document, quote, start }: { document: string; quote: string; start?: number | undefined },
): Promise<Evidence> {
  const { id, text } = await documentOf(store, dossier, document);
  const at = start ?? text.indexOf(quote);
  if (quote === "" || at < 0 || text.slice(at, at + quote.length) !== quote) {
    const message = `"${quote.slice(0, 60)}" does not stand in "${document}". Quote the archived text to the letter.`;
    throw new ReadoutError("evidence-not-verbatim", message, 2);
  }
  return evidenceOf({ id, text }, { start: at, end: at + quote.length, quote });
}

/** Evidence for the readings whose quote stands in a document of the dossier. */
async function quotedReadings(store: Store, dossier: string, agreement: Agreement): Promise<Record<string, Evidence>> {
  const documents = await readRecords(store.database, dossier, { kinds: ["document"] });
  const texts = await Promise.all(documents.map(({ id }) => documentOf(store, dossier, id)));
  return Object.fromEntries(
    agreement.readings.flatMap(({ id, says }) => {
      const quote = says?.quote;
      const holder = quote === undefined ? undefined : texts.find(({ text }) => text.includes(quote));
      if (!holder) return [];
      const start = holder.text.indexOf(quote!);
      return [[id, evidenceOf(holder, { start, end: start + quote!.length, quote: quote! })]];
    }),
  );
}
