// Evaluation data (READOUT_EVAL_DATA) -> data/histories/: what of it may be shipped. Run when classes or data change.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "csv-stringify/sync";
import { readCatalog } from "../src/catalog/read-catalog.js";
import { ENDS, type ReferenceClass } from "../src/model/history.js";
import { backtestHistory } from "../src/weigh/backtest/backtest-history.js";
import { importHistory } from "../src/weigh/histories/import-history.js";
import { readTable } from "../src/weigh/histories/read-table.js";
import { summariseClass } from "../src/weigh/summarise-class.js";
import { HORIZONS_DAYS } from "../src/weigh/weigh-agreement.js";

const from = process.env.READOUT_EVAL_DATA;
if (!from) throw new Error("READOUT_EVAL_DATA is not set. Set it to the folder of evaluation data.");
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CEASEFIRES = join(ROOT, "data/histories/eth-prio-ceasefires");
const AGREEMENTS = join(ROOT, "data/histories/ucdp-peace-agreements");
const KEPT = [
  "paid",
  "conflict_id",
  "pa_date",
  "duration",
  "ended",
  "t",
  "ev",
  "pa_type",
  "cease",
  "pko",
  "ddr",
  "incompatibility",
  "region",
];

for (const folder of [CEASEFIRES, AGREEMENTS]) mkdirSync(folder, { recursive: true });
copyFileSync(join(from, "data/ceasefire-base-rates/fates-by-class.csv"), join(CEASEFIRES, "fates-by-class.csv"));
const { classes } = readCatalog(join(ROOT, "catalog"));
const ceasefires = importHistory(open("ceasefire-base-rates/civil-ceasefires-1989-2020.csv"), "ceasefires").value
  .records;
const tables = classes.filter(({ history }) => history === "eth-prio-ceasefires").flatMap(rowsOf);
writeFileSync(
  join(CEASEFIRES, "life-tables.csv"),
  stringify([["class", "days", "at_risk", ...ENDS.map((end) => end.replace("-", "_")), "in_force"], ...tables]),
);
const agreements = readTable(open("peace-agreements/ucdp-peace-agreements-survival.csv"), "agreements").rows;
writeFileSync(
  join(AGREEMENTS, "agreements.csv"),
  stringify([KEPT, ...agreements.map(({ cells }) => KEPT.map((column) => cells[column]))]),
);

const signed = importHistory(readFileSync(join(AGREEMENTS, "agreements.csv"), "utf8"), "agreements").value.records;
for (const [history, folder, records] of [
  ["eth-prio-ceasefires", CEASEFIRES, ceasefires],
  ["ucdp-peace-agreements", AGREEMENTS, signed],
] as const) {
  const own = classes.filter((entry) => entry.history === history);
  const backtest = backtestHistory(records, { history, classes: own, horizonsDays: HORIZONS_DAYS });
  const rounded = JSON.stringify(
    backtest,
    (_, value) => (typeof value === "number" ? Number(value.toPrecision(6)) : value),
    1,
  );
  writeFileSync(join(folder, "backtest.json"), `${rounded}\n`);
}

function rowsOf({ id, where }: ReferenceClass): (string | number)[][] {
  const { days, atRisk, ended, censored } = summariseClass(id, where, ceasefires).table;
  return days.map((day, at) => [id, day, atRisk[at]!, ...ended.map((kind) => kind[at]!), censored[at]!]);
}

function open(path: string): string {
  return readFileSync(join(from!, "data", path), "utf8");
}
