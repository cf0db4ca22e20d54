/** New events, and the time that has passed -> what is to be told: changes of status, denials, silent edits, lapses. */
import type { Alert } from "../model/alert.js";
import type { CommitmentState } from "../model/dossier.js";
import type { LedgerEvent } from "../model/ledger-event.js";
import { allDeadlines } from "./deadlines.js";

/** Id of the record of kind `edition` that is public. */
export const PAGE = "page";

/** At most one an event. Nothing of what waits for review is told: a later word counts when an editor has decided. */
export function alertsOf(events: readonly LedgerEvent[], states: Readonly<Record<string, CommitmentState>>): Alert[] {
  return events.flatMap((event) => alertOf(event, states) ?? []);
}

function alertOf(
  { what, dossier, seq, on }: LedgerEvent,
  states: Readonly<Record<string, CommitmentState>>,
): Alert | null {
  const shared = { id: `${dossier}:${seq}`, dossier, on, seq };
  const titleOf = (id: string) => (Object.hasOwn(states, id) ? states[id]!.commitment.title : id);
  if (what.type === "status-changed") {
    const { commitment, source, status, evidence } = what;
    const title = `${titleOf(commitment)}: ${status.replaceAll("-", " ")}`;
    const text = `According to ${source}, “${evidence.quote}” (${evidence.document}).`;
    return { ...shared, kind: "status", title, text, commitment };
  }
  if (what.type === "word-recorded" && (what.word === "denying" || what.word === "withdrawing")) {
    const { commitment, by, word, evidence } = what;
    const title = `${titleOf(commitment)}: ${by} is ${word}`;
    return { ...shared, kind: "denial", title, text: `“${evidence.quote}” (${evidence.document}).`, commitment };
  }
  if (what.type === "record-added" && what.kind === "document" && what.revises) {
    const title = `${what.id} was changed after it was published`;
    return {
      ...shared,
      kind: "silent-edit",
      title,
      text: `The text of "${what.id}" is another than the one archived before.`,
      commitment: null,
    };
  }
  if (what.type === "record-added" && what.kind === "edition" && what.id === PAGE) {
    const text = "It was published, published anew or taken back.";
    return { ...shared, kind: "page", title: "The public page was changed", text, commitment: null };
  }
  return null;
}

/** Readings that stopped to bind after `after` and by `now`, whatever the sources say. */
export function lapsesBetween(
  dossier: string,
  states: Readonly<Record<string, CommitmentState>>,
  after: number,
  now: number,
): Alert[] {
  return Object.values(states)
    .flatMap(allDeadlines)
    .filter(({ what, at }) => what === "lapses" && Date.parse(at) > after && Date.parse(at) <= now)
    .map(({ commitment, reading, title, day, at }) => ({
      id: `${dossier}:lapse:${commitment}:${reading}:${day}`,
      kind: "lapse" as const,
      dossier,
      on: at,
      title: `${title}: lapsed under ${reading}`,
      text: `Under the reading of ${reading} its last day was ${day}.`,
      commitment,
      seq: null,
    }));
}
