/** A history -> how each model fares when it is fitted on the past and scored on the year that follows, year by year. */
import type { HistoryRecord, ReferenceClass } from "../../model/history.js";
import type { BacktestResult } from "../../model/weighing.js";
import { baseRate, classRates, coxRates, type Model, weibullRates } from "./models.js";
import {
  brierScore,
  calibrationOf,
  concordanceOf,
  logScore,
  outcomesOn,
  type Scored,
  skillOf,
} from "./score-predictions.js";
import { knownOn, type Subject, subjectsOf } from "./subjects.js";

/** Fewer breakdowns in the past teach a model nothing. */
const FEWEST_BREAKDOWNS = 30;

export interface BacktestOptions {
  history: string;
  classes: readonly ReferenceClass[];
  horizonsDays: readonly number[];
}

/** One result a model that could be fitted; none where the history is too thin. */
export function rollingBacktest(records: readonly HistoryRecord[], options: BacktestOptions): BacktestResult[] {
  const subjects = subjectsOf(records);
  const models = [...(options.classes.length > 1 ? [classRates(options.classes)] : []), coxRates, weibullRates];
  return models.flatMap((model) => {
    const { scored, years } = scoreModel(model, subjects, options.horizonsDays);
    return years.length === 0 ? [] : [resultOf(model, scored, years, options)];
  });
}

/** The year's subjects are predicted by what was known when the year began. */
function scoreModel(model: Model, subjects: readonly Subject[], horizons: readonly number[]) {
  const scored: Scored[] = [];
  const years: number[] = [];
  for (const year of yearsOf(subjects)) {
    const past = knownOn(`${year}-01-01`, subjects);
    const next = subjects.filter(({ startedOn }) => startedOn.startsWith(`${year}-`));
    if (past.filter(({ kind }) => kind === 1).length < FEWEST_BREAKDOWNS || next.length === 0) continue;
    const predict = model.fit(past);
    if (!predict) continue;
    const base = baseRate.fit(past)!;
    years.push(year);
    for (const subject of next) {
      const by = (prediction: typeof base) => horizons.map((day) => prediction(subject, day));
      scored.push({ subject, model: by(predict), base: by(base) });
    }
  }
  return { scored, years };
}

function yearsOf(subjects: readonly Subject[]): number[] {
  return [...new Set(subjects.map(({ startedOn }) => Number(startedOn.slice(0, 4))))].sort((a, b) => a - b);
}

function resultOf(
  model: Model,
  scored: readonly Scored[],
  years: readonly number[],
  options: BacktestOptions,
): BacktestResult {
  const subjects = scored.map(({ subject }) => subject);
  const byHorizon = options.horizonsDays.map((days, place) => {
    const outcomes = outcomesOn(days, subjects);
    const [own, base] = [scored.map((one) => one.model[place]!), scored.map((one) => one.base[place]!)];
    return {
      days,
      brier: brierScore(own, outcomes),
      baseBrier: brierScore(base, outcomes),
      logScore: logScore(own, outcomes),
      baseLogScore: logScore(base, outcomes),
      calibration: calibrationOf(own, outcomes),
    };
  });
  const skill = skillOf(scored, options.horizonsDays);
  return {
    history: options.history,
    model: model.id,
    title: model.title,
    from: years[0]!,
    to: years.at(-1)!,
    scored: scored.length,
    byHorizon,
    concordance: concordanceOf(
      scored.map((one) => one.model.at(-1)!),
      subjects,
    ),
    skill,
    beatsBaseRate: skill.low > 0 && byHorizon.every(({ brier, baseBrier }) => brier < baseBrier),
  };
}
