/** A life table -> the Nelson-Aalen cumulative hazard Σ d/n with its standard error √Σ d/n². Source: Aalen 1978, Ann Stat 6:701. */
import { anyEvent, type LifeTable } from "./life-table.js";

export interface CumulativeHazard {
  time: Float64Array;
  hazard: Float64Array;
  standardError: Float64Array;
}

/** `event` is a column of the table; without it events of any kind. */
export function nelsonAalen(table: LifeTable, event: Float64Array = anyEvent(table)): CumulativeHazard {
  const hazard = new Float64Array(table.time.length);
  const standardError = new Float64Array(table.time.length);
  let [sum, variance] = [0, 0];
  for (let row = 0; row < hazard.length; row++) {
    const [met, atRisk] = [event[row]!, table.atRisk[row]!];
    sum += met / atRisk;
    variance += met / (atRisk * atRisk);
    hazard[row] = sum;
    standardError[row] = Math.sqrt(variance);
  }
  return { time: table.time, hazard, standardError };
}
