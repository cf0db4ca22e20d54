/** A token where a noun phrase of an actor may start -> its mentions and where it ends: one mention a person. */

import { stateOf } from "../model/states-of.js";
import type { MentionReader } from "./build-mention.js";
import { isCapital } from "./match-names.js";
import type { Mention } from "./mention.js";
import { roleCovers } from "./office-holders.js";
import { readComplement } from "./read-complement.js";
import { nameAt, type PersonName } from "./read-name.js";
import { readNamed } from "./read-named.js";
import { readOffice } from "./read-office.js";
import { type Owner, ownersAfter, ownersAt } from "./read-owners.js";
import { mentionPerson, namePerson } from "./read-person.js";
import { readInstitution, readSide } from "./read-side.js";
import { type Title, titleAt } from "./read-title.js";
import { LESSER_MODIFIERS, NEUTRAL_MODIFIERS, PAST_MODIFIERS, SIDE_NOUNS } from "./role-nouns.js";

export interface Phrase {
  to: number;
  mentions: Mention[];
}

/** The longest reading at token `i`: title and name, office, side, institution, bare name; null where there is none. */
export function readPhrase(reader: MentionReader, i: number): Phrase | null {
  if (!mayStart(reader, i)) return null;
  const owners = ownersAt(reader, ownersFrom(reader, i));
  for (const own of owners.length > 1 ? [owners, owners.slice(0, 1)] : [owners]) {
    const at = own.at(-1)?.after ?? i;
    const phrase =
      readTitled(reader, i, own, at) ?? readSide(reader, i, own, at) ?? readInstitution(reader, i, own, at, readTitled);
    if (phrase) return phrase;
  }
  const person = owners.length === 0 ? readNamed(reader, i) : null;
  return person;
}

/** "former U.S. President": a modifier may stand before the owners. */
function ownersFrom(reader: MentionReader, i: number): number {
  const key = reader.keyAt(i);
  if (!PAST_MODIFIERS.has(key) && !["then", "acting", "new", "outgoing", "incoming", "late"].includes(key)) return i;
  return reader.keyAt(i + 1) === "-" ? i + 2 : i + 1;
}

/** Most words start nothing: small letters, no catalogued name, no word that leads up to a title. */
function mayStart(reader: MentionReader, i: number): boolean {
  const key = reader.keyAt(i);
  return (
    reader.atomAt(i) !== null ||
    isCapital(reader.tokens[i]!.text) ||
    NEUTRAL_MODIFIERS.has(key) ||
    LESSER_MODIFIERS.has(key) ||
    PAST_MODIFIERS.has(key) ||
    SIDE_NOUNS.has(key)
  );
}

/** Title phrases: "Russian President Vladimir Putin", "the Presidents of Russia and Ukraine", "Iran's foreign minister". */
export function readTitled(
  reader: MentionReader,
  i: number,
  own: readonly Owner[],
  at: number,
  institution?: string,
): Phrase | null {
  const start =
    ["mr", "madam"].includes(reader.keyAt(at)) && own.length === 0
      ? at + (reader.tokens[at + 1]?.text === "." ? 2 : 1)
      : at;
  const found = titleAt(reader, start);
  const title = found && { ...found, past: found.past || PAST_MODIFIERS.has(reader.keyAt(i)) };
  if (!title || (own.length > 1 && !title.plural)) return null;
  const complement = readComplement(reader, title, own);
  const stacked = title.plural ? null : stackedTitle(reader, title, complement.to, complement.owners);
  const name = personalName(reader, stacked ?? complement.to, title);
  const swallowed = name !== null && !name.whole && name.ids.length === 0 && complement.to > title.to;
  if (name && !swallowed) return named(reader, i, title, complement.owners, name);
  return readOffice(reader, i, title, complement.owners, complement.to, institution);
}

/** "Prime Minister and Foreign Minister NAME": the token after a second title, where a name follows. */
function stackedTitle(reader: MentionReader, first: Title, at: number, owners: readonly Owner[]): number | null {
  if (!["and", ",", "-", "/"].includes(reader.keyAt(at))) return null;
  const second = titleAt(reader, at + 1);
  if (!second || second.plural || reader.tokens[at + 1]!.lower === "the") return null;
  const after = owners.length === 0 ? (ownersAfter(reader, second.to, ["of"]).at(-1)?.to ?? second.to) : second.to;
  const name = personalName(reader, after, second);
  return name && (name.ids.length === 0 || name.ids.some((id) => held(reader, id, first.role))) ? after : null;
}

/** True where the catalogue gives the person an office of that role; "Vice President and President X" are two. */
function held({ gazetteer }: MentionReader, id: string, role: string): boolean {
  return gazetteer.persons.get(id)!.terms.some((term) => roleCovers(role, gazetteer.offices.get(term.office)!.role));
}

function personalName(reader: MentionReader, at: number, title: Title): PersonName | null {
  const name = nameAt(reader, reader.gazetteer, at);
  if (!name) return null;
  return name.ids.length > 0 || title.capital || reader.tokens[name.from]!.upos === "PROPN" ? name : null;
}

function named(reader: MentionReader, i: number, title: Title, owners: readonly Owner[], name: PersonName): Phrase {
  const after = owners.length === 0 ? ownersAfter(reader, name.to, ["of"]) : [];
  const of = after.length === 1 && !after[0]!.possessive ? after : [];
  const owner = owners[0] ?? of[0];
  const state =
    owner && !(title.role === "ambassador" && reader.gazetteer.organisations.has(owner.id)) ? stateOf(owner.id) : null;
  const hints = { state, role: title.past ? null : title.role, date: reader.published };
  const known = namePerson(reader, name, hints, reader.keyAt(title.to - 1));
  const to = of[0]?.to ?? name.to;
  const first = mentionPerson(reader, i, to, known);
  return title.plural ? withFurtherNames(reader, title, first) : { to, mentions: [first] };
}

/** "Presidents Biden and Putin": every further name has the same title. */
function withFurtherNames(reader: MentionReader, title: Title, first: Mention): Phrase {
  const mentions = [first];
  for (let at = first.to; ["and", ",", "&"].includes(reader.keyAt(at)); ) {
    const from = reader.keyAt(at) === "," && reader.keyAt(at + 1) === "and" ? at + 2 : at + 1;
    const name = nameAt(reader, reader.gazetteer, from);
    if (!name) break;
    const of = ownersAfter(reader, name.to, ["of"])[0];
    const known = namePerson(
      reader,
      name,
      { state: of ? stateOf(of.id) : null, role: title.role, date: reader.published },
      "",
    );
    mentions.push(mentionPerson(reader, from, of?.to ?? name.to, known));
    at = mentions.at(-1)!.to;
  }
  return { to: mentions.at(-1)!.to, mentions };
}
