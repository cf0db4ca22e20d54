/** A feed's mapping and the catalogue -> what each word of a feed stands for; a word that nobody knows stays open. */
import type { Coded, Feed, Mapping } from "../model/feed.js";
import type { WordResolver } from "../model/word-resolver.js";

/** What is needed of the catalogue. */
export interface NamesOfActorsAndPlaces {
  states: readonly { id: string; name: string; names: readonly string[]; adjectives: readonly string[] }[];
  organisations: readonly { id: string; name: string; names: readonly string[] }[];
  regions: readonly { id: string; name: string; names: readonly string[]; country: string }[];
  conducts: readonly { id: string }[];
  targets: readonly { id: string }[];
}

/** Asks the mapping's own words first, then the catalogue's names, where the field has names there. */
export function wordResolver(feed: Feed, names: NamesOfActorsAndPlaces): WordResolver {
  const regions = index(
    names.regions.flatMap(({ id, name, names: others }) => [name, ...others, id].map((one) => [one, id])),
  );
  const states = index(
    names.states.flatMap(({ id, name, names: others }) => [id, name, ...others].map((one) => [one, id])),
  );
  const actors = index(
    [...names.states, ...names.organisations].flatMap(({ id, name, names: others }) =>
      [id, name, ...others].map((one) => [one, id]),
    ),
  );
  const ids = new Set([...names.conducts, ...names.targets].map(({ id }) => id));
  const map = feed.map ?? ({} as Partial<Mapping>);
  return (field, word) => {
    const coded = map[field as keyof Mapping] as Coded | undefined;
    if (coded === undefined || word === "") return null;
    const own = ownWord(coded, word);
    if (own !== undefined) return own;
    if (coded.constant !== undefined) return word;
    if (field === "region") return regions.get(plain(word)) ?? regions.get(regionKey(word)) ?? null;
    if (field === "country") return states.get(plain(word)) ?? null;
    if (field === "actor" || field === "otherActor") return actors.get(plain(word)) ?? governmentOf(word, states);
    if (field === "conduct" || field === "target") return ids.has(word.trim()) ? word.trim() : null;
    return null;
  };
}

function ownWord({ values, contains, flags }: Coded, word: string): string | null | undefined {
  if (flags) return flags.find(([column]) => column === word)?.[1];
  const wanted = plain(word);
  for (const [name, id] of Object.entries(values ?? {})) if (plain(name) === wanted) return id;
  for (const [part, id] of contains ?? []) if (wanted.includes(plain(part))) return id;
  return undefined;
}

const GOVERNMENTS =
  /^(?:government|military forces|police forces|armed forces) of (?:the )?([^(]+?)(?: \([^)]*\).*)?$/i;

/** "Military Forces of Ukraine (2019-) Air Force", "Government of Ukraine": the state. */
function governmentOf(word: string, states: ReadonlyMap<string, string>): string | null {
  const name = GOVERNMENTS.exec(word)?.[1];
  return name === undefined ? null : (states.get(plain(name)) ?? null);
}

const REGION_WORDS =
  /\b(oblast|oblast'|region|province|governorate|state|krai|republic|autonomous|city|misto|of|the)\b/g;

/** "Kyivska oblast", "Kyiv Oblast" and "Kyiv oblast" meet in the names that the catalogue lists; case and kind do not count. */
function regionKey(word: string): string {
  return plain(word).replace(REGION_WORDS, " ").replace(/\s+/g, " ").trim();
}

function plain(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\u0300-\u036f’'ʼ`]/g, "")
    .toLowerCase()
    .trim();
}

function index(pairs: string[][]): Map<string, string> {
  return new Map(pairs.map(([name, id]) => [plain(name!), id!]));
}
