/** Any incidents and terms -> the same findings with the two parties in each other's place. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { VOCABULARY } from "../../test/made-up-incidents.js";
import { Agreement } from "../model/agreement.js";
import type { Incident } from "../model/incident.js";
import { checkReadings } from "./compile-terms.js";
import { judgeIncident } from "./list-findings.js";

const SWAP: Record<string, string> = { RUS: "UKR", UKR: "RUS" };
const swapped = (id: string | null) => (id === null ? null : (SWAP[id] ?? id));
const party = fc.constantFrom("RUS", "UKR", "HAMAS", null);

const incident = fc.record({
  conduct: fc.constantFrom("drone-strike", "shelling", "attack", null),
  target: fc.constantFrom("refinery", "bridge", "infrastructure", "military", null),
  actor: party,
  contested: fc.boolean(),
  claimedBy: fc.constantFrom("RUS", "UKR", null),
  country: fc.constantFrom("RUS", "UKR", null),
  day: fc.integer({ min: 0, max: 40 }),
});
const terms = fc.record({
  binds: fc.subarray(["RUS", "UKR"], { minLength: 1 }),
  area: fc.subarray(["RUS", "UKR"], { minLength: 1 }),
  targets: fc.constantFrom(["energy"], ["any"]),
  prohibits: fc.constantFrom(["strike"], ["any"]),
});

const MARCH = Date.UTC(2025, 2, 1) / 1_000;

type Made<T> = T extends fc.Arbitrary<infer V> ? V : never;

function judged(
  { conduct, target, actor, contested, claimedBy, country, day }: Made<typeof incident>,
  { binds, area, ...rest }: Made<typeof terms>,
) {
  const agreement = Agreement.parse({
    id: "x",
    title: "X",
    parties: ["RUS"],
    readings: [{ id: "r", starts: "2025-03-10", durationDays: 10, binds, area, ...rest }],
  });
  const earliest = MARCH + day * 86_400;
  const one: Incident = {
    feed: "f",
    id: "1",
    earliest,
    latest: earliest + 86_400,
    until: null,
    latitude: null,
    longitude: null,
    kind: { id: 1, conduct, target, precision: "day", sign: false },
    who: { id: 1, actor, contested, claimedBy },
    place: { id: 1, country, region: null, precision: country === null ? "unknown" : "country" },
    actors: null,
    title: null,
    source: null,
    url: null,
  };
  return judgeIncident(one, checkReadings(agreement, VOCABULARY)[0]!, VOCABULARY);
}

test("swapping the parties changes no finding", () => {
  fc.assert(
    fc.property(incident, terms, (one, said) => {
      const mirror = {
        ...one,
        actor: swapped(one.actor),
        claimedBy: swapped(one.claimedBy),
        country: swapped(one.country),
      };
      const mirrored = { ...said, binds: said.binds.map((id) => SWAP[id]!), area: said.area.map((id) => SWAP[id]!) };
      expect(judged(mirror as typeof one, mirrored)).toEqual(judged(one, said));
    }),
  );
});
