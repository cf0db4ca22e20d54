/** A dossier's acts -> what editors do with them: confirm, reject, put back, correct, and what that teaches an engine. */

import type { Act } from "../model/act.js";
import type { DossierRecord, ReviewState } from "../model/dossier.js";
import { PLOVER } from "../model/plover.js";
import { ReadoutError } from "../model/problem.js";
import { type Person, requireRight } from "../model/rights.js";
import { recordEntry, today } from "../pipeline-dossiers.js";
import type { Entry } from "../store/known-facts.js";
import type { Store } from "../store/open-store.js";
import { readRecords } from "../store/read-records.js";
import { type RecordVersion, readVersions } from "../store/record-versions.js";
import { ALONE, type Correction } from "../web/desk.js";
import { editedMeanwhile } from "./desk-drafts.js";
import { pageOfRecord } from "./page-of-record.js";
import { recordOf } from "./site-of-store.js";
import { versionStack } from "./version-stack.js";

type ActVersion = RecordVersion & { id: string };

export async function decideActs(
  store: Store,
  person: Person,
  id: string,
  acts: readonly string[],
  decision: ReviewState,
): Promise<void> {
  requireRight(person, "edit");
  const entries = acts.map((act) => decisionEntry(store, person, act, decision));
  if (entries.length > 0) await store.append(id, { entries });
}

/**
 * The corrected act takes the place of the one that was found, which the chain keeps. Where it is to stand in another
 * line, the acts of that line are told so too. Throws `edited-meanwhile` where one of them was changed since `basedOn`.
 */
export async function correctAct(
  store: Store,
  person: Person,
  id: string,
  act: string,
  correction: Correction,
  basedOn: number,
): Promise<void> {
  requireRight(person, "edit");
  const records = await readRecords(store.database, id, { kinds: ["act"] });
  const record = records.find((each) => each.id === act);
  if (!record) throw new ReadoutError("record-unknown", `the dossier has no act "${act}".`, 2);
  if (record.seq > basedOn) throw editedMeanwhile("Somebody else");
  const { targets, line, ...fields } = correction;
  const { matter: _before, ...found } = record.body as Act;
  const beside = line === null ? [] : await actsOfLine(store, id, line, records, act);
  const matter = line === null ? undefined : line === ALONE ? `alone ${act}` : matterOf(beside, act);
  const scope = { ...found.scope, targets };
  const body = { ...found, ...fields, plover: PLOVER[fields.act], scope, ...(matter ? { matter } : {}) };
  const moved = beside.filter((each) => (each.body as Act).matter !== matter);
  const entries = [
    actEntry(store, person, { id: act, body, engine: null }),
    ...moved.flatMap((each) => [
      actEntry(store, person, { id: each.id, body: { ...(each.body as Act), matter }, engine: each.engine }),
      decisionEntry(store, person, each.id, each.review),
    ]),
  ];
  await append(store, id, entries, Math.max(...records.map(({ seq }) => seq)));
}

/** Acts that came as they are with the correction go back with it; one that an engine found waits again. */
export async function undoCorrection(store: Store, person: Person, id: string, act: string): Promise<void> {
  requireRight(person, "edit");
  const versions = byId(await readVersions(store.database, id, "act", null));
  const last = versions.get(act)?.at(-1);
  if (!last) throw new ReadoutError("record-unknown", `the dossier has no act "${act}".`, 2);
  const together = [...versions].filter(
    ([, each]) => each.at(-1)!.at === last.at && each.at(-1)!.author === last.author,
  );
  const before = together.flatMap(([, each]) => versionStack(each).at(-2) ?? []);
  if (before.length === 0) throw new ReadoutError("nothing-to-undo", "the act was not corrected.");
  const records = await readRecords(store.database, id, { kinds: ["act"] });
  const entries = before.flatMap(({ id: each, body, engine }) => {
    const review = records.find((record) => record.id === each)!.review;
    return [
      actEntry(store, person, { id: each, body: body as Act, engine }),
      ...(each === act ? [] : [decisionEntry(store, person, each, review)]),
    ];
  });
  await append(store, id, entries, Math.max(...together.map(([, each]) => each.at(-1)!.seq)));
}

/** What an engine found, and what an editor made of it in the end: null where it was rejected. */
export async function correctionsOf(store: Store, id: string) {
  const versions = byId(await readVersions(store.database, id, "act", null));
  const records = await readRecords(store.database, id, { kinds: ["act"] });
  return records.flatMap(({ id: act, review, engine, body }) => {
    const all = versions.get(act)!;
    const found = all.find((each) => each.engine !== null);
    const { author: by, at } = all.at(-1)!;
    if (!found || (engine !== null && review !== "rejected")) return [];
    return [{ found: found.body as Act, corrected: review === "rejected" ? null : (body as Act), by, at }];
  });
}

/** Other acts whose words stand in a line of the comparison, by its number on the editor's page. */
async function actsOfLine(
  store: Store,
  id: string,
  line: Exclude<Correction["line"], null>,
  records: readonly DossierRecord[],
  but: string,
): Promise<DossierRecord[]> {
  if (line === ALONE) return [];
  const record = await recordOf(store, id, { unpublished: true });
  const { explainer } = pageOfRecord({ ...record, revisions: [], now: store.now() });
  const found = explainer.lines.find(({ number }) => number === line);
  if (!found) throw new ReadoutError("record-unknown", `the comparison has no line ${line}.`, 2);
  return records.filter(({ id: act, body, review }) => {
    const { document, start, end } = body as Act;
    if (act === but || review === "rejected") return false;
    return found.sides.some(
      ({ source, quotes }) => source === document && quotes.some((quote) => quote.start < end && start < quote.end),
    );
  });
}

/** The name under which a line's acts go already, or a new one after the act that joins them. */
function matterOf(beside: readonly DossierRecord[], act: string): string {
  return beside.map(({ body }) => (body as Act).matter).find((matter) => matter !== undefined) ?? `with ${act}`;
}

function byId(versions: readonly ActVersion[]): Map<string, ActVersion[]> {
  const grouped = new Map<string, ActVersion[]>();
  for (const version of versions) grouped.set(version.id, [...(grouped.get(version.id) ?? []), version]);
  return grouped;
}

function actEntry(
  store: Store,
  { name }: Person,
  { id, body, engine }: { id: string; body: Act; engine: string | null },
): Entry {
  return recordEntry("act", id, body, { on: today(store), author: name, engine });
}

function decisionEntry(store: Store, { name }: Person, id: string, decision: ReviewState): Entry {
  const what = { type: "record-reviewed" as const, kind: "act" as const, id, decision, note: null };
  return { on: today(store), author: name, what };
}

async function append(store: Store, id: string, entries: readonly Entry[], basedOn: number): Promise<void> {
  try {
    await store.append(id, { entries, basedOn });
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code !== "edit-conflict") throw error;
    throw editedMeanwhile("Somebody else");
  }
}
