/** The catalogue -> display names with the state they belong to, so that cases can ask for the state and name no person. */
import type { Catalog } from "../../src/model/catalog.js";

/** "A. Person" -> "A. Person (Georgia, Georgian)" for holders of offices, ministries, capitals; else as it stands. */
export function namesInFull({ states, organisations, offices }: Catalog): (name: string) => string {
  const stateIds = new Map<string, string>();
  for (const { holders } of offices) for (const { id, name } of holders) stateIds.set(name, id.split(":")[0]!);
  for (const { name, state } of organisations) if (state) stateIds.set(name, state);
  for (const { id, capital, metonyms } of states)
    for (const name of [capital ?? "", ...metonyms]) stateIds.set(name, id);
  const wordsById = new Map(states.map(({ id, name, names, adjectives }) => [id, [name, ...names, ...adjectives]]));
  return (name) => {
    const words = wordsById.get(stateIds.get(name) ?? "");
    return words ? `${name} (${words.join(", ")})` : name;
  };
}
