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

function partyOfWord(word: string, { states, organisations }: Actors): string | null {
  const upper = word.toUpperCase();
  const names = [plain(word)];
  if (/^[a-z]{2}$/.test(word)) names.push(plain(REGIONS.of(upper) ?? word));
  const state = states.find(
    (each) =>
      each.id === upper || [each.name, ...each.names, ...each.metonyms].some((name) => names.includes(plain(name))),
  );
  if (state) return state.id;
  return organisations.find((each) => each.id === upper || plain(each.name) === names[0])?.id ?? null;
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
