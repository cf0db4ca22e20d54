/** What became of agreements like this one: reference classes with fates, incidence and bounds, and what it all rests on. */
import { z } from "zod";
import { ScoredForecast } from "./forecast.js";
import { Fate } from "./history.js";

const Share = z.number().min(0).max(1);

/** Cumulative incidence of breakdown with competing fates, by `days` since the start. */
export const BrokenBy = z.object({
  days: z.number(),
  /** Null where nobody of the class was followed that long. */
  probability: Share.nullable(),
  /** 95% interval: Clopper-Pearson at the effective sample size (Dorey and Korn 1987). */
  low: Share,
  high: Share,
  /** Unclear fates counted both ways: none of them broke down, all of them did (Manski 2003). */
  bounds: z.tuple([Share, Share]),
  /** "still in force after 6 days", or "from the start". */
  given: z.string(),
  /** How many were in force and followed at the time given. */
  atRisk: z.number(),
});
export type BrokenBy = z.infer<typeof BrokenBy>;

/** One day of the curves: shares of those followed from the start. */
export const CurvePoint = z.object({
  days: z.number(),
  brokeDown: Share,
  low: Share,
  high: Share,
  expired: Share,
  replaced: Share,
});
export type CurvePoint = z.infer<typeof CurvePoint>;

export const WeighedClass = z.object({
  id: z.string(),
  title: z.string(),
  origin: z.string(),
  n: z.number(),
  fates: z.record(Fate, z.number()),
  /** Share that broke down by the end of watching: least and most, the unclear counted both ways. */
  fateBounds: z.tuple([Share, Share]),
  /** How many are of known length and fate, so that the curves rest on them. */
  followed: z.number(),
  /** `some-readings`: it fits under some readings of the agreement only. */
  fit: z.enum(["fits", "some-readings"]),
  because: z.array(z.string()),
  brokenBy: z.array(BrokenBy),
  curve: z.array(CurvePoint),
});
export type WeighedClass = z.infer<typeof WeighedClass>;

export const ChecklistAnswer = z.object({
  id: z.string(),
  question: z.string(),
  answer: z.enum(["yes", "no", "differs", "unstated"]),
  /** One sentence. */
  because: z.string(),
  quotes: z.array(z.object({ reading: z.string(), source: z.string(), words: z.string(), exact: z.boolean() })),
});
export type ChecklistAnswer = z.infer<typeof ChecklistAnswer>;

/** How a model fared against the plain base rate, each fitted on the past and scored on the future. */
export const BacktestResult = z.object({
  history: z.string(),
  model: z.string(),
  title: z.string(),
  from: z.number(),
  to: z.number(),
  /** Agreements scored. */
  scored: z.number(),
  byHorizon: z.array(
    z.object({
      days: z.number(),
      brier: z.number(),
      baseBrier: z.number(),
      logScore: z.number(),
      baseLogScore: z.number(),
      /** Mean prediction and what came of it, in groups of rising prediction. */
      calibration: z.array(z.object({ predicted: z.number(), observed: z.number(), n: z.number() })),
    }),
  ),
  concordance: z.number().nullable(),
  /** 1 less Brier over Brier of the base rate, all horizons together, with its 95% interval by conflict. */
  skill: z.object({ value: z.number(), low: z.number(), high: z.number() }),
  /** Better than the base rate at every horizon, and its skill's interval above 0. */
  beatsBaseRate: z.boolean(),
});
export type BacktestResult = z.infer<typeof BacktestResult>;

/** Hazard of breakdown with it over that without it, by a Cox model with errors by conflict, 95% interval. */
export const ModelEffect = z.object({ name: z.string(), hazardRatio: z.number(), low: z.number(), high: z.number() });
export type ModelEffect = z.infer<typeof ModelEffect>;

/** What the back-test of a history found; `effects` are those of a Cox model that beat the base rate, else none. */
export const Backtest = z.object({ results: z.array(BacktestResult), effects: z.array(ModelEffect) });
export type Backtest = z.infer<typeof Backtest>;

/** One covariate of a model that beat the base rate, read for this agreement. */
export const CovariateEffect = z.object({
  history: z.string(),
  name: z.string(),
  /** Null where the agreement does not tell. */
  value: z.boolean().nullable(),
  hazardRatio: z.number(),
  low: z.number(),
  high: z.number(),
  because: z.string(),
});
export type CovariateEffect = z.infer<typeof CovariateEffect>;

/** What a history file holds, by the classes of its history. */
export const HistorySummary = z.object({
  importer: z.string(),
  title: z.string(),
  records: z.number(),
  followed: z.number(),
  classes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      n: z.number(),
      fates: z.record(Fate, z.number()),
      fateBounds: z.tuple([Share, Share]),
    }),
  ),
  backtest: Backtest,
});
export type HistorySummary = z.infer<typeof HistorySummary>;

export const Weighing = z.object({
  agreement: z.string(),
  title: z.string(),
  asOf: z.string(),
  /** Under the reading that starts last; null where no reading has started, or none says when. */
  elapsedDays: z.number().nullable(),
  /** Over all readings that say when they start. */
  elapsedRange: z.tuple([z.number(), z.number()]).nullable(),
  horizonsDays: z.array(z.number()),
  classes: z.array(WeighedClass),
  /** Classes that would fit if what is missing were known. */
  mightFit: z.array(z.object({ id: z.string(), title: z.string(), missing: z.array(z.string()) })),
  covariates: z.array(CovariateEffect),
  backtests: z.array(BacktestResult),
  checklist: z.array(ChecklistAnswer),
  forecasts: z.array(ScoredForecast),
  caveats: z.array(z.string()),
});
export type Weighing = z.infer<typeof Weighing>;
