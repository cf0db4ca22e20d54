/** The ETH/PRIO Civil Conflict CeaseFire Dataset as published, one actor of a ceasefire a row -> records. */
import type { Fate, HistoryRecord } from "../../model/history.js";
import { cell, codeIn, dayFrom, daysBetween, numberIn } from "./cells.js";
import { ceasefireCovariates, ETH_PRIO_ENDS, termOf } from "./eth-prio-facts.js";
import { type Importer, recordsOf } from "./importer.js";
import type { TableRow } from "./read-table.js";

const LAST_DAY = "2020-12-31";
const DECLARED = ["cf_dec_yr", "cf_dec_month", "cf_dec_day"] as const;
const EFFECTIVE = ["cf_effect_yr", "cf_effect_month", "cf_effect_day"] as const;
const END = ["end_yr", "end_month", "end_day"] as const;

export const ethPrio: Importer = {
  id: "eth-prio",
  title: "ETH/PRIO Civil Conflict CeaseFire Dataset",
  columns: ["uniq_id", "cf_id", ...DECLARED, ...EFFECTIVE, "ended", "ceasefire_class"],
  read: (rows, file) => recordsOf(ceasefiresOf(rows), (group) => group[0]!.line, file, recordOf),
};

/** Rows of one ceasefire, one a row of its actors. */
function ceasefiresOf(rows: readonly TableRow[]): TableRow[][] {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const id = cell(row, "uniq_id");
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups.values()];
}

function recordOf(rows: TableRow[]): HistoryRecord {
  const row = rows[0]!;
  const fate = fateOf(rows);
  const startedOn = dayFrom(row, EFFECTIVE) ?? dayFrom(row, DECLARED);
  const ended = rows.map((each) => dayFrom(each, END)).find((day) => day !== null) ?? null;
  const stop = fate === "in-force" ? LAST_DAY : ended;
  const klass = numberIn(row, "ceasefire_class");
  const written = codeIn(row, "written");
  const fixed = codeIn(row, "fixed");
  return {
    id: cell(row, "uniq_id"),
    place: cell(row, "location"),
    conflict: cell(row, "ucdp_acd_id"),
    startedOn,
    days:
      startedOn && stop && fate !== "unclear" && fate !== "never-began"
        ? daysBetween(startedOn, stop, "its dates")
        : null,
    fate,
    traits: {
      kind: "ceasefire",
      ...termOf(fixed, cell(row, "fixed_time")),
      partial: codeIn(row, "partial"),
      written,
      monitored: klass === null || klass < 1 ? null : klass === 2,
      mediated: cell(row, "mediator_nego") === "" ? null : cell(row, "mediator_nego") !== "0",
      multilateral: rows.length > 1,
      definitive: klass === null || klass < 1 ? null : klass === 3,
      signed: null,
    },
    covariates: ceasefireCovariates({
      multi: rows.length > 1,
      written,
      implementation: codeIn(row, "implement"),
      enforcement: codeIn(row, "enforcement"),
      fixed,
      peaceProcess: codeIn(row, "p_peaceprocess"),
      compliance: klass === 2,
      definitive: klass === 3,
    }),
  };
}

/** Where actors' codes differ: that it broke down outweighs all, then that it was replaced, then that it expired. */
function fateOf(rows: readonly TableRow[]): Fate {
  const codes = new Set(rows.map((row) => numberIn(row, "ended")));
  const code = [2, 4, 1, 0, 3].find((each) => codes.has(each));
  return ETH_PRIO_ENDS[code ?? -1] ?? "unclear";
}
