/** Any observations -> what must hold of every curve and model. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aalenJohansen } from "./aalen-johansen.js";
import { concordance } from "./concordance.js";
import { fitCox } from "./cox/fit-cox.js";
import { kaplanMeier, survivalInterval } from "./kaplan-meier.js";
import { lifeTable } from "./life-table.js";
import { logRank } from "./log-rank.js";

const someSubjects = (minLength: number) =>
  fc.array(
    fc.record({
      time: fc.integer({ min: 0, max: 12 }),
      event: fc.integer({ min: 0, max: 3 }),
      x: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength, maxLength: 60 },
  );
const subjects = someSubjects(1);
type Subjects = { time: number; event: number; x: number }[];
const columns = (rows: Subjects) => ({ time: rows.map(({ time }) => time), event: rows.map(({ event }) => event) });
const curvesOf = (rows: Subjects) => aalenJohansen(lifeTable(columns(rows), 3));

describe("curves", () => {
  it("start at 1, never rise and stay in 0..1, with their interval around them", () => {
    fc.assert(
      fc.property(subjects, fc.constantFrom("log" as const, "plain" as const), (rows, scale) => {
        const curve = kaplanMeier(lifeTable(columns(rows)));
        const steps = [1, ...curve.survival];
        expect(steps.every((value, at) => value >= 0 && value <= (steps[at - 1] ?? 1))).toBe(true);
        for (const [row, at] of curve.time.entries()) {
          if (curve.survival[row] === 0) continue;
          const { low, high } = survivalInterval(curve, at, { scale });
          expect(low <= curve.survival[row]! + 1e-12 && curve.survival[row]! <= high + 1e-12).toBe(true);
          expect(low >= 0 && high <= 1).toBe(true);
        }
      }),
    );
  });

  it("of incidence sum with survival to 1 and never fall", () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const { incidence, survival } = curvesOf(rows);
        for (let row = 0; row < survival.length; row++) {
          expect(incidence.reduce((sum, kind) => sum + kind[row]!, survival[row]!)).toBeCloseTo(1, 12);
          expect(incidence.every((kind) => kind[row]! >= (kind[row - 1] ?? 0) - 1e-15)).toBe(true);
        }
      }),
    );
  });

  it("do not mind the order of rows, ties among them", () => {
    fc.assert(
      fc.property(subjects, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (rows, numbers) => {
        const shuffled = rows.map((row, at) => ({ row, key: numbers[at]! })).sort((a, b) => a.key - b.key);
        expect(curvesOf(shuffled.map(({ row }) => row))).toEqual(curvesOf(rows));
      }),
    );
  });

  it("follow their kind when kinds are relabelled", () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const { incidence } = curvesOf(rows);
        const renamed = curvesOf(rows.map((row) => ({ ...row, event: [0, 3, 1, 2][row.event]! })));
        expect([2, 0, 1].map((kind) => renamed.incidence[kind])).toEqual(incidence);
      }),
    );
  });

  it("count a row of weight 3 as three rows", () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const weighted = lifeTable({ ...columns(rows), weight: rows.map(({ x }) => x + 1) }, 3);
        expect(lifeTable(columns(rows.flatMap((row) => new Array(row.x + 1).fill(row))), 3)).toEqual(weighted);
      }),
    );
  });
});

/** Four subjects with events on both sides of x, so that a model always exists. */
const mixed = someSubjects(20).map(
  (rows): Subjects => [
    { time: 2, event: 1, x: 0 },
    { time: 3, event: 1, x: 1 },
    { time: 4, event: 1, x: 0 },
    { time: 13, event: 1, x: 1 },
    ...rows,
  ],
);

describe("models", () => {
  it("turn their sign with the covariate's, and mind no order of rows", () => {
    fc.assert(
      fc.property(mixed, (rows) => {
        const x = rows.map((row) => row.x % 2);
        const fitted = (flip: number) =>
          fitCox({ ...columns(rows), covariates: { x: x.map((value) => flip * value) } }).coefficients[0]!;
        expect(fitted(-1).coefficient).toBeCloseTo(-fitted(1).coefficient, 8);
        const reversed = fitCox({ ...columns(rows.toReversed()), covariates: { x: x.toReversed() } }).coefficients[0]!;
        expect(reversed.coefficient).toBeCloseTo(fitted(1).coefficient, 8);
        expect(reversed.standardError).toBeCloseTo(fitted(1).standardError, 8);
      }),
      { numRuns: 30 },
    );
  });

  it("tell groups apart alike whatever they are called", () => {
    fc.assert(
      fc.property(mixed, (rows) => {
        const test = (names: string[]) =>
          logRank(
            columns(rows),
            rows.map(({ x }) => names[x % 2]!),
          ).chiSquared;
        expect(test(["b", "a"])).toBeCloseTo(test(["a", "b"]), 8);
      }),
      { numRuns: 30 },
    );
  });

  it("concordance of a score and of its opposite sum to 1", () => {
    fc.assert(
      fc.property(mixed, (rows) => {
        const of = (sign: number) =>
          concordance(
            columns(rows),
            rows.map(({ x }) => sign * x),
          ).concordance;
        expect(of(1) + of(-1)).toBeCloseTo(1, 12);
      }),
    );
  });
});
