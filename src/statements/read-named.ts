/** A name without a title -> one mention of a person, or of the government that bears the name. */
import { buildMention, isModifier, type MentionReader } from "./build-mention.js";
import { isCapital } from "./match-names.js";
import { nameAt } from "./read-name.js";
import { barePersonAt, mentionPerson, namePerson } from "./read-person.js";
import type { Phrase } from "./read-phrase.js";

/** "Mr Peskov", "Vladimir Putin", "Lavrov" once he has been named, "the Biden administration". */
export function readNamed(reader: MentionReader, i: number): Phrase | null {
  if (isHonorificHere(reader, i)) {
    const name = nameAt(reader, reader.gazetteer, i);
    if (name && name.from > i) {
      const known = namePerson(reader, name, { state: null, role: null, date: reader.published }, reader.keyAt(i));
      return { to: name.to, mentions: [mentionPerson(reader, i, name.to, known)] };
    }
  }
  const person = barePersonAt(reader, i);
  if (!person) return null;
  const government = ["administration", "government"].includes(reader.keyAt(person.to)) && person.state !== undefined;
  if (!government)
    return { to: person.to, mentions: [{ ...person, modifier: isModifier(reader.tokens, person.from, person.to) }] };
  const mention = buildMention(reader, i, person.to + 1, { kind: "state", ids: [person.state!] });
  return { to: person.to + 1, mentions: [mention] };
}

const COURTESY = new Set(
  "mr mrs ms miss dr sheikh prince princess sir king queen sultan madam his her general ayatollah lord cardinal".split(
    " ",
  ),
);

function isHonorificHere(reader: MentionReader, i: number): boolean {
  return COURTESY.has(reader.keyAt(i)) && isCapital(reader.tokens[i]!.text);
}
