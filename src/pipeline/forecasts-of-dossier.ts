/** A dossier's records of forecasts -> each as it stands with its scores, and how every forecaster has fared. */
import type { ForecastEvent } from "../model/forecast.js";
import { standingForecasts } from "../weigh/forecasts/registry.js";
import { forecasterRecords, scoreForecasts } from "../weigh/forecasts/score-forecasts.js";
import type { ScoredRegistry } from "./forecasting.js";

export const NO_FORECASTS: ScoredRegistry = { forecasts: [], forecasters: [] };

/** Events of a registry in any order; throws ReadoutError `registry-invalid` where they do not fit together. */
export function scoreEvents(events: readonly ForecastEvent[]): ScoredRegistry {
  const inOrder = [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const forecasts = scoreForecasts(standingForecasts(inOrder));
  return { forecasts, forecasters: forecasterRecords(forecasts) };
}
