/** What the text has said so far -> who is salient, with the facts by which references choose among them. */

import { stateOf } from "../model/states-of.js";
import type { Sentence, Token } from "../text/syntax/sentence.js";
import type { Gazetteer } from "./gazetteer.js";
import type { Mention } from "./mention.js";
import { heldOn } from "./office-holders.js";

/** What is known of the document beside its sentences. */
export interface ReferenceContext {
  /** Partial date. */
  published: string | null;
  /** Ids of the parties for which the text speaks; several for a joint statement, none for a report. */
  parties: readonly string[];
  title: string | null;
  /** Ids of those who took part in the contact, persons or states; found from the text where empty. */
  participants: readonly string[];
  /** Without it roles are known only of whom the text itself names with a title. */
  gazetteer?: Gazetteer;
}

export interface Facts {
  name: string;
  role?: string;
  state?: string;
  sex?: "f" | "m";
}

/** A settled mention in its clause. */
export interface Trace {
  mention: Mention;
  /** Heads a subject, alone or as a conjunct. */
  subject: boolean;
  /** Token index of the verb it belongs to. */
  verb: number;
}

export interface Discourse {
  sentences: readonly Sentence[];
  context: ReferenceContext;
  participants: readonly string[];
  facts: Map<string, Facts>;
  /** All mentions in order, settled so far. */
  mentions: readonly Mention[];
  /** Settled mentions, latest last. */
  traces: Trace[];
}

export function openDiscourse(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  context: ReferenceContext,
  participants: readonly string[],
): Discourse {
  const facts = new Map<string, Facts>();
  for (const { ids, name, role, state, sex } of mentions) {
    const id = ids[0]!;
    if (ids.length !== 1 || id === "?" || !id.includes(":") || facts.has(id)) continue;
    facts.set(id, {
      name,
      ...(role === undefined ? {} : { role }),
      ...(state === undefined ? {} : { state }),
      ...(sex === undefined ? {} : { sex }),
    });
  }
  return { sentences, context, participants, facts, mentions, traces: [] };
}

/** What is known of an id from the text, else from the catalogue at the document's date. */
export function factsOf({ facts, context }: Discourse, id: string): Facts {
  const known = facts.get(id);
  const person = context.gazetteer?.persons.get(id);
  const office = context.gazetteer?.offices.get(id);
  if (office) return known ?? { name: office.name, role: office.role, state: office.state };
  if (!person) return known ?? { name: context.gazetteer?.names.get(id) ?? id, state: stateOf(id) };
  const { published } = context;
  const term =
    published === null
      ? person.terms.at(-1)
      : (person.terms.findLast((t) => heldOn(t, published)) ?? person.terms.at(-1));
  const role = term && context.gazetteer?.offices.get(term.office)?.role;
  return {
    name: person.name,
    state: person.state,
    ...(role === undefined ? {} : { role }),
    ...(person.sex === undefined ? {} : { sex: person.sex }),
  };
}

/** Persons among ids: "RUS:putin" is one, "RUS" and "NATO" are not. */
export function isPersonId(id: string): boolean {
  return id.includes(":");
}

/** Adds a mention to what was said; what refers to nobody leaves no trace. */
export function trace(discourse: Discourse, mention: Mention): void {
  if (mention.kind === "place") return;
  const { tokens } = discourse.sentences[mention.sentence]!;
  const position = positionOf(tokens, mention.head);
  const verb = position.subject ? null : verbBehind(tokens, mention);
  discourse.traces.push({ mention, ...(verb === null ? position : { subject: true, verb }) });
}

/** Where the parse missed the subject: a finite verb stands right behind the words and no preposition before them. */
function verbBehind(tokens: readonly Token[], { from, to, possessive, modifier }: Mention): number | null {
  const before = tokens[from - 1]?.upos === "DET" ? tokens[from - 2] : tokens[from - 1];
  if (possessive || modifier || before?.upos === "ADP" || before?.upos === "VERB" || before?.upos === "PART")
    return null;
  let at = to;
  while (tokens[at]?.upos === "ADV" || /^["”“]$/.test(tokens[at]?.text ?? "")) at += 1;
  const next = tokens[at];
  if (!next) return null;
  if (["VBD", "VBZ", "MD"].includes(next.xpos)) return at;
  return next.lower.endsWith("ed") && next.upos === "ADJ" && /^(PROPN|DET|PRON|SCONJ)$/.test(tokens[at + 1]?.upos ?? "")
    ? at
    : null;
}

/** Whether the token stands in a subject, and the verb (or predicate) it hangs from. */
export function positionOf(tokens: readonly Token[], head: number): { subject: boolean; verb: number } {
  let at = head;
  for (
    let step = 0;
    step < 4 && tokens[at]?.deprel === "conj" && tokens[at]!.head >= 0 && isNominal(tokens[tokens[at]!.head]!);
    step++
  )
    at = tokens[at]!.head;
  const token = tokens[at]!;
  if (token.deprel === "nsubj" || token.deprel === "nsubj:pass") return { subject: true, verb: token.head };
  let verb = token.head;
  for (let step = 0; step < 12 && verb >= 0 && !isPredicate(tokens[verb]!); step++) verb = tokens[verb]!.head;
  return { subject: false, verb };
}

function isNominal(token: Token): boolean {
  return ["PROPN", "NOUN", "PRON", "NUM", "ADJ"].includes(token.upos);
}

function isPredicate(token: Token): boolean {
  return token.upos === "VERB" || token.deprel === "root";
}

/** Traces of the sentence and the ones before it, latest first, at most `back` sentences away. */
export function recent(discourse: Discourse, sentence: number, back: number): Trace[] {
  const found: Trace[] = [];
  for (let i = discourse.traces.length - 1; i >= 0; i--) {
    const candidate = discourse.traces[i]!;
    if (candidate.mention.sentence < sentence - back) break;
    found.push(candidate);
  }
  return found;
}

/** Ids of a mention together with what is coordinated with it: "Biden and Putin". */
export function coordinated(discourse: Discourse, first: Trace): string[] {
  const { mention } = first;
  const { tokens } = discourse.sentences[mention.sentence]!;
  const others = discourse.traces.filter(
    ({ mention: other }) =>
      other.sentence === mention.sentence &&
      other !== mention &&
      tokens[other.head]!.deprel === "conj" &&
      tokens[other.head]!.head >= mention.from &&
      tokens[other.head]!.head < mention.to,
  );
  return unique([...mention.ids, ...others.flatMap(({ mention: other }) => other.ids)]);
}

export function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/** States of ids, in order, each once. */
export function statesOf(discourse: Discourse, ids: readonly string[]): string[] {
  return unique(ids.filter((id) => id !== "?").map((id) => factsOf(discourse, id).state ?? stateOf(id)));
}
