/** Forecasts, forecasters' records and proposals -> lines of a terminal. */
import type { ForecasterRecord, ProposedForecast, ScoredForecast } from "../model/forecast.js";
import { safeLine } from "../text/terminal-text.js";
import { wrapIndented } from "./columns.js";
import { percent, range } from "./weighing-words.js";

/** Two lines and more a forecast: who and what, then the number, by when, what came of it. */
export function forecastLines(forecasts: readonly ScoredForecast[], columns: number): string[] {
  if (forecasts.length === 0) return ["No forecast is registered."];
  return forecasts.flatMap((forecast) => [
    ...wrapIndented(
      safeLine(`${forecast.id}: ${forecast.by}: “${forecast.statement}” (${forecast.source}, ${forecast.madeOn})`),
      columns,
      2,
      "",
    ),
    ...wrapIndented(
      safeLine(`${forecast.settledBy} By ${forecast.resolvesOn}. ${forecastInWords(forecast)}`),
      columns,
      4,
      "",
    ),
  ]);
}

/** "30%, coded by A. Coder. It came true: Brier 0.490, log score -1.20." */
export function forecastInWords({
  probability,
  codedBy,
  hedge,
  resolution,
  brier,
  logScore,
  baselineScore,
  peerScore,
}: ScoredForecast): string {
  const number =
    probability === null
      ? `No number${hedge ? `: “${hedge}” is none until a coder says so` : ""}.`
      : `${percent(probability)}${codedBy ? `, coded by ${codedBy}` : ", as stated"}.`;
  const came = { yes: "It came true", no: "It did not come true", void: "It was void" };
  if (resolution === null) return `${number} Open.`;
  if (brier === null) return `${number} ${came[resolution]}; not scored.`;
  const peers = peerScore === null ? "no peers" : `peer score ${peerScore.toFixed(0)}`;
  return `${number} ${came[resolution]}: Brier ${brier.toFixed(3)}, log score ${logScore!.toFixed(2)}, baseline score ${baselineScore!.toFixed(0)}, ${peers}.`;
}

/** One block a forecaster, with calibration where anything is settled. */
export function recordLines(records: readonly ForecasterRecord[], columns: number): string[] {
  return records.flatMap(
    ({ by, forecasts, scored, withoutNumber, brier, logScore, baselineScore, peerScore, calibration }) => {
      const words = withoutNumber > 0 ? `, ${withoutNumber} in words without a number` : "";
      const scores =
        brier === null
          ? "nothing settled that can be scored"
          : `Brier ${brier.toFixed(3)}, log score ${logScore!.toFixed(2)}, baseline score ${baselineScore!.toFixed(0)}, peer score ${peerScore === null ? "none" : peerScore.toFixed(0)}`;
      return [
        ...wrapIndented(
          safeLine(
            `${by}: ${forecasts} ${forecasts === 1 ? "forecast" : "forecasts"}, ${scored} scored${words}. ${scores}.`,
          ),
          columns,
          2,
          "",
        ),
        ...calibration.map(
          ({ predicted, observed, low, high, n }) =>
            `    said ${percent(predicted)}, came true ${percent(observed)} of ${n} (95% interval ${range(low, high)})`,
        ),
      ];
    },
  );
}

/** What an editor may register. */
export function proposalLines(proposals: readonly ProposedForecast[], columns: number): string[] {
  if (proposals.length === 0) return ["Nobody outside of the parties predicts anything here that Readout can find."];
  return proposals.flatMap(({ by, statement, hedge, because, issues }) => [
    ...wrapIndented(safeLine(`${by === "?" ? "somebody it does not name" : by}: “${statement}”`), columns, 2, "- "),
    ...wrapIndented(
      safeLine(`${because}${hedge ? `; the hedge “${hedge}” is kept as words` : ""}; on ${issues.join(", ")}`),
      columns,
      4,
      "",
    ),
  ]);
}
