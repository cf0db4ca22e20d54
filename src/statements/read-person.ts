/** A title, its owners and a name, or a name alone -> one mention of a person; remembers who was named. */

import { stateOf } from "../model/states-of.js";
import { buildMention, type MentionReader } from "./build-mention.js";
import { familyOf, identify, putsFamilyFirst, strangerId } from "./identify-person.js";
import type { Mention } from "./mention.js";
import { piecesOf } from "./name-pieces.js";
import { type Hints, heldOn } from "./office-holders.js";
import { type Known, type PersonName, personAtom } from "./read-name.js";
import { SEXED } from "./role-nouns.js";

/** Who a name with a title is: catalogued, named before, or new by the pattern `STATE:family-name`. */
export function namePerson(reader: MentionReader, name: PersonName, hints: Hints, title: string): Known {
  const { gazetteer } = reader;
  const id = identify(gazetteer, name, hints);
  if (id !== null)
    return remember(reader, { ...knownOf(reader, id), ...(hints.role === null ? {} : { role: hints.role }) });
  const before = name.whole ? undefined : recall(reader, piecesOf(name.text))?.known;
  if (before && (hints.state === null || before.state === undefined || before.state === hints.state)) return before;
  const sex = name.sex ?? SEXED.get(title);
  return remember(reader, {
    id: hints.state === null ? "?" : strangerId(name.text, hints.state),
    name: name.text,
    ...(hints.role === null ? {} : { role: hints.role }),
    ...(hints.state === null ? {} : { state: hints.state }),
    ...(sex === undefined ? {} : { sex }),
  });
}

/** A catalogued person as the discourse knows them; the role is the one held at the document's date. */
export function knownOf(reader: MentionReader, id: string): Known {
  const person = reader.gazetteer.persons.get(id)!;
  const term =
    reader.published === null ? person.terms.at(-1) : person.terms.findLast((t) => heldOn(t, reader.published!));
  const role = term && reader.gazetteer.offices.get(term.office)?.role;
  return {
    id,
    name: person.name,
    state: person.state,
    ...(role === undefined ? {} : { role }),
    ...(person.sex === undefined ? {} : { sex: person.sex }),
  };
}

/** Later the family name alone will do. */
export function remember(reader: MentionReader, known: Known): Known {
  const slug = known.id.slice(known.id.indexOf(":") + 1);
  const families = new Set([
    familyOf(known.name, known.state),
    ...(/ bin /.test(known.name) ? [] : [lastWord(known.name)]),
  ]);
  for (const family of families) {
    const pieces = piecesOf(family);
    if (pieces.length === 0 || pieces.join("-") === "" || slug === "") continue;
    const list = (reader.memory.get(pieces[0]!) ?? []).filter(
      (entry) => entry.known.id !== known.id || entry.known.name !== known.name,
    );
    reader.memory.set(pieces[0]!, [{ pieces, known }, ...list]);
  }
  if (known.state !== undefined) reader.seen.add(known.state);
  return known;
}

function lastWord(name: string): string {
  return name
    .split(" ")
    .filter((word) => !/^(jr|sr|i+|iv)\.?$/i.test(word))
    .at(-1)!;
}

function recall(
  reader: MentionReader,
  pieces: readonly string[],
): { pieces: readonly string[]; known: Known } | undefined {
  return reader.memory
    .get(pieces[0] ?? "")
    ?.find((entry) => entry.pieces.length <= pieces.length && entry.pieces.every((piece, i) => piece === pieces[i]));
}

/** The mention of a known person over tokens. */
export function mentionPerson(reader: MentionReader, from: number, to: number, { id, ...facts }: Known): Mention {
  return buildMention(reader, from, to, { kind: "person", ids: [id], ...facts });
}

/** A name without a title: as the catalogue lists it, or by family name after a fuller mention. */
export function barePersonAt(reader: MentionReader, i: number): Mention | null {
  const listed = personAtom(reader, i);
  if (listed) {
    const hints = { state: null, role: null, date: reader.published };
    const id =
      identify(reader.gazetteer, { ...listed, sex: undefined }, hints) ??
      listed.ids.find((candidate) => reader.seen.has(stateOf(candidate))) ??
      listed.ids[0]!;
    return mentionPerson(reader, i, listed.to, remember(reader, knownOf(reader, id)));
  }
  return rememberedAt(reader, i);
}

function rememberedAt(reader: MentionReader, i: number): Mention | null {
  const token = reader.tokens[i]!;
  if (reader.memory.size === 0 || !/^\p{Lu}/u.test(token.text)) return null;
  const entries = reader.memory.get(reader.keyAt(i));
  if (!entries || reader.tokens[i + 1]?.upos === "NUM" || (token.upos !== "PROPN" && i === 0 && !isSubject(reader)))
    return null;
  const entry = entries.find(({ pieces }) => pieces.every((piece, k) => reader.keyAt(i + k) === piece));
  if (entry && isLongerName(reader, i, i + entry.pieces.length, entry.known.state)) return null;
  return entry ? mentionPerson(reader, i, i + entry.pieces.length, entry.known) : null;
}

/** The first word, tagged as a common noun ("Rhodes said"), stands right before a finite verb. */
function isSubject({ tokens }: MentionReader): boolean {
  return tokens[0]!.upos === "NOUN" && ["VBD", "VBZ", "MD"].includes(tokens[1]?.xpos ?? "");
}

/** "Kim Yo Jong" after "Kim Jong Un": more of a name follows, so that somebody else of the family is meant. */
function isLongerName({ tokens }: MentionReader, from: number, to: number, state: string | undefined): boolean {
  const next = tokens[to];
  if (next?.upos !== "PROPN" || !/^\p{Lu}\p{Ll}/u.test(next.text)) return false;
  return putsFamilyFirst(state) || (next.deprel === "flat" && next.head === from);
}
