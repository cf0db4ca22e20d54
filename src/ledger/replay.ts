/** Events of a dossier -> the state they add up to: each commitment, who says what of it, and since when. */
import type { Commitment } from "../model/commitment.js";
import type { CommitmentState, DossierState } from "../model/dossier.js";
import type { LedgerEvent } from "../model/ledger-event.js";
import type { OverallStatus, Status } from "../model/status.js";
import { startOf } from "./instants.js";

/** The state before the first event. */
export function emptyState(id: string): DossierState {
  return { id, title: "", conflict: null, publishesUnread: false, commitments: {} };
}

/** The order in which events are replayed: by when they took effect, and then as they were written down. */
export function inOrder(a: LedgerEvent, b: LedgerEvent): number {
  return startOf(a.on) - startOf(b.on) || a.seq - b.seq;
}

/**
 * `state` with further events, which must come in order. Neither is changed. An event on a commitment that the state
 * does not know is left out: it took effect before the commitment was there.
 */
export function replay(state: DossierState, events: Iterable<LedgerEvent>): DossierState {
  const next = { ...state, commitments: { ...state.commitments } };
  for (const event of events) applyEvent(next, event);
  return next;
}

function applyEvent(state: DossierState, event: LedgerEvent): void {
  const { what } = event;
  if (what.type === "dossier-opened" || what.type === "dossier-changed") {
    const { type: _, ...settings } = what;
    Object.assign(state, settings);
  } else if (what.type === "commitment-recorded") {
    const { commitment } = what;
    if (!Object.hasOwn(state.commitments, commitment.id))
      state.commitments[commitment.id] = recorded(commitment, event);
  } else if (what.type !== "record-added" && what.type !== "record-reviewed") {
    const id = what.type === "commitment-amended" ? what.commitment.id : what.commitment;
    if (!Object.hasOwn(state.commitments, id)) return;
    const known = state.commitments[id]!;
    state.commitments[id] = { ...changed(known, event), seq: Math.max(known.seq, event.seq) };
  }
}

function recorded(commitment: Commitment, { on, seq }: LedgerEvent): CommitmentState {
  return {
    commitment,
    status: "unstated",
    sources: {},
    words: {},
    boundWithoutConsent: boundWithoutConsent(commitment),
    recordedOn: on,
    seq,
  };
}

function changed(known: CommitmentState, { what, on, seq, author }: LedgerEvent): CommitmentState {
  if (what.type === "commitment-amended") return amended(known, what.commitment);
  if (what.type === "status-changed") {
    const { type: _, commitment: __, source, ...said } = what;
    const sources = { ...known.sources, [source]: { ...said, since: on, seq, author } };
    const without = known.boundWithoutConsent.filter((party) => party !== source || !CONSENTING.has(said.status));
    return { ...known, sources, status: overall(sources), boundWithoutConsent: without };
  }
  if (what.type === "word-recorded") {
    const { word, act, evidence, by } = what;
    return { ...known, words: { ...known.words, [by]: { word, on, seq, act, evidence } } };
  }
  return known;
}

/** What a party says of itself only when it has agreed. */
const CONSENTING = new Set<Status>(["accepted", "in-force", "suspended", "fulfilled", "partly-fulfilled", "withdrawn"]);

/** A party that agreed in its own words has done so, unless the amendment says otherwise of it. */
function amended(known: CommitmentState, commitment: Commitment): CommitmentState {
  const inWords = boundWithoutConsent(known.commitment).filter((party) => !known.boundWithoutConsent.includes(party));
  const stands = (party: string) =>
    inWords.includes(party) && commitment.consent[party] === known.commitment.consent[party];
  return {
    ...known,
    commitment,
    boundWithoutConsent: boundWithoutConsent(commitment).filter((party) => !stands(party)),
  };
}

/** The status that all sources share; `disputed` where two differ. Truth is per source: nobody outranks another. */
export function overall(sources: CommitmentState["sources"]): OverallStatus {
  const said = new Set(Object.values(sources).map(({ status }) => status));
  if (said.size === 0) return "unstated";
  return said.size === 1 ? [...said][0]! : "disputed";
}

/** Those whom any reading binds, or who owe it, and whose consent the commitment does not record. */
function boundWithoutConsent({ debtors, common, readings, consent }: Commitment): string[] {
  const bound = new Set([...debtors, ...(common.binds ?? []), ...readings.flatMap(({ binds }) => binds ?? [])]);
  return [...bound].filter((party) => consent[party] !== "agreed").sort();
}
