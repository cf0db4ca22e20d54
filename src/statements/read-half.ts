/** Names in a sentence and the states named so far -> the same names, and "the North" as the state that it stands for. */
import type { Gazetteer } from "./gazetteer.js";
import type { Atom, NameReader } from "./match-names.js";

/** A reader that also finds "the North" and "the South" where the text has named such a state before. */
export function withHalves(names: NameReader, gazetteer: Gazetteer, seen: ReadonlySet<string>): NameReader {
  return { ...names, atomAt: (i) => names.atomAt(i) ?? halfAt(names, gazetteer, seen, i) };
}

function halfAt(
  { tokens }: NameReader,
  { halves, names }: Gazetteer,
  seen: ReadonlySet<string>,
  i: number,
): Atom | null {
  const ids = halves.get(tokens[i]?.text ?? "");
  if (!ids || tokens[i - 1]?.lower !== "the" || tokens[i + 1]?.upos === "PROPN") return null;
  const id = ids.find((candidate) => seen.has(candidate));
  return id === undefined ? null : { to: i + 1, entries: [{ kind: "state", form: "name", id, name: names.get(id)! }] };
}
