/** A dossier's draft and public page -> what editors do with them: save, undo, go back, publish, take back. */
import { PAGE } from "../ledger/alerts.js";
import type { Edition } from "../model/explainer.js";
import { ReadoutError } from "../model/problem.js";
import { type Person, requireRight } from "../model/rights.js";
import { recordEntry, today } from "../pipeline-dossiers.js";
import { UNWRITTEN } from "../publish/explainer/publish-explainer.js";
import type { Store } from "../store/open-store.js";
import { readVersions } from "../store/record-versions.js";
import { pageOfRecord } from "./page-of-record.js";
import { DRAFT, recordOf, revisionsOf } from "./site-of-store.js";
import { versionStack } from "./version-stack.js";

/** Throws `edited-meanwhile` where somebody else has saved since; what they wrote stays. */
export async function saveDraft(store: Store, person: Person, id: string, edition: Edition, basedOn: number) {
  requireRight(person, "edit");
  return (await keep(store, person, id, { record: DRAFT, body: edition, basedOn })) ?? basedOn;
}

/** The draft as it was before the last change, as often as there are changes; the going back is a change of its own. */
export async function undoDraft(store: Store, person: Person, id: string) {
  requireRight(person, "edit");
  const versions = await draftVersions(store, id);
  const before = draftStack(versions).at(-2);
  if (!before) throw new ReadoutError("nothing-to-undo", "the draft has no earlier version.");
  await keep(store, person, id, { record: DRAFT, body: before.body, basedOn: versions.at(-1)!.seq });
}

/** The draft as the event `seq` left it; undo goes back from there. */
export async function restoreDraft(store: Store, person: Person, id: string, seq: number) {
  requireRight(person, "edit");
  const version = (await draftVersions(store, id)).find((each) => each.seq === seq);
  if (!version) throw new ReadoutError("record-unknown", `the draft has no version ${seq}.`, 2);
  await keep(store, person, id, { record: DRAFT, body: version.body });
}

/**
 * Throws `citation-lost` where the draft cites what the record of read acts no longer holds, and `edited-meanwhile` where
 * somebody has saved another draft since `basedOn`.
 */
export async function publishDraft(store: Store, person: Person, id: string, basedOn?: number) {
  requireRight(person, "edit");
  const [record, revisions, versions] = await Promise.all([
    recordOf(store, id, { unpublished: false }),
    revisionsOf(store, id),
    draftVersions(store, id),
  ]);
  const last = versions.at(-1);
  if (last && basedOn !== undefined && last.seq > basedOn) throw editedMeanwhile(last.author);
  const { explainer } = pageOfRecord({ ...record, revisions, now: store.now() });
  if (explainer.lostCitations.length > 0)
    throw new ReadoutError(
      "citation-lost",
      `the draft cites ${explainer.lostCitations.join(", ")}, which no confirmed line holds. Confirm the act or take the citation out.`,
    );
  const now = new Date(store.now()).toISOString();
  const first = revisions.at(-1)?.edition.publishedAt ?? now;
  const revision = revisions.length + 1;
  const edition = { ...record.edition, publishedAt: first, updatedAt: now, revision, takenBack: false };
  await keep(store, person, id, { record: PAGE, body: edition });
}

export async function takePageBack(store: Store, person: Person, id: string) {
  requireRight(person, "edit");
  const [last] = await revisionsOf(store, id);
  if (!last || last.edition.takenBack) throw new ReadoutError("not-public", "the page is not public.");
  await keep(store, person, id, { record: PAGE, body: { ...last.edition, takenBack: true } });
}

/** What undo can go back to: at the bottom lies the draft that nobody has touched. */
export function draftStack(versions: readonly { body: unknown }[]) {
  return versionStack([{ body: UNWRITTEN }, ...versions]);
}

/** The oldest first. */
export async function draftVersions(store: Store, id: string) {
  return readVersions(store.database, id, "edition", DRAFT);
}

interface Kept {
  record: string;
  body: unknown;
  basedOn?: number;
}

async function keep(store: Store, person: Person, id: string, { record, body, basedOn }: Kept) {
  const entry = recordEntry("edition", record, body, { on: today(store), author: person.name, engine: null });
  try {
    const [kept] = await store.append(id, { entries: [entry], basedOn });
    return kept?.event.seq;
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code !== "edit-conflict") throw error;
    const versions = await readVersions(store.database, id, "edition", record);
    throw editedMeanwhile(versions.at(-1)?.author ?? "somebody");
  }
}

export function editedMeanwhile(author: string): ReadoutError {
  return new ReadoutError(
    "edited-meanwhile",
    `${author} has saved this meanwhile. What you wrote is still here: join both and save again.`,
  );
}
