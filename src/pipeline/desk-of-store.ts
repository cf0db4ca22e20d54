/** A store and a way to fetch -> the Desk: what editors do, each step an event of the dossier's chain. */
import { packFiles } from "../evaluation/pack-files.js";
import { PAGE } from "../ledger/alerts.js";
import type { Act } from "../model/act.js";
import type { DossierRecord } from "../model/dossier.js";
import type { Edition } from "../model/explainer.js";
import { ReadoutError } from "../model/problem.js";
import { type Person, requireRight } from "../model/rights.js";
import { displayNames, type Source } from "../pipeline.js";
import { addAlert, alertsFor, endAlert } from "../pipeline-alerts.js";
import { addRead, createDossier, dossiersFor } from "../pipeline-dossiers.js";
import { recordRead } from "../store/audit.js";
import type { Store } from "../store/open-store.js";
import { deskStandings, listDossiers, readRecords } from "../store/read-records.js";
import { readVersions } from "../store/record-versions.js";
import { endSession, openSession, personOfSession } from "../store/sessions.js";
import { personOfToken } from "../store/tokens.js";
import { addUser, listUsers, personOfPassword } from "../store/users.js";
import type { Desk, DeskAct, DeskDossier, NewComparison, Step } from "../web/desk.js";
import { correctAct, correctionsOf, decideActs, undoCorrection } from "./desk-acts.js";
import {
  draftStack,
  draftVersions,
  publishDraft,
  restoreDraft,
  saveDraft,
  takePageBack,
  undoDraft,
} from "./desk-drafts.js";
import { marksOfDossier } from "./desk-marks.js";
import { pictureFrom } from "./dossier-files.js";
import { keepPicture } from "./hand-in.js";
import { pageOfRecord } from "./page-of-record.js";
import { readApart } from "./read-apart.js";
import { recordOf, revisionsOf } from "./site-of-store.js";

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
    decide: (...args) => decideActs(store, ...args),
    correct: (...args) => correctAct(store, ...args),
    undoCorrection: (...args) => undoCorrection(store, ...args),
    saveDraft: (...args) => saveDraft(store, ...args),
    undo: (...args) => undoDraft(store, ...args),
    restore: (...args) => restoreDraft(store, ...args),
    publish: (...args) => publishDraft(store, ...args),
    takeBack: (...args) => takePageBack(store, ...args),
    corrections: (person, id) => {
      requireRight(person, "read-unpublished");
      return correctionsOf(store, id);
    },
    marks: (person, id) => marks(store, person, id),
    keepPicture: async (person, id, bytes, file) => {
      const picture = pictureFrom(bytes, file);
      await keepPicture(store, person, id, picture);
      return picture.name;
    },
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
  const [entries, standings] = await Promise.all([dossiersFor(store, person), deskStandings(store.database, PAGE)]);
  return entries.map((entry) => {
    const { waiting = 0, page = null } = standings.get(entry.id) ?? {};
    return { ...entry, waiting, isPublic: page !== null && !(page as Edition).takenBack };
  });
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
  tell({ what: "step-reading", values: {} });
  const read = await readApart(sources);
  const id = await freeId(store, title);
  await createDossier(store, person, { id, title });
  await addRead(store, person, id, read);
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
    draftVersions(store, id),
  ]);
  await recordRead(store, { name: person.name, action: "read", dossier: id, subject: "desk" });
  const byHand = new Set(versions.filter(({ engine }) => engine === null).map((version) => version.id));
  const page = revisions[0]?.edition;
  return {
    entry,
    version: entry.events,
    acts: records.map((each) => deskAct(each, byHand)),
    preview: pageOfRecord({ ...record, revisions, now: store.now() }),
    published: page && !page.takenBack ? page : null,
    draft: record.edition,
    drafts: drafts.map(({ seq, at, author }) => ({ seq, at, author })).toReversed(),
    mayUndo: draftStack(drafts).length > 1,
  };
}

function deskAct({ body, review, seq, engine }: DossierRecord, byHand: ReadonlySet<string>): DeskAct {
  const [act, names] = [body as Act, displayNames()];
  const actors = act.actors.map((actor) => (actor === "?" ? actor : names.actor(actor)));
  return { act, actors, review, seq, corrected: engine === null && byHand.has(act.id) };
}

async function entryOf(store: Store, id: string) {
  const entry = (await listDossiers(store.database)).find((each) => each.id === id);
  if (!entry) throw new ReadoutError("dossier-unknown", `there is no dossier "${id}". See the list of dossiers.`, 2);
  return entry;
}

async function marks(store: Store, person: Person, id: string) {
  requireRight(person, "read-unpublished");
  const [entry, record] = await Promise.all([entryOf(store, id), recordOf(store, id, { unpublished: false })]);
  return packFiles(id, marksOfDossier({ ...record, title: entry.title }));
}
