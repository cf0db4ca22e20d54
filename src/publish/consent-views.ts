/** A commitment and its dates -> what each bound party has agreed to since when, and under which readings it was bound before. */
import type { DueCommitment } from "../model/deadline.js";
import type { CommitmentState } from "../model/dossier.js";

export interface ConsentView {
  party: string;
  consent: "agreed" | "conditional" | "refused" | "none" | "unstated";
  /** The day from which it agreed; null where it has not, or nobody says when. */
  since: string | null;
  /** Readings whose first day came before that. */
  boundBefore: string[];
}

/** Every party that a reading binds or that owes it, in the order of the commitment. */
export function consentViews({ commitment, boundWithoutConsent, sources }: CommitmentState, due: DueCommitment) {
  const { debtors, common, readings, consent, consentSince = {} } = commitment;
  const bound = [...debtors, ...(common.binds ?? []), ...readings.flatMap(({ binds }) => binds ?? [])];
  return [...new Set(bound)].map((party): ConsentView => {
    if (boundWithoutConsent.includes(party))
      return { party, consent: consent[party] ?? "unstated", since: null, boundBefore: [] };
    const own = Object.hasOwn(sources, party) && sources[party]!.status === "accepted" ? sources[party]!.since : null;
    const since = (consentSince[party] ?? own)?.slice(0, 10) ?? null;
    const binds = readings.filter((reading) => (reading.binds ?? common.binds ?? debtors).includes(party));
    const before = due.readings.filter(
      ({ reading, firstDay }) =>
        binds.some(({ id }) => id === reading) && firstDay !== null && since !== null && firstDay < since,
    );
    return { party, consent: "agreed", since, boundBefore: before.map(({ reading }) => reading) };
  });
}
