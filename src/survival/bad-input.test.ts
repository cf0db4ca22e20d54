/** Columns that no model can use -> an error that names column and row; columns at the edge -> the right answer. */
import { describe, expect, it } from "vitest";
import { aalenJohansen } from "./aalen-johansen.js";
import { concordance } from "./concordance.js";
import { fitCox } from "./cox/fit-cox.js";
import { kaplanMeier, survivalAt, survivalQuantile } from "./kaplan-meier.js";
import { lifeTable } from "./life-table.js";
import { logRank } from "./log-rank.js";
import type { Observations } from "./observations.js";
import { fitParametric } from "./parametric/fit-parametric.js";

const good: Observations = { time: [1, 2, 3, 4, 5, 6], event: [1, 0, 1, 1, 0, 1] };
const x = [1, 5, 2, 4, 3, 6];

/** What is wrong, what is given instead of the good columns, and what the error says. */
const COLUMNS: readonly [string, Partial<Record<keyof Observations, unknown>>, string][] = [
  ["a negative time", { time: [1, 2, -3, 4, 5, 6] }, 'column "time", row 3: -3 is negative'],
  ["a missing time", { time: [1, Number.NaN, 3, 4, 5, 6] }, 'column "time", row 2: NaN is missing'],
  ["no time", { time: [1, 2, 3, null, 5, 6] }, 'column "time", row 4: null is missing'],
  ["an infinite time", { time: [Infinity, 2, 3, 4, 5, 6] }, 'column "time", row 1: Infinity is not finite'],
  ["a word for a time", { time: [1, "2 days", 3, 4, 5, 6] }, 'column "time", row 2: "2 days" is no number'],
  ["half an event", { event: [1, 0, 0.5, 1, 0, 1] }, 'column "event", row 3: 0.5 is no kind of event'],
  ["a missing event", { event: [1, 0, undefined, 1, 0, 1] }, 'column "event", row 3: undefined is missing'],
  ["an infinite weight", { weight: [1, 1, 1, 1, Infinity, 1] }, 'column "weight", row 5: Infinity is not finite'],
  ["a weight of 0", { weight: [1, 0, 1, 1, 1, 1] }, 'column "weight", row 2: 0 is not above 0'],
  ["a short column", { event: [1, 0] }, 'column "event" has 2 rows and "time" has 6'],
  ["no rows", { time: [], event: [] }, "there are no rows"],
];

const ESTIMATORS: readonly [string, (observations: Observations) => unknown][] = [
  ["lifeTable", (given) => lifeTable(given)],
  ["logRank", (given) => logRank(given, ["a", "a", "a", "b", "b", "b"])],
  ["concordance", (given) => concordance(given, x)],
  ["fitCox", (given) => fitCox({ ...given, covariates: { x } })],
  ["fitParametric", (given) => fitParametric(given, "weibull")],
];

describe.each(ESTIMATORS)("%s", (_, estimate) => {
  it.each(COLUMNS)("refuses %s", (__, given, message) => {
    expect(() => estimate({ ...good, ...given } as Observations)).toThrow(message);
  });
});

const COX: readonly [string, Parameters<typeof fitCox>[0], string][] = [
  ["no events", { time: [1, 2, 3], event: [0, 0, 0], covariates: { x: [1, 2, 3] } }, "no event among 3 rows"],
  ["one subject", { time: [1], event: [1], covariates: { x: [1] } }, 'column "x" holds one value only, 1'],
  [
    "a covariate that never varies",
    { ...good, covariates: { x, one: [2, 2, 2, 2, 2, 2] } },
    'column "one" holds one value only',
  ],
  [
    "collinear covariates",
    { ...good, covariates: { x, y: x.map((value) => 3 - 2 * value) } },
    'column "y" follows from "x"',
  ],
  [
    "a missing covariate",
    { ...good, covariates: { x: [1, 2, Number.NaN, 4, 5, 6] } },
    'column "x", row 3: NaN is missing',
  ],
  [
    "a missing cluster",
    { ...good, covariates: { x }, cluster: [1, 1, Number.NaN, 2, 2, 2] },
    'column "cluster", row 3',
  ],
  [
    "perfect separation",
    { time: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 0, 0, 0], covariates: { x: [1, 1, 1, 0, 0, 0] } },
    'column "x" separates the events',
  ],
  [
    "separation in order",
    { time: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 1, 1, 1], covariates: { x: [6, 5, 4, 3, 2, 1] } },
    'column "x" separates the events',
  ],
  [
    "a covariate that never varies at risk",
    { time: [1, 2, 2], event: [0, 1, 0], covariates: { x: [1, 2, 2] } },
    'column "x" does not vary among those at risk',
  ],
  ["no covariate", { ...good, covariates: {} }, "at least one covariate"],
];

describe("fitCox", () => {
  it.each(COX)("refuses %s", (_, given, message) => expect(() => fitCox(given)).toThrow(message));
});

describe("at the edge", () => {
  it("a curve without events stays at 1, and its median is never reached", () => {
    const curve = kaplanMeier(lifeTable({ time: [3, 1, 2], event: [0, 0, 0] }));
    expect([...curve.survival]).toEqual([1, 1, 1]);
    expect(survivalQuantile(curve).time).toBe(Infinity);
  });

  it("a curve of one subject falls from 1 to 0", () => {
    const curve = kaplanMeier(lifeTable({ time: [5], event: [1] }));
    expect([4.9, 5].map((at) => survivalAt(curve, at))).toEqual([1, 0]);
    expect(aalenJohansen(lifeTable({ time: [5], event: [2] })).incidence.map((kind) => kind[0])).toEqual([0, 1]);
  });

  it("parametric models name a time of 0, a dependent covariate and the lack of events", () => {
    expect(() => fitParametric({ time: [1, 0], event: [1, 1] }, "weibull")).toThrow(
      'column "time", row 2: 0 has no logarithm',
    );
    expect(() => fitParametric({ time: [1, 2], event: [0, 0] }, "weibull")).toThrow("no event among 2 rows");
    expect(() => fitParametric({ ...good, covariates: { x, y: x } }, "log-normal")).toThrow('column "y" follows from');
  });

  it("no pair to compare is said", () => {
    expect(() => concordance({ time: [1, 1], event: [1, 1] }, [1, 2])).toThrow("no two rows can be compared");
    expect(() => logRank(good, ["a", "a", "a", "a", "a", "a"])).toThrow("one group only");
  });

  it("takes 200,000 rows", () => {
    const count = 200_000;
    const column = (step: number, size: number) =>
      Float64Array.from({ length: count }, (_, row) => (row * step) % size);
    const given = {
      time: column(7919, 3001),
      event: column(104_729, 2),
      covariates: { x: column(31, 17), y: column(17, 101) },
    };
    const fit = fitCox({ ...given, cluster: column(1, 500) });
    expect(fit.coefficients.every(({ z }) => Number.isFinite(z))).toBe(true);
    expect(kaplanMeier(lifeTable(given)).survival.at(-1)).toBeGreaterThanOrEqual(0);
    expect(concordance(given, given.covariates.y).concordance).toBeCloseTo(0.5, 1);
  });
});
