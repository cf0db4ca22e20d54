/** The lead and title of a text -> ids of those who took part in the contact it reports. */
import { parseText } from "../text/syntax/parse-text.js";
import type { Sentence, Token } from "../text/syntax/sentence.js";
import { positionOf, type ReferenceContext, unique } from "./discourse.js";
import { findMentions } from "./find-mentions.js";
import type { Mention } from "./mention.js";
import { holderAt, officesOf } from "./office-holders.js";
import { stateOf } from "./read-owners.js";

const LEAD_SENTENCES = 5;
const CONTACT = new Set(
  "call speak talk talks meet meeting conversation discussion discuss visit host receive welcome telephone summit negotiation negotiations consultation consultations convene hold phone videoconference video videocall agree".split(
    " ",
  ),
);
/** What follows these is what was talked about, not who talked. */
const TOPIC = new Set(
  "about on regarding concerning over following after amid ahead during since because where which that".split(" "),
);

/** Persons (`RUS:putin`) where the text names them, else states; empty for texts that report no contact. */
export function findParticipants(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  context: ReferenceContext,
): string[] {
  if (context.participants.length > 0) return [...context.participants];
  const title = titleParticipants(context);
  const lead = unique([...title, ...leadParticipants(sentences, mentions, title.length)]);
  const known = withOwnParty(lead, context);
  if (new Set(known.map(stateOf)).size > 1) return known;
  return context.parties.length > 1 ? [...context.parties] : known;
}

function titleParticipants({ title, gazetteer, published }: ReferenceContext): string[] {
  if (title === null || !gazetteer) return [];
  const sentences = parseText(title);
  const found = findMentions(sentences, gazetteer, published).filter((mention) => isParty(mention));
  return hasContact(sentences.flatMap(({ tokens }) => tokens)) ? unique(found.flatMap(({ ids }) => ids)) : [];
}

/** The first of the lead's sentences that tells of a contact between two sides. */
function leadParticipants(sentences: readonly Sentence[], mentions: readonly Mention[], known: number): string[] {
  let one: string[] = [];
  for (let i = 0; i < Math.min(sentences.length, LEAD_SENTENCES); i++) {
    const { tokens } = sentences[i]!;
    if (!hasContact(tokens)) continue;
    const own = mentions.filter((mention) => mention.sentence === i && isParty(mention) && isInvolved(tokens, mention));
    const ids = personsFirst(unique((betweenThem(tokens, own) ?? own).flatMap((mention) => mention.ids)));
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
function isInvolved(tokens: readonly Token[], { from, head, possessive }: Mention): boolean {
  const contact = tokens.findIndex(({ lemma, lower }) => CONTACT.has(lemma.toLowerCase()) || CONTACT.has(lower));
  if (
    from > contact &&
    tokens
      .slice(contact + 1, from)
      .some(({ lower, upos }) => TOPIC.has(lower) && upos !== "NUM" && !isDate(tokens, lower))
  )
    return false;
  if (positionOf(tokens, head).subject || possessive) return true;
  if (from < contact) return true;
  const before = tokens.slice(Math.max(contact, 0), from).map(({ lower }) => lower);
  return before.some((word) => ["with", "between", "and", "by", ","].includes(word)) || from - contact <= 3;
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
