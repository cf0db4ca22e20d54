/** The catalogue -> plain English names of the ids that stand in acts and comparisons. */
import type { Catalog } from "../model/catalog.js";

export { listed } from "../text/listed.js";

export interface Names {
  /** Display name of an actor's id; words that say so where nobody is named. Never fails. */
  actor(id: string): string;
  /** Name of an issue's id; the id with spaces where the catalogue has none. */
  issue(id: string): string;
  /** Name of a kind of object that a term covers, as inside a sentence: "energy", "power grid". */
  target(id: string): string;
}

/** What publishing needs of the catalogue. */
export type NamesCatalog = Pick<Catalog, "states" | "organisations" | "offices" | "issues" | "targets">;

/** Builds the look-ups once. */
export function namesOf({ states, organisations, offices, issues, targets }: NamesCatalog): Names {
  const actors = new Map<string, string>();
  for (const { id, name } of [...states, ...organisations]) actors.set(id, name);
  for (const office of offices) {
    actors.set(office.id, office.titles[0]!);
    for (const { id, name } of office.holders) actors.set(id, name);
  }
  const issueNames = new Map(issues.map(({ id, name }) => [id, name]));
  const targetNames = new Map(targets.map(({ id, name }) => [id, name.charAt(0).toLowerCase() + name.slice(1)]));
  return {
    actor: (id) => actors.get(id) ?? unlisted(id, actors),
    issue: (id) => issueNames.get(id) ?? id.replaceAll("-", " "),
    target: (id) => targetNames.get(id) ?? id.replaceAll("-", " "),
  };
}

/** `GBR:defence-secretary` -> "defence secretary (United Kingdom)". */
function unlisted(id: string, actors: Map<string, string>): string {
  if (id === "?") return "someone it does not name";
  const [party, role] = id.split(":") as [string, string | undefined];
  if (role === undefined) return id;
  return `${role.replaceAll("-", " ")} (${actors.get(party) ?? party})`;
}
