/** A dossier's documents, the acts that count, its commitments and an edition -> all that its pages show. */
import { createHash } from "node:crypto";
import { datesOf } from "../ledger/deadlines.js";
import type { Act } from "../model/act.js";
import type { DueCommitment } from "../model/deadline.js";
import type { Document } from "../model/document.js";
import type { CommitmentState } from "../model/dossier.js";
import type { Edition } from "../model/explainer.js";
import { compareRead, displayNames } from "../pipeline.js";
import { publishExplainer } from "../publish/explainer/publish-explainer.js";
import type { Names } from "../publish/names.js";
import type { Moment, Revision, SiteDossier } from "../web/site.js";
import { weighCommitments } from "./weigh-commitments.js";

export interface PageRecord {
  id: string;
  documents: readonly Document[];
  acts: readonly Act[];
  edition: Edition;
  commitments: readonly CommitmentState[];
  revisions: readonly Revision[];
  /** When the page is made, ms: tells what is to come and what is over. */
  now: number;
}

/** The same record gives the same page and the same version. */
export function pageOfRecord({ id, documents, acts, edition, commitments, revisions, now }: PageRecord): SiteDossier {
  const sources = documents.map((document) => ({ document, acts: acts.filter((act) => act.document === document.id) }));
  const { value: comparison } = compareRead(sources);
  const provenance = new Map(documents.map((document) => [document.id, originOf(document, edition)]));
  const names = displayNames();
  const due = commitments.map((commitment) => datesOf(commitment, now));
  const explainer = publishExplainer({ id, documents, provenance, comparison, edition }, names);
  const weighings = weighCommitments(commitments, due, now);
  const shown = JSON.stringify([explainer, commitments, weighings, revisions]);
  return {
    id,
    explainer,
    texts: new Map(documents.map((document) => [document.id, document.text])),
    commitments,
    due,
    weighings,
    names,
    moments: momentsOf({ documents, commitments, revisions }, due, names),
    revisions,
    version: createHash("sha256").update(shown).digest("hex").slice(0, 16),
  };
}

function originOf({ id, source }: Document, { origins }: Edition) {
  const fetched = /^https?:\/\//.test(source) ? source : null;
  return { url: origins[id]?.url ?? fetched, digest: origins[id]?.digest ?? false, retrievedAt: null };
}

/** In the order of time; a day stands before the instants in it. */
function momentsOf(
  { documents, commitments, revisions }: Pick<PageRecord, "documents" | "commitments" | "revisions">,
  due: readonly DueCommitment[],
  names: Names,
): Moment[] {
  const texts = documents.flatMap(({ id, published, publisher }) =>
    published ? [moment(published, "moment-text", { source: publisher ?? id }, `sources/${id}/`)] : [],
  );
  const pages = revisions.map(({ at, number }) =>
    moment(at, "moment-revision", { number: String(number) }, `revisions/${number}/`),
  );
  return [...texts, ...commitments.flatMap((state, at) => momentsOfCommitment(state, due[at]!, names)), ...pages].sort(
    (a, b) => (a.on < b.on ? -1 : 1),
  );
}

function momentsOfCommitment({ commitment, sources }: CommitmentState, due: DueCommitment, names: Names): Moment[] {
  const { id, title, declared } = commitment;
  const link = `commitments/${id}/`;
  const says = Object.entries(sources).map(([source, { since, status }]) =>
    moment(since, "moment-status", { source: names.actor(source), title, status }, link),
  );
  const days = due.readings.flatMap(({ reading, party, firstDay, lastDay }) => {
    const values = { title, reading: party ? names.actor(party) : reading };
    return [
      ...(firstDay ? [moment(firstDay, "moment-starts", values, link)] : []),
      ...(lastDay ? [moment(lastDay, "moment-ends", values, link)] : []),
    ];
  });
  return [...(declared ? [moment(declared, "moment-declared", { title }, link)] : []), ...says, ...days];
}

function moment(on: string, what: string, values: Record<string, string>, link: string): Moment {
  return { on, what, values, link };
}
