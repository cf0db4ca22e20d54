/** Registered forecasts -> who said what with which probability, what came and the score; and every forecaster's record and calibration. */
import type { ForecasterRecord, ScoredForecast } from "../../model/forecast.js";
import { calibrationChart } from "../../publish/charts/calibration-chart.js";
import { Chart } from "../parts/chart.js";
import { shown } from "../parts/shown.js";
import { TableScroll } from "../parts/table-scroll.js";
import type { Reader } from "../reader.js";

export function ForecastTable({ forecasts, reader }: { forecasts: readonly ScoredForecast[]; reader: Reader }) {
  const { t } = reader;
  if (forecasts.length === 0) return <p class="empty">{t("empty-forecasts")}</p>;
  return (
    <>
      <TableScroll label={t("foretold")}>
        <table class="forecast-table stacked">
          <thead>
            <tr>
              <th scope="col">{t("forecast-by")}</th>
              <th scope="col">{t("forecast-said")}</th>
              <th scope="col">{t("forecast-came")}</th>
              <th scope="col">{t("forecast-score")}</th>
            </tr>
          </thead>
          <tbody>
            {forecasts.map((forecast) => (
              <ForecastRow forecast={forecast} reader={reader} key={forecast.id} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {forecasts.some(({ brier }) => brier !== null) && <p class="facts">{t("forecast-scores-note")}</p>}
    </>
  );
}

function ForecastRow({ forecast, reader }: { forecast: ScoredForecast; reader: Reader }) {
  const { t, date, number } = reader;
  const { by, statement, source, settledBy, madeOn, resolvesOn, probability, codedBy, resolution, brier } = forecast;
  return (
    <tr id={`forecast-${forecast.id}`}>
      <th scope="row" lang="en" dir="auto">
        {shown(by)}
        <q class="statement">{shown(statement)}</q>
        <span class="facts">
          {shown(source)}, <time dateTime={madeOn}>{date(madeOn)}</time>.{" "}
          {t("forecast-settled-by", { question: shown(settledBy) })}
        </span>
      </th>
      <td data-label={t("forecast-said")}>
        {probability === null ? t("forecast-words-only") : <b>{shareWords(probability, reader)}</b>}
        {codedBy && <span class="facts">{t("forecast-coded", { coder: shown(codedBy) })}</span>}
      </td>
      <td data-label={t("forecast-came")}>
        {resolution === null ? t("forecast-open", { date: date(resolvesOn) }) : t(`forecast-${resolution}`)}
      </td>
      <td data-label={t("forecast-score")}>
        {brier === null ? "–" : number(brier, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
      </td>
    </tr>
  );
}

function shareWords(share: number, { number }: Reader): string {
  return number(share, { style: "percent", maximumFractionDigits: share < 0.01 || share > 0.99 ? 1 : 0 });
}

/** Nothing where nobody has forecast anything. */
export function Forecasters({ forecasters, reader }: { forecasters: readonly ForecasterRecord[]; reader: Reader }) {
  const { t, number } = reader;
  if (forecasters.length === 0) return null;
  const score = (value: number | null, digits: number) =>
    value === null ? "–" : number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (
    <section class="group">
      <h3 class="group-title">{t("forecasters-title")}</h3>
      <TableScroll label={t("forecasters-title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("forecaster")}</th>
              <th scope="col">{t("forecaster-count")}</th>
              <th scope="col">{t("forecaster-scored")}</th>
              <th scope="col">{t("forecast-score")}</th>
              <th scope="col">{t("log-score")}</th>
              <th scope="col">{t("peer-score")}</th>
            </tr>
          </thead>
          <tbody>
            {forecasters.map(({ by, forecasts, scored, brier, logScore, peerScore }) => (
              <tr key={by}>
                <th scope="row" lang="en" dir="auto">
                  {shown(by)}
                </th>
                <td>{number(forecasts)}</td>
                <td>{number(scored)}</td>
                <td>{score(brier, 3)}</td>
                <td>{score(logScore, 2)}</td>
                <td>{score(peerScore, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Calibration forecasters={forecasters} reader={reader} />
    </section>
  );
}

function Calibration({ forecasters, reader }: { forecasters: readonly ForecasterRecord[]; reader: Reader }) {
  const { t, number } = reader;
  const bins = forecasters.flatMap(({ by, calibration }) => calibration.map((bin) => ({ by, ...bin })));
  if (bins.length === 0) return null;
  const words = { said: t("calibration-said"), came: t("calibration-came"), title: t("calibration-lead") };
  return (
    <>
      <h3 class="group-title">{t("calibration")}</h3>
      <p class="lead">{t("calibration-lead")}</p>
      <figure class="chart calibration">
        <Chart draw={(width) => calibrationChart(bins, { words, width: Math.min(width, 420) })} />
      </figure>
      <TableScroll label={t("calibration")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("forecaster")}</th>
              <th scope="col">{t("calibration-said")}</th>
              <th scope="col">{t("calibration-came")}</th>
              <th scope="col">{t("interval-95")}</th>
              <th scope="col">n</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ by, from, predicted, observed, low, high, n }) => (
              <tr key={`${by} ${from}`}>
                <th scope="row" lang="en" dir="auto">
                  {shown(by)}
                </th>
                <td>{shareWords(predicted, reader)}</td>
                <td>{shareWords(observed, reader)}</td>
                <td>{t("chance-bounds", { least: shareWords(low, reader), most: shareWords(high, reader) })}</td>
                <td>{number(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
