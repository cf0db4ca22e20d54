/** A new act of a dossier and its commitments -> which of them it speaks of, and what it seems to do to them. */
import type { Act } from "../model/act.js";
import type { Commitment } from "../model/commitment.js";
import type { Document } from "../model/document.js";
import type { CommitmentState } from "../model/dossier.js";
import type { Evidence } from "../model/evidence.js";
import type { LaterWord } from "../model/status.js";
import { startOf } from "./instants.js";
import { evidenceOf } from "./record-commitment.js";

/** What is put before an editor, who decides. */
export interface ProposedWord {
  /** The same act on the same commitment is proposed once. */
  id: string;
  commitment: string;
  by: string;
  word: LaterWord;
  act: string;
  on: string;
  evidence: Evidence;
  because: string;
}

/**
 * An act of a party to the commitment, in a text published on the day it was declared or later, that shares an issue
 * with it and is none of the acts it was made from. What the word is follows from act and certainty alone: this is a
 * proposal, and silence is better than a word nobody said, so that acts which fit no word are passed over.
 */
export function proposeWords(act: Act, document: Document, states: readonly CommitmentState[]): ProposedWord[] {
  const { published } = document;
  if (published === null || published.length < 10) return [];
  return states.flatMap(({ commitment, sources }) => {
    const shared = act.issues.find((issue) => commitment.issues.includes(issue));
    const by = partiesOf(commitment).find((party) => speaks(act, party));
    const word = by === undefined ? null : wordOf(act, HELD.has(sources[by]?.status ?? ""));
    if (
      shared === undefined ||
      by === undefined ||
      word === null ||
      madeFrom(commitment, act) ||
      isEarlier(commitment, published)
    )
      return [];
    const because = `${by} ${act.act} (${act.veridicality}) on the same issue, ${shared}`;
    const evidence = evidenceOf(document, act);
    return [
      {
        id: `${commitment.id}:${act.id}`,
        commitment: commitment.id,
        by,
        word,
        act: act.id,
        on: published,
        evidence,
        because,
      },
    ];
  });
}

/** What a party has said that it can withdraw from. */
const HELD = new Set<string>(["accepted", "in-force", "conditional"]);

/** Condition before certainty: "agrees if" qualifies. Who refuses what they held to withdraws; who never did denies. */
function wordOf({ act, veridicality, condition }: Act, held: boolean): LaterWord | null {
  const gives = act === "agreed" || act === "accepted" || act === "pledged" || act === "ordered";
  const said = veridicality === "asserted" || veridicality === "conditional";
  if ((act === "conditioned" && said) || (gives && (condition !== null || veridicality === "conditional")))
    return "qualifying";
  if (act === "rejected" && veridicality === "asserted") return held ? "withdrawing" : "denying";
  if (act === "denied" && veridicality === "asserted") return "denying";
  if (gives && veridicality === "negated") return "denying";
  return gives && veridicality === "asserted" ? "confirming" : null;
}

function partiesOf({ debtors, creditors, common, readings }: Commitment): string[] {
  return [
    ...new Set([...debtors, ...creditors, ...(common.binds ?? []), ...readings.flatMap(({ party }) => party ?? [])]),
  ];
}

function speaks({ actors }: Act, party: string): boolean {
  return actors.some((actor) => actor === party || actor.startsWith(`${party}:`));
}

function madeFrom({ origin }: Commitment, { id }: Act): boolean {
  return "acts" in origin && origin.acts.includes(id);
}

function isEarlier({ declared }: Commitment, published: string): boolean {
  return declared !== null && startOf(published) < startOf(declared);
}
