/** What a clause was found to do -> its Act: certainty, actors, sources, scope, strength and weight. */
import { hash } from "node:crypto";
import type { Act } from "../model/act.js";
import type { Document } from "../model/document.js";
import { PLOVER } from "../model/plover.js";
import type { Quote } from "../model/span.js";
import { stateOf } from "../model/states-of.js";
import type { Tree } from "../text/syntax/tree.js";
import { type Choice, STRENGTH } from "./choose-act.js";
import { judgeVeridicality } from "./judge-veridicality.js";
import { listenersOf } from "./listeners.js";
import type { Mention } from "./mention.js";
import { actorsOf, hidesActor, recipientsOf } from "./name-actors.js";
import { chainOf, speakersOf } from "./name-sources.js";
import { idsOfPhrase } from "./phrase-actors.js";
import type { Reading } from "./read-sentences.js";
import type { Clause } from "./split-clauses.js";
import { subjectOf } from "./subject-of.js";
import { weighClause } from "./weigh-clause.js";

/** Of these a passive without an agent names nobody: who speaks of an agreement or of a demand need not have made it. */
const BINDING = new Set<Act["act"]>(["agreed", "accepted", "rejected", "ordered", "demanded", "accused", "threatened"]);
const TELLING = new Set<Act["act"]>(["expressed", "informed", "discussed", "supported"]);

/** What is known where an act is made. */
export interface Making {
  document: Document;
  reading: Reading;
  clause: Clause;
  condition: Quote | null;
  /** What the whole clause is about, and within which limits; its acts share both. */
  issues: string[];
  scope: Act["scope"];
  /** What its hedges take from the strength of its acts, or add to it. */
  hedged: number;
  ordinal: number;
}

/** The act of a clause, or of words inside of it, with every field read. */
export function makeAct(
  { document, reading, clause, condition, issues, scope, hedged, ordinal }: Making,
  choice: Choice,
  quote: Quote,
): Act {
  const { tree, sentence, mentions, byToken } = reading;
  const question = sentence.tokens.find(({ text }, i) => i > choice.token && /^[.!?]$/.test(text))?.text === "?";
  const judged = judgeVeridicality(tree, choice.token, byToken, question);
  const performed = choice.rule.startsWith("default:") || (TELLING.has(choice.act) && speaksFirst(tree, clause));
  const veridicality =
    performed && judged.veridicality === "unasserted" && !question ? "asserted" : judged.veridicality;
  const trigger = wordsOf(document.text, tree, choice);
  const speakers = speakersOf(reading, choice, judged.speech);
  const actors = actorsFor(reading, choice, speakers, document);
  if (choice.rule === "default:future" && foretells(speakers, actors))
    choice = { ...choice, act: "expressed", rule: "default:prediction", strength: STRENGTH.expressed };
  return {
    start: quote.start,
    end: quote.end,
    quote: quote.quote,
    id: hash("sha256", `${document.sha256}:${quote.start}:${quote.end}:${choice.rule}`).slice(0, 12),
    document: document.id,
    act: choice.act,
    plover: PLOVER[choice.act],
    actors,
    recipients: choice.match
      ? (listenersOf(reading, choice.match, actors) ?? recipientsOf(tree, choice.match, mentions))
      : [],
    attribution: chainOf(document, speakers),
    speakers: speakers.filter(({ name }) => name !== document.publisher).map(({ ids }) => ids),
    veridicality,
    strength: strengthOf(choice.strength + hedged),
    issues,
    scope,
    condition,
    rule: choice.rule,
    trigger,
    weight: weighClause(choice, issues),
    clause: ordinal,
  };
}

/** "I should say that", "let me thank": who speaks in the first person does what he says he would like to do. */
function speaksFirst(tree: Tree, { from, to }: Clause): boolean {
  return tree.tokens
    .slice(from, Math.min(to, from + 8))
    .some(({ lower }) => lower === "i" || lower === "me" || lower === "we");
}

/** What somebody says that another state will do is a prediction, not an undertaking. */
function foretells(speakers: readonly Mention[], actors: readonly string[]): boolean {
  const own = speakers.at(-1)?.ids.map(stateOf) ?? [];
  return own.length > 0 && !own.includes("?") && !actors.some((id) => own.includes(stateOf(id)));
}

function wordsOf(text: string, tree: Tree, { match, token }: Choice): Quote {
  const start = tree.tokens[match?.from ?? token]!.start;
  const end = tree.tokens[match?.to ?? token]!.end;
  return { start, end, quote: text.slice(start, end) };
}

function actorsFor(reading: Reading, choice: Choice, speakers: readonly Mention[], document: Document): string[] {
  const { tree, mentions } = reading;
  if (choice.match) {
    const ids = actorsOf(reading, choice.match);
    if (ids.length > 0) return ids;
    const unnamed = hidesActor(tree, choice.match) ? whenUnnamed(choice.act, reading, document) : undefined;
    if (unnamed) return unnamed;
  } else {
    const subject = subjectOf(tree, choice.token);
    if (subject !== undefined && choice.rule !== "default:necessity") return idsOfPhrase(tree, subject, mentions);
  }
  const last = speakers.at(-1);
  if (last) return last.ids.length > 0 ? last.ids : ["?"];
  return document.parties.length > 0 ? [...document.parties] : ["?"];
}

/** What takes two: in a party's own account of a contact those who met have done it. */
const MUTUAL = new Set<Act["act"]>(["agreed", "discussed"]);

/** Whose act a passive without an agent is; undefined where it may be that of whoever tells of it. A joint text speaks for its parties. */
function whenUnnamed(act: Act["act"], { participants }: Reading, { parties, genre }: Document): string[] | undefined {
  if (parties.length > 1) return [...parties];
  if (MUTUAL.has(act) && genre !== "report" && participants.length > 1) return [...participants];
  return BINDING.has(act) ? ["?"] : undefined;
}

function strengthOf(strength: number): number {
  return Math.round(Math.min(1, Math.max(0, strength)) * 100) / 100;
}
