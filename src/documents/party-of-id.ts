/** A source's id as the user wrote it ("us", "ukr", "kremlin") -> the party that it stands for. */
import type { Actors } from "./find-mentions.js";

export interface IdHint {
  party: string;
  /** True where the whole id names the party; false for its first part ("us-ru"). */
  exact: boolean;
}

const REGIONS = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** ISO 3166-1 alpha-2 and alpha-3 codes, names and metonyms; null for anything else. Source of the codes: CLDR in Node. */
export function partyOfId(id: string, actors: Actors): IdHint | null {
  const whole = partyOfWord(id, actors);
  if (whole) return { party: whole, exact: true };
  const first = id.split("-")[0]!;
  const part = first === id ? null : partyOfWord(first, actors);
  return part ? { party: part, exact: false } : null;
}

/** Where CLDR's English name of a code is not the one in use among diplomats. */
const OTHER_NAMES: Record<string, string> = { PS: "Palestine", HK: "Hong Kong", MO: "Macao" };

function partyOfWord(word: string, actors: Actors): string | null {
  const parties = partiesByName(actors);
  const code = word.toUpperCase();
  const region = /^[A-Z]{2}$/.test(code) ? (OTHER_NAMES[code] ?? REGIONS.of(code)) : undefined;
  return parties.get(code) ?? parties.get(plain(word)) ?? (region ? (parties.get(plain(region)) ?? null) : null);
}

const remembered = new WeakMap<Actors, Map<string, string>>();

/** Parties by id and by plain name, metonyms among them; of equal names the first counts. Built once a catalogue. */
function partiesByName(actors: Actors): Map<string, string> {
  const known = remembered.get(actors);
  if (known) return known;
  const parties = new Map<string, string>();
  const add = (name: string, party: string) => parties.has(name) || parties.set(name, party);
  for (const { id, name, names, metonyms } of actors.states) {
    for (const each of [name, ...names, ...metonyms]) add(plain(each), id);
    add(id, id);
  }
  for (const { id, name, names, state, outlet } of actors.organisations) {
    if (outlet) continue;
    for (const each of [name, ...names]) add(plain(each), state ?? id);
    add(id, state ?? id);
  }
  remembered.set(actors, parties);
  return parties;
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}|\(.*?\)/gu, "")
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/\bst\.?\s/g, "saint ")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
