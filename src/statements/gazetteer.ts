/** The catalogue of actors -> a trie of folded names for lookup by first token, and who held which office when. */
import type { Catalog, Office, Organisation, State } from "../model/catalog.js";
import { familyNames, pluralOf, withoutOwner } from "./name-forms.js";
import { foldPiece, slugOf } from "./name-pieces.js";
import { addName, type Entry, type Node } from "./name-trie.js";
import { FIELDS, INSTITUTIONS, ROLES } from "./role-nouns.js";

/** Seas, regions and peoples whose names hold a state's: no mention of it. */
const NO_STATES = [
  "Gulf of Mexico",
  "New Mexico",
  "South China Sea",
  "East China Sea",
  "Sea of Japan",
  "Indian Ocean",
  "Gulf of Oman",
  "Sea of Oman",
  "Gulf of Guinea",
  "Korean Peninsula",
  "Korean War",
  "Jordan River",
  "Jordan Valley",
  "Niger Delta",
  "Niger River",
  "Congo Basin",
  "Congo River",
  "Lake Chad",
  "Irish Sea",
  "English Channel",
  "Native American",
  "Native Americans",
  "African American",
  "African Americans",
  "Latin America",
  "South America",
  "North America",
  "Central America",
  "Norwegian Sea",
  "Philippine Sea",
  "Sea of Azov",
];

/** One stretch in an office; dates are partial, `to` null where no end is recorded. */
export interface Term {
  person: string;
  office: string;
  from: string;
  to: string | null;
}

export interface Person {
  id: string;
  name: string;
  sex: "f" | "m" | undefined;
  state: string;
  terms: Term[];
}

export interface OfficeFacts {
  id: string;
  state: string;
  role: string;
  name: string;
  terms: Term[];
}

export interface Gazetteer {
  root: Map<string, Node>;
  persons: ReadonlyMap<string, Person>;
  offices: ReadonlyMap<string, OfficeFacts>;
  /** `STATE:role` -> offices of that role in order of the catalogue; `STATE:leader` -> the state's first office. */
  officesByRole: ReadonlyMap<string, readonly string[]>;
  /** Folded family name -> persons who bear it. */
  families: ReadonlyMap<string, readonly string[]>;
  /** Names of states and organisations by id. */
  names: ReadonlyMap<string, string>;
  organisations: ReadonlySet<string>;
  /** "North", "South" -> states that texts call so after their first mention. */
  halves: ReadonlyMap<string, readonly string[]>;
}

type Writable = {
  root: Map<string, Node>;
  persons: Map<string, Person>;
  offices: Map<string, OfficeFacts>;
  officesByRole: Map<string, string[]>;
  families: Map<string, string[]>;
  names: Map<string, string>;
  organisations: Set<string>;
  halves: Map<string, string[]>;
};

/** Compiles once a catalogue; about 20 ms for 6,000 names. */
export function compileGazetteer(catalog: Pick<Catalog, "states" | "organisations" | "offices">): Gazetteer {
  const gazetteer: Writable = {
    root: new Map(),
    persons: new Map(),
    offices: new Map(),
    officesByRole: new Map(),
    families: new Map(),
    names: new Map(),
    organisations: new Set(),
    halves: new Map(),
  };
  addNouns(gazetteer);
  for (const name of NO_STATES) add(gazetteer, name, { kind: "none" });
  for (const state of catalog.states) addState(gazetteer, state);
  for (const organisation of catalog.organisations) addOrganisation(gazetteer, organisation);
  const owners = new Map([...catalog.organisations, ...catalog.states].map((owner) => [owner.id, owner]));
  for (const office of catalog.offices) addOffice(gazetteer, office, owners.get(office.state));
  return gazetteer;
}

function add(gazetteer: Writable, name: string, entry: Entry): void {
  addName(gazetteer.root, name, entry);
}

function addNouns(gazetteer: Writable): void {
  for (const { role, nouns, weak } of ROLES)
    for (const noun of nouns.split("|")) addTitle(gazetteer, noun, role, weak ?? false, null);
  for (const field of FIELDS) {
    for (const noun of [`${field} minister`, `minister of ${field}`, `minister for ${field}`, `${field} secretary`])
      addTitle(gazetteer, noun, `${slugOf(field)}-minister`, false, null);
    for (const noun of [`${field} ministry`, `ministry of ${field}`])
      add(gazetteer, noun, { kind: "institution", suffix: `${slugOf(field)}-ministry` });
  }
  for (const { suffix, nouns } of INSTITUTIONS)
    for (const noun of nouns.split("|")) add(gazetteer, noun, { kind: "institution", suffix });
}

function addState(gazetteer: Writable, state: State): void {
  const { id } = state;
  gazetteer.names.set(id, state.name);
  if (state.half) push(gazetteer.halves, state.half, id);
  for (const name of [state.name, ...state.names])
    add(gazetteer, name, { kind: "state", form: "name", id, name: state.name });
  for (const name of state.adjectives) add(gazetteer, name, { kind: "state", form: "adjective", id, name: state.name });
  for (const name of state.demonyms) add(gazetteer, name, { kind: "state", form: "people", id, name: state.name });
  for (const name of [state.capital, ...state.metonyms])
    if (name !== null) add(gazetteer, name, { kind: "state", form: "metonym", id, name });
  for (const name of state.places) add(gazetteer, name, { kind: "place", id, name });
}

function addOrganisation(gazetteer: Writable, organisation: Organisation): void {
  const { id, name } = organisation;
  gazetteer.names.set(id, name);
  gazetteer.organisations.add(id);
  for (const form of [name, ...organisation.names])
    add(gazetteer, form, { kind: "organisation", form: "name", id, name });
  for (const form of organisation.adjectives)
    add(gazetteer, form, { kind: "organisation", form: "adjective", id, name });
}

function addOffice(gazetteer: Writable, office: Office, owner: State | Organisation | undefined): void {
  const { id, state, role } = office;
  const terms = office.holders.map(
    (holder): Term => ({ person: holder.id, office: id, from: holder.from, to: holder.to }),
  );
  gazetteer.offices.set(id, { id, state, role, name: office.titles[0]!, terms });
  if (!gazetteer.officesByRole.has(`${state}:leader`)) gazetteer.officesByRole.set(`${state}:leader`, [id]);
  push(gazetteer.officesByRole, `${state}:${role}`, id);
  for (const title of office.titles) {
    const bare = owner ? withoutOwner(title, owner) : title;
    addTitle(gazetteer, title, role, false, id);
    if (bare !== title) addTitle(gazetteer, bare, role, false, null);
  }
  for (const [i, holder] of office.holders.entries()) addHolder(gazetteer, holder, terms[i]!, state);
}

function addHolder(gazetteer: Writable, holder: Office["holders"][number], term: Term, state: string): void {
  const known = gazetteer.persons.get(holder.id);
  const person = known ?? { id: holder.id, name: holder.name, sex: holder.sex, state, terms: [] };
  person.terms.push(term);
  gazetteer.persons.set(holder.id, person);
  for (const name of [holder.name, ...holder.names]) add(gazetteer, name, { kind: "person", id: holder.id });
  if (!known) for (const family of familyNames(holder)) push(gazetteer.families, family, holder.id);
}

function addTitle(gazetteer: Writable, title: string, role: string, weak: boolean, office: string | null): void {
  add(gazetteer, title, { kind: "title", role, plural: false, weak, office });
  if (office === null) add(gazetteer, pluralOf(title), { kind: "title", role, plural: true, weak, office: null });
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** Persons called by this family name, in any spelling that folds alike. */
export function bearersOf(gazetteer: Gazetteer, family: string): readonly string[] {
  return gazetteer.families.get(foldPiece(family)) ?? [];
}
