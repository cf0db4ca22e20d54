/** A history's records -> its back-test, and the effects of the Cox model where that beat the base rate. */
import type { HistoryRecord } from "../../model/history.js";
import type { Backtest } from "../../model/weighing.js";
import { coxRates, fitCause } from "./models.js";
import { type BacktestOptions, rollingBacktest } from "./rolling-backtest.js";
import { subjectsOf } from "./subjects.js";

/** Effects are fitted on all records. */
export function backtestHistory(records: readonly HistoryRecord[], options: BacktestOptions): Backtest {
  const results = rollingBacktest(records, options);
  const isOffered = results.some(({ model, beatsBaseRate }) => model === coxRates.id && beatsBaseRate);
  const fit = isOffered ? fitCause(subjectsOf(records), ({ kind }) => kind === 1) : null;
  return {
    results,
    effects: (fit?.coefficients ?? []).map(({ name, hazardRatio, low, high }) => ({ name, hazardRatio, low, high })),
  };
}
