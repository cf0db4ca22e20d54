/** Who held an office on a date, by precision of the date, at handovers, and where several hold it at once. */
import { expect, it } from "vitest";
import { Office } from "../model/catalog.js";
import { compileGazetteer } from "./gazetteer.js";
import { choosePerson, holderAt, roleCovers } from "./office-holders.js";

const offices = [
  {
    id: "CHL:president",
    state: "CHL",
    role: "president",
    titles: ["President of Chile"],
    holders: [
      { id: "CHL:first", name: "Ana First", from: "2018-03-11", to: "2022-03-11" },
      { id: "CHL:second", name: "Luis Second", from: "2022-03-11", to: null },
    ],
  },
  {
    id: "CHL:spokesperson",
    state: "CHL",
    role: "spokesperson",
    titles: ["Spokesperson of Chile"],
    holders: [
      { id: "CHL:third", name: "Eva Twin", from: "2020", to: "2023" },
      { id: "CHL:fifth", name: "Rosa Other", from: "2021", to: null },
    ],
  },
  {
    id: "PER:spokesperson",
    state: "PER",
    role: "spokesperson",
    titles: ["Spokesperson of Peru"],
    holders: [{ id: "PER:fourth", name: "Juan Twin", from: "2021", to: null }],
  },
].map((office) => Office.parse(office));
const gazetteer = compileGazetteer({ states: [], organisations: [], offices });

it.each<[string, string | null, string | null]>([
  ["CHL:president", "2019", "CHL:first"],
  ["CHL:president", "2022-03-10", "CHL:first"],
  ["CHL:president", "2022-03-11", "CHL:second"],
  ["CHL:president", "2030-01", "CHL:second"],
  ["CHL:president", "2017-01", null],
  ["CHL:president", null, null],
  ["CHL:spokesperson", "2020-05", "CHL:third"],
  ["CHL:spokesperson", "2022-05", null],
  ["CHL:nobody", "2022-05", null],
])("%s on %s is %s", (office, date, holder) => expect(holderAt(gazetteer, office, date)).toBe(holder));

it.each<[string | null, string | null, string | null]>([
  ["CHL", null, "CHL:third"],
  [null, "2020-05", "CHL:third"],
  [null, "2026-05", "PER:fourth"],
  [null, "2022-05", null],
])("tells persons of one name apart by state %s and date %s", (state, date, expected) =>
  expect(
    choosePerson(gazetteer, ["CHL:third", "PER:fourth"], {
      state: state === "CHL" ? "CHL" : null,
      role: "spokesperson",
      date,
    }),
  ).toBe(expected),
);

it.each<[string, string, boolean]>([
  ["leader", "president", true],
  ["leader", "foreign-minister", false],
  ["minister", "defence-minister", true],
  ["secretary", "foreign-minister", true],
  ["president", "prime-minister", false],
])("%s covers %s: %s", (wanted, held, expected) => expect(roleCovers(wanted, held)).toBe(expected));
