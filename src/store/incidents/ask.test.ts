/** Made-up incidents and terms -> the database matches them as the rule for one incident does. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  csvOf,
  type MadeUpRow,
  openStore,
  readInto,
  temporaryFile,
  VOCABULARY,
} from "../../../test/made-up-incidents.js";
import { madeUpRow, madeUpTerms } from "../../../test/made-up-terms.js";
import { Agreement } from "../../model/agreement.js";
import type { Incident } from "../../model/incident.js";
import { checkReadings, compileTerms } from "../../watch/compile-terms.js";
import { judgeIncident } from "../../watch/list-findings.js";
import { askCounts, askMatches } from "./ask.js";
import type { IncidentStore } from "./incident-store.js";

/** Rows by seed: the same in every run, so that a failure can be looked at. */
const ROWS: MadeUpRow[] = fc.sample(madeUpRow, { numRuns: 400, seed: 7 }).map((one, at) => ({ id: `e${at}`, ...one }));

describe("matching", () => {
  let store: IncidentStore;
  let incidents: Incident[];
  beforeAll(async () => {
    store = await openStore();
    // Points outside of a row's country are left out by the import where they look swapped, so both sides see the same rows.
    await readInto(store, temporaryFile("rows.csv", csvOf(ROWS)));
    incidents = await store.incidents(0, 2_000_000_000, 10_000);
  });
  afterAll(() => store.close());

  it("of any terms gives what judging each incident gives", async () => {
    expect(incidents.length).toBeGreaterThan(300);
    const some = fc.sample(fc.array(madeUpTerms, { minLength: 1, maxLength: 4 }), { numRuns: 40, seed: 11 });
    for (const readings of some) {
      const agreement = Agreement.parse({
        id: "made-up",
        title: "Made up",
        parties: ["RUS"],
        readings: readings.map((one, at) => ({ id: `r${at}`, ...one })),
      });
      const checked = checkReadings(agreement, VOCABULARY);
      const rows = compileTerms(checked, await store.dictionaries(), VOCABULARY);
      const expected = checked.flatMap((reading, term) =>
        incidents.flatMap((incident) => {
          const { status, doubts } = judgeIncident(incident, reading, VOCABULARY);
          return status === "notCovered" ? [] : [{ term, feed: incident.feed, id: incident.id, doubts }];
        }),
      );
      const byId = (a: { term: number; id: string }, b: { term: number; id: string }) =>
        a.term - b.term || (a.id < b.id ? -1 : 1);
      const matches = await askMatches(store.engine, rows, 100_000);
      expect(matches.sort(byId)).toEqual(expected.sort(byId));
      const counts = await askCounts(store.engine, rows);
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
    }
  });
});
