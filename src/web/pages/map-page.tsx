/** A dossier's holdings -> the page of maps: the drawing, its counts by region, and what is said of disputed borders. */
import type { Holding } from "../../model/holding.js";
import type { Region } from "../../model/region.js";
import { type RegionCount, sumOf } from "../../publish/place-map.js";
import { type PageContext, renderPage } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import { TableScroll } from "../parts/table-scroll.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";
import { claimWords, drawnPlaces, PlaceFigure } from "./place-figure.js";

export function mapPage(context: PageContext, dossier: SiteDossier): string {
  const { reader } = context;
  const { t } = reader;
  const maps = dossier.holdings.map((holding) => ({
    holding,
    map: drawnPlaces({ holding, ground: dossier.ground, names: dossier.names, reader }),
  }));
  const disputed = [...new Set(maps.flatMap(({ map }) => map.disputed))];
  return renderPage(
    context,
    {
      title: `${t("nav-map")}: ${dossier.explainer.headline}`,
      description: t("map-lead"),
      path: `/dossiers/${dossier.id}/map/`,
      dossier: { id: dossier.id, page: "map" },
      isFramed: true,
      layout: "column ledger",
      islands: ["map"],
    },
    <>
      <h1>{t("nav-map")}</h1>
      <p class="standfirst">{t("map-lead")}</p>
      {maps.length === 0 && <p class="empty">{t("holding-no-agreement")}</p>}
      {maps.map(({ holding, map: { regions } }) => (
        <article class="holding" id={holding.agreement} key={holding.agreement}>
          <h2 lang="en" dir="auto">
            {shown(holding.title)}
          </h2>
          <Explorer
            holding={holding}
            dossier={dossier}
            reader={reader}
            script={context.assets.island("map-explorer")}
          />
          {holding.report && (
            <p class="facts">
              <a href={reader.link(`/dossiers/${dossier.id}/holding/#${holding.agreement}`)}>{t("holding-more")}</a>
            </p>
          )}
          {regions.length > 0 && <RegionTable holding={holding} regions={regions} reader={reader} />}
        </article>
      ))}
      <Borders disputed={disputed} dossier={dossier} reader={reader} />
    </>,
  );
}

interface ExplorerProps {
  holding: Holding;
  dossier: SiteDossier;
  reader: Reader;
  /** Address of what is fetched when the reader asks for it. */
  script: string;
}

/** The drawing as it stands; a script makes it one to move in when it is asked to. */
function Explorer({ holding, dossier, reader, script }: ExplorerProps) {
  const { t } = reader;
  const words = {
    "data-in": t("map-zoom-in"),
    "data-out": t("map-zoom-out"),
    "data-whole": t("map-whole"),
    "data-until": t("map-until"),
    "data-shown": t("map-shown", { count: "#" }),
    "data-hint": t("map-hint"),
  };
  return (
    <div class="explorer" data-explorer={script} {...words}>
      <button type="button" class="explore" data-explore hidden>
        {t("map-explore")}
      </button>
      <PlaceFigure holding={holding} ground={dossier.ground} names={dossier.names} reader={reader} />
    </div>
  );
}

interface RegionTableProps {
  holding: Holding;
  regions: readonly RegionCount[];
  reader: Reader;
}

function RegionTable({ holding, regions, reader }: RegionTableProps) {
  const { t, number } = reader;
  const told = holding.report
    ? regions.filter((each) => sumOf(each) > 0)
    : regions.filter(({ readings }) => readings > 0);
  if (told.length === 0) return null;
  return (
    <details class="by-region" open={holding.report !== null}>
      <summary>{t("by-region")}</summary>
      <TableScroll label={t("by-region")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("region")}</th>
              {holding.report && <th scope="col">{t("found-all")}</th>}
              {holding.report && <th scope="col">{t("found-some")}</th>}
              {holding.report && <th scope="col">{t("found-uncertain")}</th>}
              {holding.report && <th scope="col">{t("found-not-covered")}</th>}
              {!holding.report && <th scope="col">{t("in-terms")}</th>}
            </tr>
          </thead>
          <tbody>
            {told.map(({ region, counts, readings }) => (
              <tr key={region?.id ?? "?"}>
                <th scope="row" lang="en">
                  {region ? shown(region.name) : t("region-unknown")}
                </th>
                {holding.report ? (
                  <>
                    <td>{number(counts.all)}</td>
                    <td>{number(counts.some)}</td>
                    <td>{number(counts.uncertain)}</td>
                    <td>{number(counts.none)}</td>
                  </>
                ) : (
                  <td>{readings === holding.readings.length ? t("all-readings") : number(readings)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}

interface BordersProps {
  disputed: readonly Region[];
  dossier: SiteDossier;
  reader: Reader;
}

function Borders({ disputed, dossier: { names }, reader }: BordersProps) {
  const { t } = reader;
  return (
    <section class="part" id="borders">
      <h2>{t("borders-title")}</h2>
      <p>{t("borders-policy")}</p>
      {disputed.length === 0 && <p class="facts">{t("borders-none")}</p>}
      <dl class="unsaid">
        {disputed.map(({ id, name, disputed: claim }) => (
          <div key={id}>
            <dt lang="en" dir="ltr">
              {shown(name)}
            </dt>
            <dd>
              {claimWords(claim!, names, reader)}{" "}
              <span lang="en" dir="auto">
                {shown(claim!.note)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
