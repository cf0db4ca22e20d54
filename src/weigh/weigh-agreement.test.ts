import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadHistoryData } from "../catalog/load-history-data.js";
import { readCatalog } from "../catalog/read-catalog.js";
import { Agreement } from "../model/agreement.js";
import { Weighing } from "../model/weighing.js";
import { importHistory } from "./histories/import-history.js";
import { readClassTables } from "./histories/read-class-tables.js";
import { brokenBy, fateBounds } from "./incidence.js";
import { summariseClass } from "./summarise-class.js";
import { weighAgreement } from "./weigh-agreement.js";

const catalog = readCatalog(fileURLToPath(new URL("../../catalog", import.meta.url)));
const open = (name: string) => loadHistoryData(`eth-prio-ceasefires/${name}`);
const peace = importHistory(loadHistoryData("ucdp-peace-agreements/agreements.csv"), "agreements.csv").value.records;
const signed = catalog.classes.find(({ id }) => id === "signed-agreements")!;
const classHistories = [
  ...readClassTables(open("fates-by-class.csv"), open("life-tables.csv"), catalog.classes),
  summariseClass(signed.id, signed.where, peace),
];
const historyOf = (id: string) => classHistories.find((history) => history.class === id)!;
const input = { ...catalog, classHistories };

/** A made-up truce; fields are given as they matter. */
function truce(
  given: object = {},
  readings: object[] = [{ id: "one", starts: "2024-03-01", durationDays: 30, targets: ["energy"] }],
): Agreement {
  return Agreement.parse({
    id: "lake-truce",
    title: "Truce at the lake",
    parties: ["NOR", "SWE"],
    form: "written",
    monitors: [],
    mediators: ["FIN"],
    common: { prohibits: ["strike"], binds: ["NOR", "SWE"], area: ["NOR"] },
    readings,
    ...given,
  });
}
const weigh = (agreement: Agreement, asOf = "2024-03-07") => weighAgreement(agreement, input, { asOf });

describe("the bundled histories", () => {
  it("hold 133 ceasefires of 25 to 35 days, 18 unclear and 4 broken down: 3% to 17%", () => {
    const history = historyOf("fixed-term-25-35-days");
    expect(Object.values(history.fates).reduce((a, b) => a + b)).toBe(133);
    expect([history.fates.unclear, history.fates["broke-down"]]).toEqual([18, 4]);
    expect(fateBounds(history).map((share) => Math.round(share * 100))).toEqual([3, 17]);
  });

  it("give breakdown of all ceasefires by day 30 a chance of 0.0820, within interval and bounds", () => {
    const { probability, low, high, bounds, atRisk } = brokenBy(historyOf("all-ceasefires"), 30, 0);
    expect(probability).toBeCloseTo(0.082, 4);
    expect(atRisk).toBe(1037);
    expect(low < probability! && probability! < high).toBe(true);
    expect(bounds[0] < low && high < bounds[1]).toBe(true);
  });

  it("have 0.791 of signed agreements hold for a year", () => {
    expect(1 - brokenBy(historyOf("signed-agreements"), 365, 0).probability!).toBeCloseTo(0.791, 3);
  });

  it("hold every class of the catalogue, each of more than 20 that were followed", () => {
    expect(classHistories.map((history) => history.class).sort()).toEqual(catalog.classes.map(({ id }) => id).sort());
    for (const { table } of classHistories) expect(table.atRisk[0]).toBeGreaterThan(20);
  });
});

describe("weighAgreement", () => {
  it("puts the class that asks for most first, and says why it fits", () => {
    const { classes, elapsedDays } = weigh(truce());
    expect(classes[0]).toMatchObject({ id: "fixed-term-25-35-days", fit: "fits", n: 133 });
    expect(classes[0]!.because).toContain("a term of 25 to 35 days");
    expect(classes.map(({ id }) => id)).toContain("partial-truces");
    expect(elapsedDays).toBe(6);
    expect(classes[0]!.brokenBy.map(({ given }) => given)).toEqual(new Array(3).fill("still in force after 6 days"));
  });

  it("leaves horizons out that have passed, and counts from the start before it has started", () => {
    expect(weigh(truce(), "2024-05-01").classes[0]!.brokenBy.map(({ days }) => days)).toEqual([90, 365]);
    const early = weigh(truce(), "2024-02-01");
    expect([early.elapsedDays, early.classes[0]!.brokenBy[0]!.given]).toEqual([null, "from the start"]);
  });

  it("says that its term is over where it is under every reading", () => {
    const isTold = (asOf: string) => weigh(truce(), asOf).caveats.some((words) => words.includes("its term is over"));
    expect([isTold("2024-03-30"), isTold("2024-03-31"), isTold("2026-01-01")]).toEqual([false, true, true]);
  });

  it("fits a class under some readings where they differ in length", () => {
    const readings = [
      { id: "one", starts: "2024-03-01", durationDays: 30 },
      { id: "two", starts: "2024-03-04", durationDays: 90 },
    ];
    const { classes, elapsedRange, checklist } = weigh(truce({}, readings));
    const fits = new Map(classes.map(({ id, fit }) => [id, fit]));
    expect([fits.get("fixed-term-25-35-days"), fits.get("fixed-term-60-120-days"), fits.get("fixed-term")]).toEqual([
      "some-readings",
      "some-readings",
      "fits",
    ]);
    expect(elapsedRange).toEqual([3, 6]);
    expect(checklist.find(({ id }) => id === "duration")!.answer).toBe("differs");
  });

  it("guesses nothing that the file leaves open", () => {
    const bare = Agreement.parse({ id: "bare", title: "Bare", parties: ["NOR", "SWE"], readings: [{ id: "one" }] });
    const { classes, mightFit, caveats, checklist } = weigh(bare);
    expect(classes).toEqual([]);
    expect(mightFit.length).toBeGreaterThan(5);
    expect(caveats[0]).toContain("No class of past agreements fits");
    expect(new Set(checklist.map(({ answer }) => answer))).toEqual(new Set(["unstated"]));
  });

  it("tells that parties are states, and that a class is small", () => {
    const { caveats } = weigh(truce());
    expect(caveats[0]).toContain("Its parties are states (NOR, SWE)");
    expect(caveats.join(" ")).toContain("only 4 are known to have broken down");
    expect(weigh(truce({ parties: ["NOR", "XA1"] })).caveats.join(" ")).not.toContain("Its parties are states");
  });

  it("fits its schema, and says the same when the parties are swapped", () => {
    const answer = weigh(truce());
    expect(Weighing.safeParse(answer).success).toBe(true);
    const swapped = weigh(
      truce({ parties: ["SWE", "NOR"], common: { prohibits: ["strike"], binds: ["SWE", "NOR"], area: ["NOR"] } }),
    );
    expect({ ...swapped, caveats: [], checklist: [] }).toEqual({ ...answer, caveats: [], checklist: [] });
  });

  it("keeps every chance within its interval and its bounds, whatever the class and the days", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...classHistories),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 1, max: 900 }),
        (history, elapsed, ahead) => {
          const { probability, low, high, bounds } = brokenBy(history, elapsed + ahead, elapsed);
          if (probability === null) return expect(bounds).toEqual([0, 1]);
          for (const [from, to] of [[low, high], bounds] as const) {
            expect(from <= probability + 1e-12 && probability <= to + 1e-12).toBe(true);
            expect(from >= 0 && to <= 1 + 1e-12).toBe(true);
          }
        },
      ),
    );
  });
});

describe("the checklist", () => {
  const answersOf = (agreement: Agreement) =>
    Object.fromEntries(weigh(agreement).checklist.map(({ id, answer }) => [id, answer]));
  it.each([
    [{ jointText: true }, "joint-text", "yes"],
    [{ jointText: false }, "joint-text", "no"],
    [{ form: "oral" }, "written", "no"],
    [{ monitors: ["UN mission"] }, "monitor", "yes"],
    [{ monitors: [] }, "monitor", "no"],
    [{ monitors: undefined }, "monitor", "unstated"],
    [{ sanctions: ["talks of the commission"] }, "sanctions", "yes"],
    [{ consent: { NOR: "agreed", SWE: "agreed" } }, "consent", "yes"],
    [{ consent: { NOR: "agreed", SWE: "conditional" } }, "consent", "no"],
    [{ consent: { NOR: "agreed" } }, "consent", "unstated"],
  ])("with %j answers %s with %s", (given, id, answer) => expect(answersOf(truce(given))[id]).toBe(answer));
});
