/** What a report makes of readouts: item by item where it widens, narrows, hardens, softens, reverses, mis-attributes, drops or adds. */
import { z } from "zod";
import { ComparisonSource, ItemSource } from "./comparison.js";
import { DRIFT_KINDS } from "./drift-kinds.js";

export const DriftKind = z.enum(DRIFT_KINDS);
export type DriftKind = z.infer<typeof DriftKind>;

/** One drift, with both sets of words; "" where one text has none. */
export const Drift = z.object({
  kind: DriftKind,
  /** Id of the readout that it is drift from; null for what no readout has. */
  from: z.string().nullable(),
  field: z.string(),
  report: z.string(),
  readout: z.string(),
  because: z.string(),
});
export type Drift = z.infer<typeof Drift>;

export const DriftItem = z.object({
  id: z.string(),
  label: z.string(),
  issues: z.array(z.string()),
  drift: z.array(Drift),
  /** Ids of the readouts that the report follows here. */
  faithfulTo: z.array(z.string()),
  report: ItemSource.nullable(),
  /** By id of the readout, null where it has nothing on it. */
  readouts: z.record(z.string(), ItemSource.nullable()),
});
export type DriftItem = z.infer<typeof DriftItem>;

export const DriftReport = z.object({
  report: ComparisonSource,
  readouts: z.array(ComparisonSource),
  items: z.array(DriftItem),
  /** How many items drift in each way. */
  counts: z.record(DriftKind, z.number()),
});
export type DriftReport = z.infer<typeof DriftReport>;
