/** An agreement, reference classes and their histories -> what became of agreements like it, how surely, and what to mind. */
import type { Agreement } from "../model/agreement.js";
import type { ScoredForecast } from "../model/forecast.js";
import type { ClassHistory, History, ReferenceClass } from "../model/history.js";
import type { Backtest, WeighedClass, Weighing } from "../model/weighing.js";
import { elapsedBy } from "./agreement-days.js";
import { traitsOf } from "./agreement-traits.js";
import { answerChecklist, type ChecklistEntry } from "./answer-checklist.js";
import { caveatsOf } from "./caveats.js";
import { type FittedClass, fitClasses } from "./fit-classes.js";
import { brokenBy, curveOf, fateBounds } from "./incidence.js";
import { readEffects } from "./read-effects.js";

export interface WeighingInput {
  classes: readonly ReferenceClass[];
  histories: readonly History[];
  /** One a class; a class without one is left out. */
  classHistories: readonly ClassHistory[];
  checklist: readonly ChecklistEntry[];
  forecasts?: readonly ScoredForecast[];
  /** By id of the history. */
  backtests?: ReadonlyMap<string, Backtest>;
}

export interface WeighingOptions {
  /** YYYY-MM-DD. */
  asOf: string;
  /** Days since the start; those already past are left out. */
  horizonsDays?: readonly number[];
}

export const HORIZONS_DAYS: readonly number[] = [30, 90, 365];

/** Never a chance without its interval, class and size. */
export function weighAgreement(agreement: Agreement, input: WeighingInput, options: WeighingOptions): Weighing {
  const { asOf, horizonsDays = HORIZONS_DAYS } = options;
  const elapsed = elapsedBy(agreement, asOf);
  const known = new Map(input.classHistories.map((history) => [history.class, history]));
  const { fits, mightFit } = fitClasses(
    traitsOf(agreement),
    input.classes.filter(({ id }) => known.has(id)),
    (id) => sizeOf(known.get(id)!),
  );
  const classes = fits.map((fit) =>
    weighedClass(fit, known.get(fit.entry.id)!, input, horizonsDays, elapsed?.days ?? 0),
  );
  const used = input.histories.filter(({ id }) => fits.some(({ entry }) => entry.history === id));
  return {
    agreement: agreement.id,
    title: agreement.title,
    asOf,
    elapsedDays: elapsed?.days ?? null,
    elapsedRange: elapsed?.range ?? null,
    horizonsDays: [...horizonsDays],
    classes,
    mightFit,
    covariates: used.flatMap((history) =>
      readEffects(agreement, history, input.backtests?.get(history.id)?.effects ?? []),
    ),
    backtests: used.flatMap(({ id }) => input.backtests?.get(id)?.results ?? []),
    checklist: answerChecklist(agreement, input.checklist),
    forecasts: [...(input.forecasts ?? [])],
    caveats: caveatsOf(agreement, classes, used, elapsed, asOf),
  };
}

function weighedClass(
  { entry, fit, because }: FittedClass,
  history: ClassHistory,
  { histories }: WeighingInput,
  horizonsDays: readonly number[],
  elapsed: number,
): WeighedClass {
  const ahead = horizonsDays.filter((days) => days > elapsed);
  return {
    id: entry.id,
    title: entry.title,
    origin: histories.find(({ id }) => id === entry.history)?.origin ?? entry.history,
    n: sizeOf(history),
    fates: history.fates,
    fateBounds: fateBounds(history),
    followed: history.table.atRisk[0] ?? 0,
    fit,
    because: history.unclearAtMost
      ? [...because, "how many of unclear fate it holds is not told: at most those counted"]
      : because,
    brokenBy: ahead.map((days) => brokenBy(history, days, elapsed)),
    curve: curveOf(history, Math.max(...horizonsDays)),
  };
}

function sizeOf({ fates }: ClassHistory): number {
  return Object.values(fates).reduce((sum, count) => sum + count, 0);
}
