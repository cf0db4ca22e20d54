/** Curves and tests of groups -> those of R on made-up subjects. */
import { describe, expect, it } from "vitest";
import { REFERENCE, subject, unlikeR } from "../../test/fixtures/survival-subjects.js";
import { aalenJohansen, incidenceAt } from "./aalen-johansen.js";
import { greenwoodError, kaplanMeier, survivalAt, survivalInterval, survivalQuantile } from "./kaplan-meier.js";
import { lifeTable, startingAfter, stepAt } from "./life-table.js";
import { logRank } from "./log-rank.js";
import { nelsonAalen } from "./nelson-aalen.js";
import { restrictedMean } from "./restricted-mean.js";

const AT = [5, 20, 45, 90];
const [time, event] = [subject("time"), subject("event")];
const any = event.map((kind) => kind > 0);

describe("kaplanMeier", () => {
  const weighted = kaplanMeier(lifeTable({ time, event: any, weight: subject("weight") }));

  it("is R's with weights, with Greenwood's error", () => {
    expect(
      unlikeR(
        AT.map((at) => survivalAt(weighted, at)),
        "km.surv",
      ),
    ).toEqual([]);
    expect(
      unlikeR(
        AT.map((at) => greenwoodError(weighted, at)),
        "km.se",
      ),
    ).toEqual([]);
  });

  it.each(["log", "log-log", "plain"] as const)("has R's interval on the scale %s", (scale) => {
    const intervals = AT.map((at) => survivalInterval(weighted, at, { scale }));
    expect(
      unlikeR(
        intervals.map(({ low }) => low),
        `km.${scale}.low`,
      ),
    ).toEqual([]);
    expect(
      unlikeR(
        intervals.map(({ high }) => high),
        `km.${scale}.high`,
      ),
    ).toEqual([]);
  });

  it("has R's quantiles with their intervals", () => {
    const curve = kaplanMeier(lifeTable({ time, event: any }));
    const found = [0.25, 0.5].map((share) => survivalQuantile(curve, share, { scale: "log" }));
    const values = [
      ...found.map(({ time: at }) => at),
      ...found.map(({ low }) => low),
      ...found.map(({ high }) => high),
    ];
    expect(unlikeR(values, "quantile")).toEqual([]);
  });

  it("takes the middle of a step that runs level at the share, as R does", () => {
    const curve = kaplanMeier(lifeTable({ time: [1, 2, 3, 4], event: [1, 1, 1, 1] }));
    expect(survivalQuantile(curve).time).toBe(2.5);
  });
});

describe("restrictedMean and nelsonAalen", () => {
  it("are R's", () => {
    const table = lifeTable({ time, event: any });
    const { mean, standardError } = restrictedMean(table, 70);
    expect(unlikeR([mean, standardError], "rmean")).toEqual([]);
    const { hazard } = nelsonAalen(lifeTable({ time: [1, 2, 2, 3], event: [1, 1, 0, 1] }));
    expect([...hazard]).toEqual([1 / 4, 1 / 4 + 1 / 3, 1 / 4 + 1 / 3 + 1]);
  });
});

describe("aalenJohansen", () => {
  const table = lifeTable({ time, event });
  const curves = aalenJohansen(table);

  it("is R's, with the error of its infinitesimal jackknife", () => {
    const still = AT.map((at) => stepAt(curves.time, curves.survival, at, 1));
    expect(unlikeR(still, "aj.0")).toEqual([]);
    expect(
      unlikeR(
        AT.map((at) => stepAt(curves.time, curves.survivalError, at, 0)),
        "aj.se.0",
      ),
    ).toEqual([]);
    for (const kind of [1, 2, 3]) {
      const found = AT.map((at) => incidenceAt(curves, kind - 1, at));
      expect(
        unlikeR(
          found.map(({ probability }) => probability),
          `aj.${kind}`,
        ),
      ).toEqual([]);
      expect(
        unlikeR(
          found.map(({ standardError }) => standardError),
          `aj.se.${kind}`,
        ),
      ).toEqual([]);
    }
  });

  it("given the time already lasted, is the whole less what has passed, over what was left", () => {
    const later = incidenceAt(aalenJohansen(startingAfter(table, 20)), 0, 45).probability;
    const [before, after] = [20, 45].map((at) => incidenceAt(curves, 0, at).probability);
    expect(later).toBeCloseTo((after! - before!) / stepAt(curves.time, curves.survival, 20, 1), 12);
  });
});

describe("logRank", () => {
  it("is R's survdiff", () => {
    const { chiSquared, groups } = logRank({ time, event: any }, subject("site"));
    const values = [chiSquared, ...groups.map(({ observed }) => observed), ...groups.map(({ expected }) => expected)];
    expect(unlikeR(values, "logrank")).toEqual([]);
    expect(groups.map(({ count }) => count).reduce((a, b) => a + b)).toBe(time.length);
  });
});

it("reads a reference for every curve it tests", () => expect(Object.keys(REFERENCE).length).toBeGreaterThan(50));
