/** Documents, commitments, edits and revisions -> what happened and will happen, for the timeline. */
import type { DueCommitment } from "../model/deadline.js";
import type { Document } from "../model/document.js";
import type { CommitmentState } from "../model/dossier.js";
import type { EditView } from "../model/edit-view.js";
import type { Names } from "../publish/names.js";
import type { Moment, Revision } from "../web/site.js";

export interface MomentSources {
  documents: readonly Document[];
  commitments: readonly CommitmentState[];
  revisions: readonly Revision[];
  edits: readonly EditView[];
}

/** In the order of time; a day stands before the instants in it. */
export function momentsOf(
  { documents, commitments, revisions, edits }: MomentSources,
  due: readonly DueCommitment[],
  names: Names,
): Moment[] {
  const texts = documents.flatMap(({ id, published, publisher }) =>
    published ? [moment(published, "moment-text", { source: publisher ?? id }, `sources/${id}/`)] : [],
  );
  const pages = revisions.map(({ at, number }) =>
    moment(at, "moment-revision", { number: String(number) }, `revisions/${number}/`),
  );
  const silent = edits.flatMap(({ document, after, gone }) => {
    const source = documents.find(({ id }) => id === document)?.publisher ?? document;
    const what = gone ? "moment-gone" : "moment-edit";
    return after.takenAt ? [moment(after.takenAt, what, { source }, `sources/#${document}`)] : [];
  });
  const promised = commitments.flatMap((state, at) => momentsOfCommitment(state, due[at]!, names));
  return [...texts, ...promised, ...silent, ...pages].sort((a, b) => (a.on < b.on ? -1 : 1));
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
