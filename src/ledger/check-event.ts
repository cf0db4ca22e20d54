/** An event that somebody wants to write, and what is known already -> refused with what is wrong, or let through. */
import type { Commitment } from "../model/commitment.js";
import type { Evidence } from "../model/evidence.js";
import type { EventDraft } from "../model/ledger-event.js";
import { ReadoutError } from "../model/readout-error.js";
import { DAY_MS, endOf, startOf } from "./instants.js";

/** What a dossier holds that an event may speak of. */
export interface Facts {
  now: number;
  /** Of a commitment: when it was first there, and the last event that touched it. Undefined where there is none. */
  commitment(id: string): { recordedOn: number; lastSeq: number } | undefined;
  /** The archived text of a document of the dossier, by its SHA-256. */
  text(document: string, textSha256: string): string | undefined;
  hasRecord(kind: string, id: string): boolean;
}

/** Texts are dated by their own zone: the day there may be one ahead of UTC. */
const AHEAD_MS = DAY_MS;

/** Throws ReadoutError: `date-invalid`, `date-future`, `date-order`, `commitment-*`, `evidence-*`, `count-invalid`, `record-unknown`. */
export function checkEvent({ on, what }: EventDraft, facts: Facts): void {
  if (startOf(on) > facts.now + AHEAD_MS)
    throw refusal(
      "date-future",
      `"${on}" is still to come`,
      "Write down what has happened; what is due follows from the dates of the commitment",
    );
  if (what.type === "commitment-recorded") {
    if (facts.commitment(what.commitment.id))
      throw refusal(
        "commitment-known",
        `there is a commitment "${what.commitment.id}" already`,
        "Amend it, or give another --id",
      );
    checkCommitment(what.commitment, facts);
  } else if (what.type === "commitment-amended") {
    checkTime(what.commitment.id, on, facts);
    checkCommitment(what.commitment, facts);
  } else if (what.type === "status-changed" || what.type === "word-recorded") {
    checkTime(what.commitment, on, facts);
    checkEvidence(what.evidence, facts);
    if (what.type === "status-changed") checkCount(what);
  } else if (what.type === "record-reviewed" && !facts.hasRecord(what.kind, what.id)) {
    throw refusal("record-unknown", `the dossier has no ${what.kind} "${what.id}"`, "See readout review");
  }
}

/** The verbatim gate: the quote is an exact slice of a text in the archive. */
export function checkEvidence({ document, textSha256, start, end, quote }: Evidence, facts: Facts): void {
  const text = facts.text(document, textSha256);
  if (text === undefined)
    throw refusal(
      "evidence-unknown",
      `the dossier has no document "${document}" with that text`,
      "Add it with readout dossier add",
    );
  if (quote === "" || text.slice(start, end) !== quote)
    throw refusal(
      "evidence-not-verbatim",
      `"${shortened(quote)}" does not stand at ${start} in "${document}"`,
      "Quote the archived text to the letter",
    );
}

function checkTime(id: string, on: string, facts: Facts): void {
  const known = facts.commitment(id);
  if (!known) throw refusal("commitment-unknown", `there is no commitment "${id}"`, "See readout ledger status");
  if (endOf(on) <= known.recordedOn)
    throw refusal("date-order", `${on} is before the commitment "${id}" was made`, "Give the day on which it was said");
}

function checkCommitment({ id, common, readings }: Commitment, facts: Facts): void {
  const ids = new Set(readings.map((reading) => reading.id));
  if (ids.size < readings.length)
    throw refusal("commitment-readings", `two readings of "${id}" have the same id`, "Name them apart");
  for (const reading of readings) {
    const { starts, ends, effective } = { ...common, ...reading };
    for (const [first, last] of [
      [starts, ends],
      [effective, ends],
    ]) {
      if (last !== undefined && first !== undefined && endOf(last) <= startOf(first))
        throw refusal(
          "date-order",
          `reading "${reading.id}" of "${id}" ends on ${last}, before it starts on ${first}`,
          "Correct the dates",
        );
    }
    if (reading.evidence) checkEvidence(reading.evidence, facts);
  }
}

function checkCount({ status, count }: { status: string; count: { done: number; of: number | null } | null }): void {
  if (status === "partly-fulfilled" && count === null)
    throw refusal("count-invalid", "partly fulfilled needs a count", "Say how many of how many, as in --count 120/175");
  if (count?.of != null && count.done > count.of)
    throw refusal("count-invalid", `${count.done} of ${count.of} is more than the whole`, "Correct the count");
}

function shortened(quote: string): string {
  return quote.length > 60 ? `${quote.slice(0, 60)}…` : quote;
}

function refusal(code: string, problem: string, next: string): ReadoutError {
  return new ReadoutError(code, `${problem}. ${next}.`, 2);
}
