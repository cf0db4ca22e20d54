/** The catalogue of actors as checked content: ids, dates, and names that nobody claims twice unsaid. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { State } from "../model/catalog.js";
import { readCatalog } from "./read-catalog.js";

const { states, organisations, offices } = readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url)));
const owners = new Set([...states, ...organisations].map(({ id }) => id));
const stateOf = (id: string): string => id.split(":")[0]!;

/** Names of two states: shared by history, or a place that both claim. */
const AMBIGUOUS = ["Abyei", "Congo", "Congolese", "Kashmir", "Paracel Islands"];

/** Family names that two persons of the catalogue bear alike, which date, role or state tell apart. */
const SHARED_FAMILIES = ["Kallas"];

describe("states", () => {
  it("are the members of the United Nations and seven more", () => expect(states.length).toBe(200));
  it.each(states.map((state) => [state.id, state] as const))("%s has a three-letter id", (id) =>
    expect(id).toMatch(/^[A-Z]{3}$/),
  );
  it("share no name but the listed ones", () => expect([...claimedTwice()].sort()).toEqual(AMBIGUOUS));
  it.each(["PSE", "XKX", "TWN", "VAT", "ESH", "UKR", "ISR", "GEO", "AZE", "CYP", "MDA", "SYR", "AFG"])(
    "%s says what is disputed",
    (id) => expect(states.find((state) => state.id === id)?.note).toBeTruthy(),
  );
});

describe("organisations", () => {
  it.each(organisations.filter(({ id }) => id.includes(":")).map((entry) => [entry.id, entry] as const))(
    "%s belongs to its state",
    (id, entry) => {
      expect(entry.state).toBe(stateOf(id));
      expect(owners).toContain(stateOf(id));
    },
  );
  it("have members that exist", () =>
    expect(organisations.flatMap(({ members }) => members).filter((id) => !owners.has(id))).toEqual([]));
  it("share no id with a state or office", () => {
    const ids = [...states, ...organisations, ...offices].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("offices", () => {
  it.each(offices.map((office) => [office.id, office] as const))(
    "%s is of its state, with holders of that state in order",
    (id, office) => {
      expect(owners).toContain(office.state);
      expect(stateOf(id)).toBe(office.state);
      for (const holder of office.holders) {
        expect(stateOf(holder.id)).toBe(office.state);
        if (holder.to !== null) expect(holder.from <= holder.to.padEnd(10, "~")).toBe(true);
      }
      const starts = office.holders.map(({ from }) => from);
      expect(starts).toEqual([...starts].sort());
    },
  );
  it("give a person one name", () => {
    const names = new Map<string, string>();
    for (const { id, name } of offices.flatMap(({ holders }) => holders)) {
      expect(names.get(id) ?? name).toBe(name);
      names.set(id, name);
    }
  });
  it("share no id with a person", () => {
    const persons = new Set(offices.flatMap(({ holders }) => holders.map(({ id }) => id)));
    expect(offices.filter(({ id }) => persons.has(id))).toEqual([]);
  });
  it("list a family name alone for one person only", () => {
    const bearers = new Map<string, Set<string>>();
    for (const { id, names } of offices.flatMap(({ holders }) => holders))
      for (const name of names.filter((one) => !one.includes(" ")))
        bearers.set(name, (bearers.get(name) ?? new Set()).add(personOf(id)));
    expect([...bearers].filter(([, ids]) => ids.size > 1).map(([name]) => name)).toEqual([]);
    expect(SHARED_FAMILIES.every((name) => bearers.has(name))).toBe(true);
  });
});

/** A person who went from a state to an organisation keeps the family part of the id: "EST:kallas", "EU:kallas". */
function personOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

function claimedTwice(): Set<string> {
  const claims = new Map<string, string>();
  const twice = new Set<string>();
  for (const state of states)
    for (const name of namesOf(state)) {
      if ((claims.get(name) ?? state.id) !== state.id) twice.add(name);
      claims.set(name, state.id);
    }
  return twice;
}

function namesOf({ name, names, adjectives, demonyms, capital, metonyms, places }: State): string[] {
  return [name, ...names, ...adjectives, ...demonyms, ...(capital === null ? [] : [capital]), ...metonyms, ...places];
}
