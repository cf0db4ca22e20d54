/** Events of a dossier -> the state they add up to: each commitment, who says what of it, and since when. */
import type { Commitment } from "../model/commitment.js";
import type { CommitmentState, DossierState } from "../model/dossier.js";
import type { LedgerEvent } from "../model/ledger-event.js";
import type { OverallStatus } from "../model/status.js";
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
  if (what.type === "commitment-amended") {
    const { commitment } = what;
    return { ...known, commitment, boundWithoutConsent: boundWithoutConsent(commitment) };
  }
  if (what.type === "status-changed") {
    const { type: _, commitment: __, source, ...said } = what;
    const sources = { ...known.sources, [source]: { ...said, since: on, seq, author } };
    return { ...known, sources, status: overall(sources) };
  }
  if (what.type === "word-recorded") {
    const { word, act, evidence, by } = what;
    return { ...known, words: { ...known.words, [by]: { word, on, seq, act, evidence } } };
  }
  return known;
}

/** The status that all sources share; `disputed` where two differ. Truth is per source: nobody outranks another. */
export function overall(sources: CommitmentState["sources"]): OverallStatus {
  const said = new Set(Object.values(sources).map(({ status }) => status));
  if (said.size === 0) return "unstated";
  return said.size === 1 ? [...said][0]! : "disputed";
}

/** Those whom any reading binds, or who owe it, and of whom no consent is on record. */
function boundWithoutConsent({ debtors, common, readings, consent }: Commitment): string[] {
  const bound = new Set([...debtors, ...(common.binds ?? []), ...readings.flatMap(({ binds }) => binds ?? [])]);
  return [...bound].filter((party) => consent[party] !== "agreed").sort();
}
