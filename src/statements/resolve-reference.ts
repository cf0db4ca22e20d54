/** Mentions with open ids and what is known of the document -> the same mentions, settled as far as the text settles them. */
import type { Sentence } from "../text/syntax/sentence.js";
import { type Discourse, factsOf, openDiscourse, type ReferenceContext, trace } from "./discourse.js";
import { findParticipants } from "./find-participants.js";
import { strangerId } from "./identify-person.js";
import type { Mention } from "./mention.js";
import { holderAt } from "./office-holders.js";
import { resolveGroup } from "./resolve-group.js";
import { resolvePronoun } from "./resolve-pronoun.js";
import { resolveInstitution, resolveRole } from "./resolve-role.js";
import { findSpeakers, type Speakers } from "./resolve-speaker.js";

/**
 * Settles offices by date, roles, groups and pronouns in one pass in order of the text; what stays open keeps `["?"]`.
 * The name of a settled reference is its antecedent's.
 */
export function resolveReferences(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  context: ReferenceContext,
): Mention[] {
  const participants = findParticipants(sentences, mentions, context);
  const settled = mentions.map((mention) => ({ ...mention }));
  const discourse = openDiscourse(sentences, settled, context, participants);
  const speakers = findSpeakers(sentences, settled);
  const strangers = new Map<string, string>();
  for (const mention of settled) {
    settle(discourse, mention, speakers, strangers);
    trace(discourse, mention);
  }
  return settled;
}

function settle(discourse: Discourse, mention: Mention, speakers: Speakers, strangers: Map<string, string>): void {
  if (mention.ids[0] !== "?") settleOffice(discourse, mention);
  else if (mention.kind === "person") nameStranger(discourse, mention, strangers);
  else if (mention.kind === "office") take(discourse, mention, [resolveRole(discourse, mention) ?? "?"]);
  else if (mention.kind === "organisation") take(discourse, mention, [resolveInstitution(discourse, mention) ?? "?"]);
  else if (mention.kind === "group") take(discourse, mention, resolveGroup(discourse, mention));
  else if (mention.kind === "pronoun") take(discourse, mention, resolvePronoun(discourse, mention, speakers));
}

/** An office without a holder so far gets the one of the document's date; "a spokesman" may be anybody. */
function settleOffice({ context, sentences }: Discourse, mention: Mention): void {
  if (mention.kind !== "office" || !context.gazetteer) return;
  if (/^(an?|any|some|another)$/.test(sentences[mention.sentence]!.tokens[mention.from - 1]?.lower ?? "")) return;
  const holder = holderAt(context.gazetteer, mention.ids[0]!, context.published);
  const person = holder === null ? undefined : context.gazetteer.persons.get(holder);
  if (person)
    Object.assign(mention, { ids: [person.id], name: person.name, ...(person.sex ? { sex: person.sex } : {}) });
}

/** A person found by title without a state speaks for the publisher's party; the name keeps the id it once got. */
function nameStranger({ context, facts }: Discourse, mention: Mention, strangers: Map<string, string>): void {
  const known = strangers.get(mention.name);
  const party = context.parties.length === 1 && mention.role !== undefined ? context.parties[0]! : null;
  if (known === undefined && party === null) return;
  const id = known ?? strangerId(mention.name, party!);
  strangers.set(mention.name, id);
  mention.ids = [id];
  mention.state ??= id.slice(0, id.indexOf(":"));
  facts.set(id, {
    name: mention.name,
    state: mention.state,
    ...(mention.role === undefined ? {} : { role: mention.role }),
    ...(mention.sex === undefined ? {} : { sex: mention.sex }),
  });
}

function take(discourse: Discourse, mention: Mention, ids: string[]): void {
  mention.ids = ids;
  if (ids.includes("?")) return;
  const facts = ids.map((id) => factsOf(discourse, id));
  mention.name = facts.map(({ name }) => name).join(" and ");
  const [only] = facts;
  if (facts.length === 1 && only?.state !== undefined) mention.state = only.state;
  if (facts.length === 1 && only?.sex !== undefined) mention.sex = only.sex;
}
