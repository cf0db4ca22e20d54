/** Acts that an editor confirms, or a catalogue agreement -> a Commitment, with what its sources say of it at first. */
import type { Act } from "../model/act.js";
import { type Agreement, Area, Terms, When } from "../model/agreement.js";
import type { Commitment, CommitmentReading, Quantity } from "../model/commitment.js";
import type { Document } from "../model/document.js";
import type { Evidence } from "../model/evidence.js";
import { ReadoutError } from "../model/readout-error.js";
import type { Status } from "../model/status.js";
import { sha256 } from "./seal.js";

/** An act with the document that it was found in. */
export interface ConfirmedAct {
  act: Act;
  document: Document;
}

/** What the editor knows better than the texts. */
export interface CommitmentChoices {
  id?: string | undefined;
  title?: string | undefined;
  debtors?: readonly string[] | undefined;
  creditors?: readonly string[] | undefined;
}

/** What a source says of the commitment from the start. */
export interface FirstStatus {
  source: string;
  status: Status;
  evidence: Evidence;
  on: string;
}

export interface Recorded {
  commitment: Commitment;
  statuses: FirstStatus[];
}

/** What an act makes of a commitment when the text says that it happened; all other acts bind nobody. */
const BINDING: Partial<Record<Act["act"], Status>> = {
  agreed: "accepted",
  accepted: "accepted",
  pledged: "accepted",
  ordered: "in-force",
  proposed: "proposed",
};

/**
 * The first act gives debtors, condition and words; each act is a reading. Throws ReadoutError `act-not-binding` for an
 * act that binds nobody or did not happen, `debtor-unstated` where the texts leave open who owes it.
 */
export function recordCommitment(confirmed: readonly ConfirmedAct[], choices: CommitmentChoices = {}): Recorded {
  const statuses = confirmed.map(firstStatus);
  const { act, document } = confirmed[0]!;
  const debtors = choices.debtors ?? debtorsOf(act);
  if (debtors.length === 0) {
    const message = `"${act.quote}" leaves open who is bound. Say it with --debtor, as in --debtor RUS.`;
    throw new ReadoutError("debtor-unstated", message, 2);
  }
  const declared = document.published;
  const commitment: Commitment = {
    id: choices.id ?? [act.issues[0] ?? act.act, declared ?? act.id].join("-"),
    title: choices.title ?? act.quote.slice(0, 120),
    debtors: [...debtors],
    creditors: [...(choices.creditors ?? act.recipients.map(stateOf).filter((party) => !debtors.includes(party)))],
    antecedent: act.condition?.quote ?? null,
    consequent: act.quote,
    quantity: quantityOf(act),
    issues: act.issues,
    origin: { acts: confirmed.map((each) => each.act.id) },
    declared,
    kind: kindOf(act),
    fixedTerm: confirmed.some((each) => each.act.scope.durationDays !== null) ? true : null,
    consent: consentIn(confirmed),
    common: {},
    readings: confirmed.map(readingOf),
  };
  return { commitment, statuses };
}

/** A catalogue agreement; `evidence` by reading, where the dossier's texts hold the words. Nobody has spoken yet. */
export function recordAgreement(
  agreement: Agreement,
  evidence: Readonly<Record<string, Evidence>> = {},
  choices: CommitmentChoices = {},
): Commitment {
  const { id, title, parties, declared, common, readings, kind, declaredBy, mirroredBy, form } = agreement;
  const { coverage, mediators, monitors, crosswalk, consent = {}, consentSince, issues = [] } = agreement;
  const all = [common, ...readings];
  return {
    id: choices.id ?? id,
    title: choices.title ?? title,
    debtors: [...(choices.debtors ?? common.binds ?? parties)],
    creditors: [...(choices.creditors ?? [])],
    antecedent: null,
    consequent: title,
    quantity: null,
    issues,
    origin: { agreement: id },
    declared: declared ?? null,
    fixedTerm: all.some(({ durationDays, ends }) => durationDays !== undefined || ends !== undefined),
    consent,
    common,
    readings: readings.map((reading) => ({ ...reading, evidence: evidence[reading.id] ?? null })),
    ...Object.fromEntries(
      Object.entries({
        kind,
        declaredBy,
        mirroredBy,
        form,
        coverage,
        mediators,
        monitors,
        consentSince,
        crosswalk,
      }).filter(([, value]) => value !== undefined),
    ),
  };
}

/** Exact words of a document, as evidence. */
export function evidenceOf(
  document: { id: string; text: string },
  { start, end, quote }: Omit<Evidence, "document" | "textSha256">,
): Evidence {
  return { document: document.id, textSha256: sha256(document.text), start, end, quote };
}

/** Whom a document speaks for, when that is one party; else the document itself. */
export function sourceOf({ parties, id }: Document): string {
  return parties.length === 1 ? parties[0]! : id;
}

function firstStatus({ act, document }: ConfirmedAct): FirstStatus {
  const status = BINDING[act.act];
  const happened = act.veridicality === "asserted" || act.veridicality === "conditional";
  if (status === undefined || !happened) {
    const why =
      status === undefined
        ? `"${act.act}" binds nobody`
        : `the text does not say that it happened (${act.veridicality})`;
    throw new ReadoutError(
      "act-not-binding",
      `act ${act.id}: ${why}. Confirm an act that was agreed, accepted, pledged, ordered or proposed.`,
      2,
    );
  }
  const conditional = act.veridicality === "conditional" || act.condition !== null;
  return {
    source: sourceOf(document),
    status: conditional ? "conditional" : status,
    evidence: evidenceOf(document, act),
    on: dayOfDocument(document),
  };
}

/** The day of publication; throws ReadoutError `document-undated` where the text does not show one. */
export function dayOfDocument({ id, published }: Document): string {
  if (published !== null && published.length >= 10) return published;
  throw new ReadoutError(
    "document-undated",
    `"${id}" shows no day of publication. Add it again with --published DATE.`,
    2,
  );
}

function debtorsOf({ act, actors, recipients, scope }: Act): string[] {
  const bound = scope.parties.length > 0 ? scope.parties : act === "proposed" ? [...recipients, ...actors] : actors;
  return [...new Set(bound.map(stateOf))].filter((party) => party !== "?");
}

/** A person or an office acts for the state or body before the colon. */
function stateOf(actor: string): string {
  return actor.split(":")[0]!;
}

/** A party has agreed when a text of its own says so. What others say of it is no consent. */
function consentIn(confirmed: readonly ConfirmedAct[]): Commitment["consent"] {
  const said = confirmed.flatMap(({ act, document }) => {
    if (act.act === "proposed") return [];
    const conditional = act.veridicality === "conditional" || act.condition !== null;
    const own = act.actors.map(stateOf).filter((party) => document.parties.includes(party));
    return own.map((party) => [party, conditional ? "conditional" : "agreed"] as const);
  });
  return Object.fromEntries(said);
}

function kindOf({ act, actors }: Act): Commitment["kind"] {
  if (act === "pledged" || act === "ordered") return "unilateral";
  const parties = new Set(actors.map(stateOf));
  if (act === "proposed" || parties.size === 0) return undefined;
  return parties.size === 1 ? undefined : parties.size === 2 ? "bilateral" : "multilateral";
}

/** "175 prisoners for 175", "23 each": of what, in the words of the text where they follow the number. */
function quantityOf({ scope, quote, issues }: Act): Quantity | null {
  const { quantity: count } = scope;
  if (count === null) return null;
  const number = [...new Set([String(count), count.toLocaleString("en")])].join("|");
  const noun = new RegExp(
    `\\b(?:${number})\\s+(?!(?:${NOT_OF_NOUN})\\b)((?:[\\p{L}-]+\\s+){0,4}?[\\p{L}-]+)(?=\\s+(?:${NOT_OF_NOUN})\\b|[^\\p{L}\\s-]|\\s*$)`,
    "u",
  );
  const of = noun.exec(quote)?.[1] ?? issues[0] ?? "";
  return { count, of, each: /\beach\b|\b(\d+)\b.{0,40}\bfor \1\b/i.test(quote) };
}

const NOT_OF_NOUN =
  "each|for|on|of|to|in|at|by|from|with|under|within|per|and|or|after|before|until|over|who|that|will|would|is|are|were|was|held";

function readingOf({ act, document }: ConfirmedAct): CommitmentReading {
  const { scope } = act;
  const stated = {
    starts: When.safeParse(scope.start).success ? scope.start : null,
    durationDays: scope.durationDays,
    targets: filled(scope.targets),
    area: filled(scope.area.filter((place) => Area.safeParse(place).success)),
    binds: filled(scope.parties),
    exceptions: filled(scope.exceptions),
  };
  const terms = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null));
  return {
    id:
      document.id
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, 80) || "source",
    ...(document.parties.length === 1 ? { party: document.parties[0] } : {}),
    says: { source: [document.publisher ?? document.id, document.published].filter(Boolean).join(", ") },
    evidence: evidenceOf(document, act),
    ...Terms.parse(terms),
  };
}

function filled<T>(values: readonly T[]): readonly T[] | null {
  return values.length > 0 ? values : null;
}
