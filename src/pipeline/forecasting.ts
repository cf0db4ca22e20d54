/** Documents and a registry's events -> forecasts proposed, gated, scored: joins catalogue, acts and weigh. */
import { loadCatalog } from "../catalog/load-catalog.js";
import type { Document } from "../model/document.js";
import type {
  Forecast,
  ForecastEvent,
  ForecastEvidence,
  ForecasterRecord,
  ProposedForecast,
  ScoredForecast,
} from "../model/forecast.js";
import { readActs } from "../pipeline.js";
import { proposeForecasts } from "../weigh/forecasts/propose-forecasts.js";
import { gateQuote } from "../weigh/forecasts/quote-gate.js";
import { checkForecast, parseRegistry, registryLine, standingForecasts } from "../weigh/forecasts/registry.js";
import { forecasterRecords, scoreForecasts } from "../weigh/forecasts/score-forecasts.js";

/** What the experts in a document predict, for an editor to register or not. */
export function forecastsProposedIn(document: Document): ProposedForecast[] {
  return proposeForecasts(document, readActs(document).value, loadCatalog());
}

/** A forecast as a file gives it, its words found in the document. Throws ReadoutError where they are not. */
export function forecastFrom(value: unknown, file: string, document: Document): Forecast {
  const forecast = checkForecast(value, file);
  return { ...forecast, evidence: gateQuote(forecast.evidence, document) };
}

/** Words of a document as evidence. Throws ReadoutError where they do not stand there. */
export function evidenceFrom(quote: string, document: Document): ForecastEvidence {
  const published = document.published?.length === 10 ? { published: document.published } : {};
  return gateQuote({ source: document.publisher ?? document.source, quote, ...published }, document);
}

/** The registry's text with one event more. Throws ReadoutError where the events before it do not allow it. */
export function withEvent(text: string, event: ForecastEvent, file: string): string {
  const before = parseRegistry(text, file);
  const line = registryLine(event, before);
  return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${line}`;
}

export interface ScoredRegistry {
  forecasts: ScoredForecast[];
  forecasters: ForecasterRecord[];
}

/** `about` keeps those about one agreement or dossier. Throws ReadoutError for a line that is no event. */
export function scoreRegistry(text: string, file: string, about?: string): ScoredRegistry {
  const standing = standingForecasts(parseRegistry(text, file));
  const kept = new Set(standing.filter((one) => about === undefined || one.about === about).map(({ id }) => id));
  const forecasts = scoreForecasts(standing).filter(({ id }) => kept.has(id));
  return { forecasts, forecasters: forecasterRecords(forecasts) };
}
