/** The bundled histories -> they are what the code makes of the records, so that figures on a page can be checked. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadHistoryData } from "../src/catalog/load-history-data.js";
import { readCatalog } from "../src/catalog/read-catalog.js";
import type { Backtest } from "../src/model/weighing.js";
import { backtestHistory } from "../src/weigh/backtest/backtest-history.js";
import { importHistory } from "../src/weigh/histories/import-history.js";
import { readClassTables } from "../src/weigh/histories/read-class-tables.js";
import { summariseClass } from "../src/weigh/summarise-class.js";
import { HORIZONS_DAYS } from "../src/weigh/weigh-agreement.js";
import { ROOT } from "./source-files.js";

const catalog = readCatalog(join(ROOT, "catalog"));
const classesOf = (history: string) => catalog.classes.filter((entry) => entry.history === history);
const data = process.env.READOUT_EVAL_DATA;

function backtestOf(history: string, text: string): Backtest {
  const { records } = importHistory(text, history).value;
  return backtestHistory(records, { history, classes: classesOf(history), horizonsDays: HORIZONS_DAYS });
}

/** Everything in a value, with its place. */
function leaves(value: unknown, place = ""): [string, unknown][] {
  if (value === null || typeof value !== "object") return [[place, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${place}.${key}`));
}

/** Places at which two values differ, numbers by more than their kept figures allow. */
function differences(value: unknown, kept: unknown): string[] {
  const own = new Map(leaves(value));
  const there = leaves(kept);
  const isLike = (a: unknown, b: unknown) =>
    typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= 1e-4 * Math.max(Math.abs(b), 1e-3) : a === b;
  const unlike = there.filter(([place, each]) => !isLike(own.get(place), each)).map(([place]) => place);
  return own.size === there.length ? unlike : [...unlike, `${own.size} values, not ${there.length}`];
}

describe("the back-test that ships", () => {
  it("of signed agreements is what their records give", () => {
    const kept = JSON.parse(loadHistoryData("ucdp-peace-agreements/backtest.json"));
    const own = backtestOf("ucdp-peace-agreements", loadHistoryData("ucdp-peace-agreements/agreements.csv"));
    expect(differences(own, kept)).toEqual([]);
  });
});

describe.skipIf(data === undefined)("what ships of the ceasefires (READOUT_EVAL_DATA)", () => {
  const text = data ? readFileSync(join(data, "data/ceasefire-base-rates/civil-ceasefires-1989-2020.csv"), "utf8") : "";

  it("is the back-test of their records", () => {
    const kept = JSON.parse(loadHistoryData("eth-prio-ceasefires/backtest.json"));
    expect(differences(backtestOf("eth-prio-ceasefires", text), kept)).toEqual([]);
  });

  it("is the life table of each class, and the fates as they were counted", () => {
    const open = (name: string) => loadHistoryData(`eth-prio-ceasefires/${name}`);
    const { records } = importHistory(text, "ceasefires").value;
    const kept = new Map(
      readClassTables(open("fates-by-class.csv"), open("life-tables.csv"), catalog.classes).map((one) => [
        one.class,
        one.table,
      ]),
    );
    for (const { id, where } of classesOf("eth-prio-ceasefires"))
      expect(kept.get(id)).toEqual(summariseClass(id, where, records).table);
    expect(open("fates-by-class.csv")).toBe(
      readFileSync(join(data!, "data/ceasefire-base-rates/fates-by-class.csv"), "utf8"),
    );
  });
});
