/** The bundled tables of a history (fates by class, life tables) -> the fates and life table of each class. */
import {
  type ClassHistory,
  type ClassLifeTable,
  ENDS,
  FATES,
  type Fate,
  type ReferenceClass,
} from "../../model/history.js";
import { numberIn } from "./cells.js";
import { readTable, type TableRow } from "./read-table.js";

/** Classes without a row of fates count those of their life table, with the unclear of the wider class as the most there can be. */
export function readClassTables(
  fatesText: string,
  lifeText: string,
  classes: readonly ReferenceClass[],
): ClassHistory[] {
  const fates = new Map(readTable(fatesText, "fates-by-class.csv").rows.map((row) => [row.cells.class, fatesIn(row)]));
  const tables = tablesByClass(readTable(lifeText, "life-tables.csv").rows);
  const rowOf = (id: string | undefined) => fates.get(classes.find((entry) => entry.id === id)?.fatesRow);
  return classes.flatMap(({ id, fatesRow, unclearWithin }): ClassHistory[] => {
    const table = tables.get(id);
    if (!table) return [];
    const own = fates.get(fatesRow);
    if (own) return [{ class: id, fates: own, unclearAtMost: false, table }];
    const unclear = rowOf(unclearWithin)?.unclear ?? 0;
    return [{ class: id, fates: { ...fatesOf(table), unclear }, unclearAtMost: true, table }];
  });
}

function fatesIn(row: TableRow): Record<Fate, number> {
  return Object.fromEntries(FATES.map((fate) => [fate, numberIn(row, fate) ?? 0])) as Record<Fate, number>;
}

function tablesByClass(rows: readonly TableRow[]): Map<string, ClassLifeTable> {
  const tables = new Map<string, ClassLifeTable>();
  for (const row of rows) {
    const id = row.cells.class!;
    if (!tables.has(id)) tables.set(id, { days: [], atRisk: [], ended: [[], [], []], censored: [] });
    const table = tables.get(id)!;
    table.days.push(numberIn(row, "days")!);
    table.atRisk.push(numberIn(row, "at_risk")!);
    for (const [at, end] of ENDS.entries()) table.ended[at]!.push(numberIn(row, end.replace("-", "_"))!);
    table.censored.push(numberIn(row, "in_force")!);
  }
  return tables;
}

function fatesOf({ ended, censored }: ClassLifeTable): Record<Fate, number> {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    "broke-down": sum(ended[0]),
    expired: sum(ended[1]),
    replaced: sum(ended[2]),
    "in-force": sum(censored),
    "never-began": 0,
    unclear: 0,
  };
}
