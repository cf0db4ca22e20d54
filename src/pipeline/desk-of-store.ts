/** A store and a way to fetch -> the Desk: what editors do, each step an event of the dossier's chain. */
import { PAGE } from "../ledger/alerts.js";
import type { Act } from "../model/act.js";
import type { ReviewState } from "../model/dossier.js";
import type { Edition } from "../model/explainer.js";
import { PLOVER } from "../model/plover.js";
import { ReadoutError } from "../model/problem.js";
import { mayDo, type Person, requireRight } from "../model/rights.js";
import { displayNames, type Source } from "../pipeline.js";
import { addAlert, alertsFor, endAlert } from "../pipeline-alerts.js";
import { addRecord, addSources, createDossier, dossiersFor, today } from "../pipeline-dossiers.js";
import { recordRead } from "../store/audit.js";
import type { Store } from "../store/open-store.js";
import { listDossiers, readRecords } from "../store/read-records.js";
import { readVersions } from "../store/record-versions.js";
import { endSession, openSession, personOfSession } from "../store/sessions.js";
import { personOfToken } from "../store/tokens.js";
import { addUser, listUsers, personOfPassword } from "../store/users.js";
import type { Correction, Desk, DeskAct, DeskDossier, NewComparison, Step } from "../web/desk.js";
import { pageOfRecord } from "./page-of-record.js";
import { DRAFT, recordOf, revisionsOf } from "./site-of-store.js";

/** An address -> a source with its bytes; rejects with ReadoutError. */
export type Fetch = (id: string, address: string) => Promise<Source>;

export function deskOfStore(store: Store, fetch: Fetch): Desk {
  const { database } = store;
  return {
    isEmpty: async () => (await listUsers(database)).length === 0,
    addFirst: async (name, password) => {
      if ((await listUsers(database)).length > 0)
        throw new ReadoutError("user-known", "somebody can sign in already. Ask an admin for an account.");
      await addUser(store, name, "admin", password);
    },
    signIn: async (name, password) => {
      const person = await personOfPassword(database, name, password);
      return person ? openSession(store, person) : null;
    },
    personOf: (secret) => personOfSession(store, secret),
    personOfToken: (token) => personOfToken(store, token),
    signOut: (secret) => endSession(store, secret),
    dossiers: (person) => deskEntries(store, person),
    compare: (person, wanted, tell) => compareAddresses(store, person, wanted, fetch, tell),
    dossier: (person, id) => deskDossier(store, person, id),
    decide: (person, id, acts, decision) => decide(store, person, id, acts, decision),
    correct: (person, id, act, correction) => correct(store, person, id, act, correction),
    saveDraft: (person, id, edition, basedOn) => saveDraft(store, person, id, edition, basedOn),
    undo: (person, id) => undo(store, person, id),
    publish: (person, id) => publish(store, person, id),
    takeBack: (person, id) => takeBack(store, person, id),
    corrections: (person, id) => corrections(store, person, id),
    webhooks: async (person) => {
      const alerts = await alertsFor(store, person);
      return alerts.flatMap(({ channel, target, ...rest }) =>
        channel === "webhook" ? [{ ...rest, url: target }] : [],
      );
    },
    addWebhook: (person, { url, kinds, dossier }) =>
      addAlert(store, person, { dossier, channel: "webhook", target: url, kinds: [...kinds] }),
    endWebhook: (person, id) => endAlert(store, person, id),
  };
}

async function deskEntries(store: Store, person: Person) {
  requireRight(person, "read-unpublished");
  const entries = await dossiersFor(store, person);
  return Promise.all(
    entries.map(async (entry) => {
      const records = await readRecords(store.database, entry.id, { kinds: ["act", "edition"] });
      const page = records.find(({ kind, id }) => kind === "edition" && id === PAGE)?.body as Edition | undefined;
      const waiting = records.filter(({ kind, review }) => kind === "act" && review === "waiting").length;
      return { ...entry, waiting, isPublic: page !== undefined && !page.takenBack };
    }),
  );
}

const MOST_ADDRESSES = 8;

async function compareAddresses(
  store: Store,
  person: Person,
  { title, addresses }: NewComparison,
  fetch: Fetch,
  tell: (step: Step) => void,
): Promise<string> {
  requireRight(person, "edit");
  if (addresses.length < 2 || addresses.length > MOST_ADDRESSES)
    throw new ReadoutError(
      "usage",
      `a comparison needs 2 to ${MOST_ADDRESSES} addresses and got ${addresses.length}.`,
      2,
    );
  const sources: Source[] = [];
  for (const [at, address] of addresses.entries()) {
    tell({ what: "step-fetching", values: { address } });
    sources.push(await fetch(sourceId(address, at, sources), address));
  }
  const id = await freeId(store, title);
  tell({ what: "step-reading", values: {} });
  await createDossier(store, person, { id, title });
  await addSources(store, person, id, sources);
  tell({ what: "step-compared", values: {} });
  return id;
}

/** "https://www.kremlin.ru/…" -> "kremlin"; a figure behind it where that is taken. */
function sourceId(address: string, at: number, taken: readonly Source[]): string {
  const labels = new URL(address).hostname.replace(/^www\./, "").split(".");
  const name = (labels.length > 1 ? labels.at(-2)! : "").toLowerCase().replace(/[^a-z0-9-]/g, "");
  const id = /^[a-z]/.test(name) ? name : `text-${at + 1}`;
  return taken.some((source) => source.id === id) ? `${id}-${at + 1}` : id;
}

async function freeId(store: Store, title: string): Promise<string> {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ["dossier"];
  const base = words.join("-").slice(0, 60).replace(/-$/, "");
  const taken = new Set((await listDossiers(store.database)).map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

async function deskDossier(store: Store, person: Person, id: string): Promise<DeskDossier> {
  requireRight(person, "read-unpublished");
  const entry = await entryOf(store, id);
  const [record, revisions, records, versions, drafts] = await Promise.all([
    recordOf(store, id, { unpublished: true }),
    revisionsOf(store, id),
    readRecords(store.database, id, { kinds: ["act"] }),
    readVersions(store.database, id, "act", null),
    readVersions(store.database, id, "edition", DRAFT),
  ]);
  await recordRead(store, { name: person.name, action: "read", dossier: id, subject: "desk" });
  const byHand = new Set(versions.filter(({ engine }) => engine === null).map((version) => version.id));
  const page = revisions[0]?.edition;
  return {
    entry,
    version: entry.events,
    acts: records.map(({ body, review }) => deskAct(body as Act, review, byHand)),
    preview: pageOfRecord({ ...record, revisions, now: store.now() }),
    published: page && !page.takenBack ? page : null,
    draft: record.edition,
    drafts: drafts.length,
  };
}

function deskAct(act: Act, review: ReviewState, byHand: ReadonlySet<string>): DeskAct {
  const names = displayNames();
  const actors = act.actors.map((actor) => (actor === "?" ? actor : names.actor(actor)));
  return { act, actors, review, corrected: byHand.has(act.id) };
}

async function entryOf(store: Store, id: string) {
  const entry = (await listDossiers(store.database)).find((each) => each.id === id);
  if (!entry) throw new ReadoutError("dossier-unknown", `there is no dossier "${id}". See the list of dossiers.`, 2);
  return entry;
}

async function decide(
  store: Store,
  person: Person,
  id: string,
  acts: readonly string[],
  decision: "published" | "rejected",
) {
  requireRight(person, "edit");
  const entries = acts.map((act) => ({
    on: today(store),
    author: person.name,
    what: { type: "record-reviewed" as const, kind: "act" as const, id: act, decision, note: null },
  }));
  if (entries.length > 0) await store.append(id, { entries });
}

/** The corrected act takes the place of the one that was found, which the chain keeps. */
async function correct(store: Store, person: Person, id: string, act: string, correction: Correction) {
  requireRight(person, "edit");
  const [record] = await readRecords(store.database, id, { kinds: ["act"], id: act });
  if (!record) throw new ReadoutError("record-unknown", `the dossier has no act "${act}".`, 2);
  const { targets, ...fields } = correction;
  const found = record.body as Act;
  const body = { ...found, ...fields, plover: PLOVER[fields.act], scope: { ...found.scope, targets } };
  await addRecord(store, person, id, { kind: "act", id: act, body });
}

/** Throws `edited-meanwhile` where somebody else has saved since; what they wrote stays, and so does what was sent. */
async function saveDraft(store: Store, person: Person, id: string, edition: Edition, basedOn: number) {
  requireRight(person, "edit");
  const versions = await readVersions(store.database, id, "edition", DRAFT);
  const last = versions.at(-1);
  if (last && last.seq > basedOn)
    throw new ReadoutError(
      "edited-meanwhile",
      `${last.author} has saved this draft meanwhile. Join both and save again.`,
    );
  await addRecord(store, person, id, { kind: "edition", id: DRAFT, body: edition });
}

/** The draft as it was before the last change, as a change of its own. */
async function undo(store: Store, person: Person, id: string) {
  requireRight(person, "edit");
  const versions = await readVersions(store.database, id, "edition", DRAFT);
  const before = versions.at(-2);
  if (!before) throw new ReadoutError("nothing-to-undo", "the draft has no earlier version.");
  await addRecord(store, person, id, { kind: "edition", id: DRAFT, body: before.body });
}

/** Throws `citation-lost` where the draft cites what the record of read acts no longer holds. */
async function publish(store: Store, person: Person, id: string) {
  requireRight(person, "edit");
  const [record, revisions] = await Promise.all([recordOf(store, id, { unpublished: false }), revisionsOf(store, id)]);
  const { explainer } = pageOfRecord({ ...record, revisions, now: store.now() });
  if (explainer.lostCitations.length > 0)
    throw new ReadoutError(
      "citation-lost",
      `the draft cites ${explainer.lostCitations.join(", ")}, which no confirmed line holds. Confirm the act or take the citation out.`,
    );
  const now = new Date(store.now()).toISOString();
  const first = revisions.at(-1)?.edition.publishedAt ?? now;
  const edition = {
    ...record.edition,
    publishedAt: first,
    updatedAt: now,
    revision: revisions.length + 1,
    takenBack: false,
  };
  await addRecord(store, person, id, { kind: "edition", id: PAGE, body: edition });
}

async function takeBack(store: Store, person: Person, id: string) {
  requireRight(person, "edit");
  const [last] = await revisionsOf(store, id);
  if (!last || last.edition.takenBack) throw new ReadoutError("not-public", "the page is not public.");
  await addRecord(store, person, id, { kind: "edition", id: PAGE, body: { ...last.edition, takenBack: true } });
}

async function corrections(store: Store, person: Person, id: string) {
  if (!mayDo(person, "read-unpublished")) requireRight(person, "read-unpublished");
  const versions = await readVersions(store.database, id, "act", null);
  return versions.flatMap((version, at) => {
    const found = versions.slice(0, at).find((each) => each.id === version.id && each.engine !== null);
    if (version.engine !== null || !found) return [];
    return [{ found: found.body as Act, corrected: version.body as Act, by: version.author, at: version.at }];
  });
}
