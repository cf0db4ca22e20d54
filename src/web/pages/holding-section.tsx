/** A dossier's holdings -> "Is it holding?" on the explainer: verdict, range, readings, the first chart, the map, and where more stands. */
import type { Holding } from "../../model/holding.js";
import { CountsChart, drawnTimelines, HoldingSummary } from "../parts/holding.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";
import { PlaceFigure } from "./place-figure.js";

interface SectionProps {
  dossier: SiteDossier;
  reader: Reader;
}

export function HoldingSection({ dossier, reader }: SectionProps) {
  const { holdings, id } = dossier;
  const { t, link } = reader;
  if (holdings.length === 0) return <p class="empty">{t("holding-no-agreement")}</p>;
  return (
    <>
      {holdings.map((holding) => (
        <OneHolding holding={holding} dossier={dossier} reader={reader} key={holding.agreement} />
      ))}
      <p class="facts">
        <a href={link(`/dossiers/${id}/holding/`)}>
          {t(holdings.some(({ report }) => report) ? "holding-more" : "holding-more-none")}
        </a>
      </p>
    </>
  );
}

/** A map says something here only where incidents have places. */
function OneHolding({ holding, dossier: { names, ground }, reader }: SectionProps & { holding: Holding }) {
  const { report } = holding;
  const timeline = report && drawnTimelines(report)[0];
  const hasPlaces = report?.findings.some(({ latitude }) => latitude !== null) ?? false;
  return (
    <section class="group">
      <h3 class="group-title" lang="en" dir="auto">
        {shown(holding.title)}
      </h3>
      <HoldingSummary holding={holding} names={names} reader={reader} />
      {timeline && <CountsChart timeline={timeline} report={report} reader={reader} />}
      {hasPlaces && <PlaceFigure holding={holding} ground={ground} names={names} reader={reader} />}
    </section>
  );
}
