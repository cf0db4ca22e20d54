/** A dossier's weighings -> what history says of its agreements, how firm they are, whether models predict, who foretold what. */
import type { BacktestResult, Weighing } from "../../model/weighing.js";
import { type PageContext, renderPage } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";
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
    },
    <>
      <h1>{t("nav-forecasts")}</h1>
      <p class="standfirst">{t("forecasts-lead")}</p>
      {dossier.weighings.length === 0 && <p class="empty">{t("empty-lasting")}</p>}
      {dossier.weighings.map((weighing) => (
        <WeighingBody weighing={weighing} dossier={dossier.id} reader={reader} key={weighing.agreement} />
      ))}
    </>,
  );
}

function WeighingBody({ weighing, dossier, reader }: { weighing: Weighing; dossier: string; reader: Reader }) {
  const { t } = reader;
  return (
    <>
      <section class="part" id="history">
        <h2>{t("section-lasting")}</h2>
        <Lasting weighing={weighing} dossier={dossier} reader={reader} />
      </section>
      <section class="part" id="terms">
        <h2>{t("how-firm")}</h2>
        <p class="lead">{t("how-firm-lead")}</p>
        <Checklist weighing={weighing} reader={reader} />
      </section>
      <section class="part" id="models">
        <h2>{t("does-it-predict")}</h2>
        {weighing.backtests.length === 0 && <p class="empty">{t("empty-backtests")}</p>}
        {weighing.backtests.map((result) => (
          <BacktestTable result={result} reader={reader} key={`${result.history}${result.model}`} />
        ))}
      </section>
      <section class="part" id="others">
        <h2>{t("foretold")}</h2>
        {weighing.forecasts.length === 0 && <p class="empty">{t("empty-forecasts")}</p>}
        <ul class="forecasts">
          {weighing.forecasts.map(({ by, statement }) => (
            <li lang="en" dir="auto" key={`${by}${statement}`}>
              <b>{shown(by)}</b> {shown(statement)}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function BacktestTable({ result, reader }: { result: BacktestResult; reader: Reader }) {
  const { t, number } = reader;
  const score = (value: number) => number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return (
    <div class="table-scroll">
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
    </div>
  );
}
