/**
 * Forecasts as they stand -> each with its scores, and each forecaster's record.
 *
 * Brier 1950 (Mon Weather Rev 78:1); logarithmic score; baseline 100 (1 + log2 p) and peer score 100 (ln p - mean ln p
 * of the others on the question) as Metaculus defines them. Only settled forecasts with a probability are scored; words
 * without a number are counted and left as words.
 */
import type { ForecasterRecord, ScoredForecast } from "../../model/forecast.js";
import { wilson } from "../../numbers/binomial-intervals.js";
import type { StandingForecast } from "./registry.js";

export function scoreForecasts(forecasts: readonly StandingForecast[]): ScoredForecast[] {
  return forecasts.map((forecast) => {
    const p = givenToOutcome(forecast);
    return {
      id: forecast.id,
      by: forecast.by,
      statement: forecast.evidence.quote,
      source: forecast.evidence.source,
      settledBy: forecast.settledBy,
      madeOn: forecast.madeOn,
      resolvesOn: forecast.resolvesOn,
      probability: forecast.probability,
      codedBy: forecast.codedBy,
      hedge: forecast.hedge,
      resolution: forecast.resolution?.outcome ?? null,
      brier: p === null ? null : (1 - p) ** 2,
      logScore: p === null ? null : Math.log(p),
      baselineScore: p === null ? null : 100 * (1 + Math.log2(p)),
      peerScore: p === null ? null : peerScoreOf(forecast, p, forecasts),
    };
  });
}

/** Null while it is not settled, was void, or has no probability. */
function givenToOutcome({ probability, resolution }: StandingForecast): number | null {
  if (probability === null || resolution === null || resolution.outcome === "void") return null;
  return resolution.outcome === "yes" ? probability : 1 - probability;
}

function peerScoreOf(forecast: StandingForecast, p: number, all: readonly StandingForecast[]): number | null {
  const others = all
    .filter(({ question, by }) => question === forecast.question && by !== forecast.by)
    .map(givenToOutcome)
    .filter((other) => other !== null);
  if (others.length === 0) return null;
  return 100 * (Math.log(p) - others.reduce((sum, other) => sum + Math.log(other), 0) / others.length);
}

const BINS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

/** One a forecaster, those with most scored forecasts first. */
export function forecasterRecords(scored: readonly ScoredForecast[]): ForecasterRecord[] {
  const names = [...new Set(scored.map(({ by }) => by))];
  return names
    .map((by) =>
      recordOf(
        by,
        scored.filter((forecast) => forecast.by === by),
      ),
    )
    .sort((a, b) => b.scored - a.scored || (a.brier ?? 1) - (b.brier ?? 1));
}

function recordOf(by: string, own: readonly ScoredForecast[]): ForecasterRecord {
  const settled = own.filter(({ brier }) => brier !== null);
  return {
    by,
    forecasts: own.length,
    scored: settled.length,
    withoutNumber: own.filter(({ probability }) => probability === null).length,
    brier: meanOf(settled.map(({ brier }) => brier)),
    logScore: meanOf(settled.map(({ logScore }) => logScore)),
    baselineScore: meanOf(settled.map(({ baselineScore }) => baselineScore)),
    peerScore: meanOf(settled.map(({ peerScore }) => peerScore)),
    calibration: calibrationOf(settled),
  };
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function calibrationOf(settled: readonly ScoredForecast[]): ForecasterRecord["calibration"] {
  return BINS.slice(0, -1).flatMap((from, at) => {
    const to = BINS[at + 1]!;
    const inside = settled.filter(({ probability }) => probability! >= from && (probability! < to || to === 1));
    if (inside.length === 0) return [];
    const came = inside.filter(({ resolution }) => resolution === "yes").length;
    const predicted = meanOf(inside.map(({ probability }) => probability))!;
    return [{ from, to, n: inside.length, predicted, observed: came / inside.length, ...wilson(came, inside.length) }];
  });
}
