/** The catalogue's names -> for each word of a name one common name of its kind, under which the parser sees it. */
import type { Catalog } from "../model/catalog.js";
import type { StandIn } from "../text/syntax/stand-in.js";

const STATE: StandIn = { form: "Iraq", upos: "PROPN" };
const ADJECTIVE: StandIn = { form: "Iraqi", upos: "ADJ" };
const PEOPLE: StandIn = { form: "Iraqis", upos: "PROPN" };
const CAPITAL: StandIn = { form: "Baghdad", upos: "PROPN" };
const PERSON: StandIn = { form: "Bush", upos: "PROPN" };

/**
 * Single words only, with a capital. The names are ones the treebank has often, so that a text reads the same whichever
 * state it names, and a rare name is parsed no worse than a frequent one.
 */
export function standIns({ states, offices }: Pick<Catalog, "states" | "offices">): Map<string, StandIn> {
  const map = new Map<string, StandIn>();
  const add = (words: readonly (string | null)[], standIn: StandIn) => {
    for (const word of words)
      if (word !== null && /^\p{Lu}\p{L}+$/u.test(word) && !map.has(word)) map.set(word, standIn);
  };
  for (const { name, names, adjectives, demonyms, capital, metonyms } of states) {
    add([name, ...names], STATE);
    add(adjectives, ADJECTIVE);
    add(demonyms, PEOPLE);
    add([capital, ...metonyms], CAPITAL);
  }
  for (const { holders } of offices) {
    for (const { name, names } of holders) add([name.split(" ").at(-1)!, ...names], PERSON);
  }
  return map;
}
