/** A DriftReport -> one row a drift, with the whole clauses of both texts. */
import type { DriftKind, DriftReport } from "../model/drift.js";

export interface DriftRow {
  kind: DriftKind;
  item: string;
  from: string;
  field: string;
  report: string;
  readout: string;
  because: string;
}

/** The whole clause of either side, where it has one. */
export function driftRows({ items }: DriftReport): DriftRow[] {
  return items.flatMap(({ label, drift, report, readouts }) =>
    drift.map(({ kind, from, field, because }) => {
      const theirs = (from === null ? null : readouts[from]) ?? Object.values(readouts).find((side) => side !== null);
      const words = (side: typeof report | undefined) => (side?.spans ?? []).map(({ quote }) => quote).join(" … ");
      return { kind, item: label, from: from ?? "", field, report: words(report), readout: words(theirs), because };
    }),
  );
}
