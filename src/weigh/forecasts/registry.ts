/** The lines of a registry (NDJSON, append-only) -> its events, and the forecasts as they stand; or what is wrong with a line. */
import { Forecast, ForecastEvent, type Resolution } from "../../model/forecast.js";
import { ReadoutError } from "../../model/problem.js";

/** A forecast with what has come of it. */
export interface StandingForecast extends Forecast {
  resolution: Resolution | null;
}

/** Throws ReadoutError `registry-invalid` with the line's number. */
export function parseRegistry(text: string, file: string): ForecastEvent[] {
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    const parsed = ForecastEvent.safeParse(parseLine(line, file, at + 1));
    if (parsed.success) return [parsed.data];
    const { path, message } = parsed.error.issues[0]!;
    throw invalid(`${file}, line ${at + 1}: ${path.join(".") || "the event"}: ${message}. Correct the line.`);
  });
}

function parseLine(line: string, file: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw invalid(`${file}, line ${number}: ${(error as Error).message}. Each line holds one JSON object.`);
  }
}

/** Replays the events. Throws ReadoutError `registry-invalid` for an event that the ones before it do not allow. */
export function standingForecasts(events: readonly ForecastEvent[]): StandingForecast[] {
  const standing = new Map<string, StandingForecast>();
  for (const event of events) apply(event, standing);
  return [...standing.values()];
}

function apply(event: ForecastEvent, standing: Map<string, StandingForecast>): void {
  if (event.event === "added") {
    const { id } = event.forecast;
    if (standing.has(id)) throw invalid(`there is a forecast "${id}" already. Give the new one another id.`);
    standing.set(id, { ...event.forecast, resolution: null });
    return;
  }
  const found = standing.get(event.id);
  if (!found)
    throw invalid(`there is no forecast "${event.id}". Registered: ${[...standing.keys()].join(", ") || "none"}.`);
  if (found.resolution) throw invalid(`"${event.id}" is settled since ${found.resolution.on}; nothing can be changed.`);
  if (event.event === "resolved") standing.set(event.id, { ...found, resolution: event.resolution });
  else standing.set(event.id, codedBy(found, event));
}

/** A probability that the forecaster stated is never coded over. */
function codedBy(found: StandingForecast, event: Extract<ForecastEvent, { event: "coded" }>): StandingForecast {
  if (found.probability !== null && found.codedBy === null)
    throw invalid(`"${found.id}" has a probability that ${found.by} stated; it cannot be coded.`);
  return { ...found, probability: event.probability, codedBy: event.codedBy };
}

/** The event as the registry's next line. Throws ReadoutError as standingForecasts where it is not allowed. */
export function registryLine(event: ForecastEvent, before: readonly ForecastEvent[]): string {
  standingForecasts([...before, event]);
  return `${JSON.stringify(event)}\n`;
}

/** A forecast as a file gives it. Throws ReadoutError `forecast-invalid` with the field. */
export function checkForecast(value: unknown, file: string): Forecast {
  const parsed = Forecast.safeParse(value);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new ReadoutError(
      "forecast-invalid",
      `${file}: ${path.join(".") || "the forecast"}: ${message}. Correct the file.`,
    );
  }
  const { madeOn, resolvesOn, probability, codedBy: coder } = parsed.data;
  if (resolvesOn < madeOn)
    throw new ReadoutError("forecast-invalid", `${file}: resolvesOn: ${resolvesOn} is before it was made, ${madeOn}.`);
  if (coder !== null && probability === null)
    throw new ReadoutError("forecast-invalid", `${file}: codedBy: ${coder} is named, but no probability is given.`);
  return parsed.data;
}

function invalid(message: string): ReadoutError {
  return new ReadoutError("registry-invalid", message);
}
