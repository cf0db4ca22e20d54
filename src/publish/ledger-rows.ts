/** The ledger of a dossier -> flat rows for spreadsheets and statistics: one a commitment and reading, or one an event. */
import type { DueCommitment } from "../model/deadline.js";
import type { CommitmentState } from "../model/dossier.js";
import type { SealedEvent } from "../model/ledger-event.js";

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

/** In the order of the tables; a table of no rows has them too. */
export const COMMITMENT_COLUMNS = `
  dossier commitment title kind form coverage fixed_term declared debtors creditors antecedent
  consequent quantity mediators monitors bound_without_consent pa_x ucdp reading party first_day
  last_day lapses_at zone phase status party_status party_status_since implementation count_done
  count_of
`
  .trim()
  .split(/\s+/);
export const EVENT_COLUMNS = `
  dossier seq on at author type commitment source status word record document quote hash
`
  .trim()
  .split(/\s+/);

/** Lists are joined by "; ". `pa_x` and `ucdp` are the ids of the same agreement there. */
export function commitmentRows(
  dossier: string,
  states: readonly CommitmentState[],
  dates: readonly DueCommitment[],
): Row[] {
  const byId = new Map(dates.map((each) => [each.commitment, each]));
  return states.flatMap((state) =>
    (byId.get(state.commitment.id)?.readings ?? []).map((reading) => ({
      dossier,
      ...termsOf(state),
      reading: reading.reading,
      party: reading.party,
      first_day: reading.firstDay,
      last_day: reading.lastDay,
      lapses_at: reading.lapsesAt,
      zone: reading.zone,
      phase: reading.phase,
      status: state.status,
      ...saidBy(state, reading.party),
    })),
  );
}

function termsOf({ commitment, boundWithoutConsent }: CommitmentState): Row {
  return {
    commitment: commitment.id,
    title: commitment.title,
    kind: commitment.kind ?? null,
    form: commitment.form ?? null,
    coverage: commitment.coverage ?? null,
    fixed_term: commitment.fixedTerm,
    declared: commitment.declared,
    debtors: commitment.debtors.join("; "),
    creditors: commitment.creditors.join("; "),
    antecedent: commitment.antecedent,
    consequent: commitment.consequent,
    quantity: commitment.quantity?.count ?? null,
    mediators: (commitment.mediators ?? []).join("; "),
    monitors: (commitment.monitors ?? []).join("; "),
    bound_without_consent: boundWithoutConsent.join("; "),
    pa_x: commitment.crosswalk?.paX ?? null,
    ucdp: commitment.crosswalk?.ucdp ?? null,
  };
}

function saidBy({ sources }: CommitmentState, party: string | null): Row {
  const said = party !== null && Object.hasOwn(sources, party) ? sources[party]! : null;
  return {
    party_status: said?.status ?? null,
    party_status_since: said?.since ?? null,
    implementation: said?.implementation ?? null,
    count_done: said?.count?.done ?? null,
    count_of: said?.count?.of ?? null,
  };
}

export function eventRows(events: readonly SealedEvent[]): Row[] {
  return events.map(({ event, seal }) => {
    const { what } = event;
    const evidence = "evidence" in what ? what.evidence : null;
    const commitment = !("commitment" in what)
      ? null
      : typeof what.commitment === "string"
        ? what.commitment
        : what.commitment.id;
    return {
      dossier: event.dossier,
      seq: event.seq,
      on: event.on,
      at: event.at,
      author: event.author,
      type: what.type,
      commitment,
      source: what.type === "status-changed" ? what.source : what.type === "word-recorded" ? what.by : null,
      status: what.type === "status-changed" ? what.status : null,
      word: what.type === "word-recorded" ? what.word : null,
      record: "kind" in what ? `${what.kind} ${what.id}` : null,
      document: evidence?.document ?? null,
      quote: evidence?.quote ?? null,
      hash: seal.hash,
    };
  });
}
