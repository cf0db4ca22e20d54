/** A dossier's documents, the acts that count, its commitments and an edition -> all that its pages show. */
import { createHash } from "node:crypto";
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import type { CommitmentState } from "../model/dossier.js";
import type { Edition } from "../model/explainer.js";
import { compareRead, displayNames } from "../pipeline.js";
import { publishExplainer } from "../publish/explainer/publish-explainer.js";
import type { Moment, Revision, SiteDossier } from "../web/site.js";

export interface PageRecord {
  id: string;
  documents: readonly Document[];
  acts: readonly Act[];
  edition: Edition;
  commitments: readonly CommitmentState[];
  revisions: readonly Revision[];
}

/** The same record gives the same page and the same version. */
export function pageOfRecord({ id, documents, acts, edition, commitments, revisions }: PageRecord): SiteDossier {
  const sources = documents.map((document) => ({ document, acts: acts.filter((act) => act.document === document.id) }));
  const { value: comparison } = compareRead(sources);
  const provenance = new Map(documents.map((document) => [document.id, originOf(document, edition)]));
  const explainer = publishExplainer({ id, documents, provenance, comparison, edition }, displayNames());
  const shown = JSON.stringify([explainer, commitments, revisions]);
  return {
    id,
    explainer,
    texts: new Map(documents.map((document) => [document.id, document.text])),
    commitments,
    moments: momentsOf(documents, commitments, revisions),
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
  documents: readonly Document[],
  commitments: readonly CommitmentState[],
  revisions: readonly Revision[],
): Moment[] {
  const texts = documents.flatMap(({ id, published, publisher }) =>
    published ? [moment(published, "moment-text", { source: publisher ?? id }, `sources/${id}/`)] : [],
  );
  const pages = revisions.map(({ at, number }) =>
    moment(at, "moment-revision", { number: String(number) }, `revisions/${number}/`),
  );
  return [...texts, ...commitments.flatMap(momentsOfCommitment), ...pages].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function momentsOfCommitment({
  commitment: { id, title, declared, common, readings },
  sources,
}: CommitmentState): Moment[] {
  const link = `commitments/${id}/`;
  const says = Object.entries(sources).map(([source, { since, status }]) =>
    moment(since, `moment-status-${status}`, { source, title }, link),
  );
  const windows = readings.flatMap((reading) => {
    const { starts, ends } = { ...common, ...reading };
    const values = { title, reading: reading.title ?? reading.id };
    return [
      ...(starts ? [moment(starts, "moment-starts", values, link)] : []),
      ...(ends ? [moment(ends, "moment-ends", values, link)] : []),
    ];
  });
  return [...(declared ? [moment(declared, "moment-declared", { title }, link)] : []), ...says, ...windows];
}

function moment(on: string, what: string, values: Record<string, string>, link: string): Moment {
  return { on, what, values, link };
}
