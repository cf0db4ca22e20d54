/** The lead and title of a text -> ids of those who took part in the contact it reports. */

import { stateOf } from "../model/states-of.js";
import { parseText } from "../text/syntax/parse-text.js";
import type { Sentence, Token } from "../text/syntax/sentence.js";
import { positionOf, type ReferenceContext, unique } from "./discourse.js";
import { findMentions } from "./find-mentions.js";
import { strangerId } from "./identify-person.js";
import type { Mention } from "./mention.js";
import { holderAt, officesOf } from "./office-holders.js";

const LEAD_SENTENCES = 5;
const CONTACT = new Set(
  "call speak talk talks meet meeting conversation discussion discuss visit host receive welcome telephone summit negotiation negotiations consultation consultations convene hold phone videoconference video videocall agree".split(
    " ",
  ),
);
/** What follows these is what was talked about, not who talked. */
const TOPIC = new Set(
  "about on regarding concerning over following after amid ahead during since because where which that discuss discussing".split(
    " ",
  ),
);

/** Persons (`RUS:putin`) where the text names them, else states; empty for texts that report no contact. */
export function findParticipants(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  context: ReferenceContext,
): string[] {
  if (context.participants.length > 0) return [...context.participants];
  const title = titleParticipants(context);
  const told = new Set(title.map(stateOf)).size > 1;
  const lead = told
    ? title
    : personsFirst(unique([...title, ...leadParticipants(sentences, mentions, title.length, context.parties)]));
  const known = withOwnParty(lead, context);
  if (new Set(known.map(stateOf)).size > 1) return known;
  return context.parties.length > 1 ? [...context.parties] : known;
}

function titleParticipants({ title, gazetteer, published, parties }: ReferenceContext): string[] {
  if (title === null || !gazetteer) return [];
  const sentences = parseText(title);
  const mentions = findMentions(sentences, gazetteer, published);
  return unique(
    sentences.flatMap((sentence, i) => (hasContact(sentence.tokens) ? involvedIn(sentence, i, mentions, parties) : [])),
  );
}

/** Ids of those who take part in the contact that one sentence tells of. */
function involvedIn(
  { tokens }: Sentence,
  i: number,
  mentions: readonly Mention[],
  parties: readonly string[],
): string[] {
  const own = mentions
    .filter((mention) => mention.sentence === i && isInvolved(tokens, mention))
    .map((mention) => withState(mention, parties))
    .filter((mention) => isParty(mention));
  return personsFirst(unique((betweenThem(tokens, own) ?? own).flatMap((mention) => mention.ids)));
}

/** A person found by title without a state is the publisher's. */
function withState(mention: Mention, parties: readonly string[]): Mention {
  if (mention.kind !== "person" || mention.ids[0] !== "?" || mention.role === undefined || parties.length !== 1)
    return mention;
  return { ...mention, ids: [strangerId(mention.name, parties[0]!)] };
}

/** The first of the lead's sentences that tells of a contact between two sides. */
function leadParticipants(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  known: number,
  parties: readonly string[],
): string[] {
  let one: string[] = [];
  for (let i = 0; i < Math.min(sentences.length, LEAD_SENTENCES); i++) {
    if (!hasContact(sentences[i]!.tokens)) continue;
    const ids = involvedIn(sentences[i]!, i, mentions, parties);
    if (new Set(ids.map(stateOf)).size > 1) return ids;
    if (one.length === 0 && known === 0) one = ids;
  }
  return one;
}

/** Persons of two sides stand for them; else persons, and the states that have none here. */
function personsFirst(ids: readonly string[]): string[] {
  const persons = ids.filter((id) => id.includes(":"));
  if (new Set(persons.map(stateOf)).size > 1) return persons;
  return ids.filter((id) => id.includes(":") || !persons.some((person) => stateOf(person) === id));
}

/** "briefed the press on the call between A and B": A and B, not who briefed. */
function betweenThem(tokens: readonly Token[], own: readonly Mention[]): Mention[] | null {
  const at = tokens.findIndex(
    ({ lower }, i) => lower === "between" && own.some(({ from }) => from > i && from <= i + 3),
  );
  const inside = at < 0 ? [] : own.filter(({ from }) => from > at);
  return new Set(inside.flatMap(({ ids }) => ids.map(stateOf))).size > 1 ? inside : null;
}

function isParty({ kind, ids, modifier, role }: Mention): boolean {
  if (ids.includes("?") || role === "spokesperson" || kind === "place" || kind === "pronoun") return false;
  if (kind === "person" || kind === "office") return ids[0]!.includes(":");
  return !modifier && (kind === "group" || kind === "state");
}

function hasContact(tokens: readonly Token[]): boolean {
  return tokens.some(({ lemma, lower }) => CONTACT.has(lemma.toLowerCase()) || CONTACT.has(lower));
}

/** Subject or object of the contact, or under "with", "between", "by": not part of its topic. */
function isInvolved(tokens: readonly Token[], { from, head, kind, possessive }: Mention): boolean {
  const contact = tokens.findIndex(({ lemma, lower }) => CONTACT.has(lemma.toLowerCase()) || CONTACT.has(lower));
  if (
    from > contact &&
    tokens
      .slice(contact + 1, from)
      .some(({ lower, upos }) => TOPIC.has(lower) && upos !== "NUM" && !isDate(tokens, lower))
  )
    return false;
  if (kind === "state" && contact >= 0 && tokens.slice(contact + 1, from).some(opensPurpose)) return false;
  if (positionOf(tokens, head).subject || possessive) return true;
  if (from < contact) return true;
  const before = tokens.slice(Math.max(contact, 0), from).map(({ lower }) => lower);
  return before.some((word) => ["with", "between", "and", "by", ","].includes(word)) || from - contact <= 3;
}

/** "a call with allies to coordinate aid for Chad against …": a state behind such words is what was talked about. */
function opensPurpose({ upos, xpos, lower }: Token): boolean {
  return (upos === "VERB" && xpos === "VB") || ["for", "against", "as", "toward", "towards"].includes(lower);
}

/** "on Tuesday" opens no topic. */
function isDate(tokens: readonly Token[], word: string): boolean {
  if (word !== "on" && word !== "after" && word !== "during") return false;
  const at = tokens.findIndex(({ lower }) => lower === word);
  return /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^\d/.test(
    tokens[at + 1]?.lower ?? "",
  );
}

/** A readout that names only the other side was its own leader's contact. */
function withOwnParty(ids: readonly string[], { parties, gazetteer, published }: ReferenceContext): string[] {
  const [party] = parties;
  if (ids.length === 0 || parties.length !== 1 || party === undefined || ids.some((id) => stateOf(id) === party))
    return [...ids];
  if (!gazetteer || !ids.some((id) => id.includes(":"))) return [party, ...ids];
  const role = roleOf(gazetteer, ids.find((id) => id.includes(":"))!);
  const office = officesOf(
    gazetteer,
    party,
    role === "foreign-minister" || role === "defence-minister" ? role : "leader",
  )[0];
  return [office === undefined ? party : (holderAt(gazetteer, office, published) ?? office), ...ids];
}

function roleOf(gazetteer: NonNullable<ReferenceContext["gazetteer"]>, id: string): string | undefined {
  const office = gazetteer.persons.get(id)?.terms.at(-1)?.office ?? id;
  return gazetteer.offices.get(office)?.role;
}
