/** A dossier's weighings -> what history says of its agreements, how firm they are, whether models predict, who foretold what. */
import type { BacktestResult, Weighing } from "../../model/weighing.js";
import { type PageContext, renderPage } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import { TableScroll } from "../parts/table-scroll.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";
import { Forecasters, ForecastTable } from "./forecast-tables.js";
import { Checklist, Lasting } from "./lasting.js";

export function forecastsPage(context: PageContext, dossier: SiteDossier): string {
  const { reader } = context;
  const { t } = reader;
  return renderPage(
    context,
    {
      title: `${t("nav-forecasts")}: ${dossier.explainer.headline}`,
      description: t("forecasts-lead"),
      path: `/dossiers/${dossier.id}/forecasts/`,
      dossier: { id: dossier.id, page: "forecasts" },
      isFramed: true,
    },
    <>
      <h1>{t("nav-forecasts")}</h1>
      <p class="standfirst">{t("forecasts-lead")}</p>
      {dossier.weighings.length === 0 && <p class="empty">{t("empty-lasting")}</p>}
      {dossier.weighings.map((weighing) => (
        <WeighingBody weighing={weighing} reader={reader} key={weighing.agreement} />
      ))}
      <section class="part" id="others">
        <h2>{t("foretold")}</h2>
        <ForecastTable forecasts={dossier.foretold.forecasts} reader={reader} />
        <Forecasters forecasters={dossier.foretold.forecasters} reader={reader} />
      </section>
    </>,
  );
}

function WeighingBody({ weighing, reader }: { weighing: Weighing; reader: Reader }) {
  const { t } = reader;
  return (
    <>
      <section class="part" id={`history-${weighing.agreement}`}>
        <h2>{t("section-lasting")}</h2>
        <Lasting weighing={weighing} reader={reader} />
      </section>
      <section class="part" id={`terms-${weighing.agreement}`}>
        <h2>{t("how-firm")}</h2>
        <p class="lead">{t("how-firm-lead")}</p>
        <Checklist weighing={weighing} reader={reader} />
      </section>
      <section class="part" id={`models-${weighing.agreement}`}>
        <h2>{t("does-it-predict")}</h2>
        {weighing.backtests.length === 0 && <p class="empty">{t("empty-backtests")}</p>}
        {weighing.backtests.map((result) => (
          <BacktestTable result={result} reader={reader} key={`${result.history}${result.model}`} />
        ))}
      </section>
    </>
  );
}

function BacktestTable({ result, reader }: { result: BacktestResult; reader: Reader }) {
  const { t, number } = reader;
  const score = (value: number) => number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return (
    <TableScroll label={t("does-it-predict")}>
      <table>
        <caption lang="en">
          {shown(result.title)}: {result.from}–{result.to}, n = {result.scored}.{" "}
          {t(result.beatsBaseRate ? "beats-base-rate" : "no-better")}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("horizon")}</th>
            <th scope="col">{t("brier-model")}</th>
            <th scope="col">{t("brier-base")}</th>
          </tr>
        </thead>
        <tbody>
          {result.byHorizon.map(({ days, brier, baseBrier }) => (
            <tr key={days}>
              <th scope="row">{t("within-days", { days })}</th>
              <td>{score(brier)}</td>
              <td>{score(baseBrier)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
