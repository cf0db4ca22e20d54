/** A personal name and the words around it -> the catalogued person it means. */
import type { Gazetteer } from "./gazetteer.js";
import { slugOf } from "./name-pieces.js";
import { choosePerson, type Hints, heldOn, roleCovers } from "./office-holders.js";
import { PARTICLES, type PersonName, SUFFIXES } from "./read-name.js";

/**
 * The catalogued person that a name means under hints; null where none fits. A family name alone must fit the state or
 * the role that the words around it give.
 */
export function identify(gazetteer: Gazetteer, name: PersonName, hints: Hints): string | null {
  const chosen = choosePerson(gazetteer, name.ids, hints);
  if (chosen === null) return null;
  const person = gazetteer.persons.get(chosen)!;
  if (hints.state !== null && person.state !== hints.state && !(name.whole && name.ids.length === 1)) return null;
  if (hints.state === null && !name.whole && !name.listed && !fitsAlone(gazetteer, chosen, hints)) return null;
  return chosen;
}

/** A family name that texts do not use alone needs the role, or without one an office at the date. */
function fitsAlone(gazetteer: Gazetteer, id: string, { role, date }: Hints): boolean {
  const terms = gazetteer.persons.get(id)!.terms;
  if (role === null) return date !== null && terms.some((term) => heldOn(term, date));
  return terms.some((term) => roleCovers(role, gazetteer.offices.get(term.office)!.role));
}

/** Id of a person whom only a title makes known: `STATE:family-name`. */
export function strangerId(name: string, state: string): string {
  return `${state}:${slugOf(familyOf(name, state))}`;
}

/** The part of a full name by which it is called again: the last word with its particles, without "Jr.". */
export function familyOf(name: string, state: string | undefined): string {
  const words = name.split(/\s+/).filter((word) => !SUFFIXES.has(slugOf(word)) && word !== ",");
  if (words.length > 1 && putsFamilyFirst(state)) return words[0]!;
  let at = words.length - 1;
  while (at > 1 && PARTICLES.has(words[at - 1]!.toLowerCase())) at -= 1;
  return words.slice(at).join(" ");
}

/** States in whose names the family stands first. */
export function putsFamilyFirst(state: string | undefined): boolean {
  return /^(CHN|PRK|KOR|VNM|TWN)$/.test(state ?? "");
}
