/** A name without a title -> one mention of a person, or of the government that bears the name. */

import { stateOf } from "../model/states-of.js";
import { buildMention, isModifier, type MentionReader } from "./build-mention.js";
import { isCapital } from "./match-names.js";
import type { Mention } from "./mention.js";
import { appositionAt } from "./read-apposition.js";
import { nameAt } from "./read-name.js";
import { ownersAfter } from "./read-owners.js";
import { barePersonAt, mentionPerson, namePerson } from "./read-person.js";
import type { Phrase } from "./read-phrase.js";

/** "Mr Peskov", "Vladimir Putin", "Lavrov" once he has been named, "the Biden administration". */
export function readNamed(reader: MentionReader, i: number): Phrase | null {
  if (isHonorificHere(reader, i)) {
    const name = nameAt(reader, reader.gazetteer, i);
    if (name && name.from > i) {
      const known = namePerson(reader, name, { state: null, role: null, date: reader.published }, reader.keyAt(i));
      return withApposition(reader, ofState(reader, mentionPerson(reader, i, name.to, known)));
    }
  }
  const person = barePersonAt(reader, i);
  if (!person) return null;
  return government(reader, person) ?? withApposition(reader, ofState(reader, person));
}

/** "the Biden administration", "the Biden-Harris Administration": the state. */
function government(reader: MentionReader, { from, to, state }: Mention): Phrase | null {
  const noun = reader.keyAt(to) === "-" ? to + 2 : to;
  if (state === undefined || !["administration", "government"].includes(reader.keyAt(noun))) return null;
  return {
    to: noun + 1,
    mentions: [buildMention(reader, from, noun + 1, { kind: "state", ids: [state], role: "side" })],
  };
}

/** "King Abdullah II of Jordan": the state belongs to the name. */
function ofState(reader: MentionReader, person: Mention): Mention {
  const owner = ownersAfter(reader, person.to, ["of"])[0];
  if (!owner || owner.possessive || stateOf(owner.id) !== person.state) return person;
  return { ...person, to: owner.to, end: reader.tokens[owner.to - 1]!.end };
}

/** "Vladimir Putin, the Russian president," is one mention where the title is the person's. */
function withApposition(reader: MentionReader, person: Mention): Phrase {
  const apposition = person.possessive ? null : appositionAt(reader, person.to);
  const own = apposition !== null && apposition.state !== null && apposition.state === person.state;
  if (own) {
    const { ids, name, role, state, sex } = person;
    const facts = { ...(role && { role }), ...(state && { state }), ...(sex && { sex }) };
    const whole = buildMention(reader, person.from, apposition.to, { kind: "person", ids, name, ...facts });
    return { to: whole.to, mentions: [{ ...whole, head: person.head }] };
  }
  return { to: person.to, mentions: [{ ...person, modifier: isModifier(reader.tokens, person.from, person.to) }] };
}

/** A full name that only its apposition explains: "Ana Rojas, Chile's deputy foreign minister". */
export function introducedAt(reader: MentionReader, i: number): Mention | null {
  if (!isCapital(reader.tokens[i]!.text) || !/^NNPS?$/.test(reader.tokens[i]!.xpos)) return null;
  const name = nameAt(reader, reader.gazetteer, i);
  if (!name || name.from !== i || !name.whole) return null;
  const apposition = appositionAt(reader, name.to);
  if (!apposition) return null;
  const known = namePerson(reader, name, { ...apposition, date: reader.published }, "");
  const whole = mentionPerson(reader, i, apposition.to, known);
  return { ...whole, head: mentionPerson(reader, i, name.to, known).head };
}

const COURTESY = new Set(
  "mr mrs ms miss dr sheikh prince princess sir king queen sultan madam his her general ayatollah lord cardinal".split(
    " ",
  ),
);

function isHonorificHere(reader: MentionReader, i: number): boolean {
  return COURTESY.has(reader.keyAt(i)) && isCapital(reader.tokens[i]!.text);
}
