/** A life table and a horizon -> the mean time until the event, none counted for longer than the horizon. */
import { kaplanMeier } from "./kaplan-meier.js";
import { anyEvent, type LifeTable } from "./life-table.js";

/**
 * The area below the Kaplan-Meier curve up to `horizon`, and its standard error √Σ A² d/(n (n - d)), A being the area
 * that is left after each event; as R's survmean. Source: Klein and Moeschberger, Survival Analysis, 4.5.
 */
export function restrictedMean(
  table: LifeTable,
  horizon: number,
  event: Float64Array = anyEvent(table),
): { mean: number; standardError: number } {
  const { time, survival } = kaplanMeier(table, event);
  let [area, variance] = [0, 0];
  for (let row = time.length - 1, end = horizon; row >= 0; row--) {
    if (time[row]! >= horizon) continue;
    area += survival[row]! * (end - time[row]!);
    end = time[row]!;
    const [met, atRisk] = [event[row]!, table.atRisk[row]!];
    variance += area === 0 ? 0 : (area * area * met) / (atRisk * (atRisk - met));
  }
  const first = Math.min(time[0] ?? horizon, horizon);
  return { mean: first + area, standardError: Math.sqrt(variance) };
}
