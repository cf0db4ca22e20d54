/** A dossier's holdings -> "Is it holding?" in full: readings, charts, what changed, what bends the figures, every incident, the feeds. */
import type { Holding } from "../../model/holding.js";
import type { WatchReport } from "../../model/watch-report.js";
import { biasWords } from "../../publish/watch-words.js";
import { CountsChart, drawnTimelines, HoldingSummary } from "../parts/holding.js";
import { type PageContext, renderPage } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";
import { Changes } from "./holding-changes.js";
import { Findings } from "./holding-findings.js";
import { PlaceFigure } from "./place-figure.js";

export function holdingPage(context: PageContext, dossier: SiteDossier): string {
  const { reader } = context;
  const { t } = reader;
  return renderPage(
    context,
    {
      title: `${t("nav-holding")} ${dossier.explainer.headline}`,
      description: t("holding-lead"),
      path: `/dossiers/${dossier.id}/holding/`,
      dossier: { id: dossier.id, page: "holding" },
      isFramed: true,
      layout: "column ledger",
    },
    <>
      <h1>{t("nav-holding")}</h1>
      <p class="standfirst">{t("holding-lead")}</p>
      {dossier.holdings.length === 0 && <p class="empty">{t("holding-no-agreement")}</p>}
      {dossier.holdings.map((holding) => (
        <HoldingBody holding={holding} dossier={dossier} reader={reader} key={holding.agreement} />
      ))}
    </>,
  );
}

interface BodyProps {
  holding: Holding;
  dossier: SiteDossier;
  reader: Reader;
}

function HoldingBody({ holding, dossier, reader }: BodyProps) {
  const { names, ground } = dossier;
  const { t, link } = reader;
  const { report, agreement } = holding;
  return (
    <article class="holding" id={agreement}>
      <h2 lang="en" dir="auto">
        {shown(holding.title)}
      </h2>
      <HoldingSummary holding={holding} names={names} reader={reader} />
      {report && (
        <>
          <h3>{t("did-it-change")}</h3>
          {drawnTimelines(report).map((timeline) => (
            <CountsChart
              timeline={timeline}
              report={report}
              reader={reader}
              key={`${timeline.feed} ${timeline.measure}`}
            />
          ))}
          <Changes report={report} names={names} reader={reader} />
          <h3>{t("nav-map")}</h3>
          <PlaceFigure holding={holding} ground={ground} names={names} reader={reader} />
          <p class="facts">
            <a href={link(`/dossiers/${dossier.id}/map/`)}>{t("map-explore")}</a>
          </p>
          <Bends report={report} dossier={dossier} reader={reader} />
          <Findings report={report} names={names} ground={ground} reader={reader} />
          <FeedsUsed report={report} reader={reader} />
        </>
      )}
      {!report && <FeedsPossible holding={holding} reader={reader} />}
    </article>
  );
}

function Bends({ report, dossier: { ground }, reader }: { report: WatchReport; dossier: SiteDossier; reader: Reader }) {
  const { t, date } = reader;
  const titleOf = (id: string) => shown(report.feeds.find((feed) => feed.id === id)?.title ?? id);
  const regionOf = (id: string | null) => ground.regions.find((region) => region.id === id)?.name ?? id;
  const breaks = report.breaks.map(({ feed, region, from, to, what }) => ({
    when: to ? t("window-days", { first: date(from), last: date(to) }) : date(from),
    what: [titleOf(feed), regionOf(region), shown(what)].filter((part) => part !== null).join(": "),
  }));
  const bias = report.reportingBias.map((one) => ({
    when: "",
    what: shown(biasWords({ ...one, feed: titleOf(one.feed) }, report)),
  }));
  if (breaks.length + bias.length === 0) return null;
  return (
    <>
      <h3>{t("what-bends")}</h3>
      <ul class="limits">
        {[...bias, ...breaks].map(({ when, what }) => (
          <li key={`${when}${what}`}>
            {when && `${when} · `}
            <span lang="en" dir="auto">
              {what}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function FeedsUsed({ report: { feeds }, reader }: { report: WatchReport; reader: Reader }) {
  const { t, date } = reader;
  return (
    <>
      <h3>{t("feeds-used")}</h3>
      <dl class="unsaid">
        {feeds.map(({ id, title, licence, rows, from, until }) => (
          <div key={id}>
            <dt lang="en" dir="auto">
              {shown(title)}
            </dt>
            <dd>
              {from && until
                ? t("feed-facts", { rows, from: date(from), until: date(until), licence: shown(licence) })
                : t("feed-empty", { licence: shown(licence) })}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function FeedsPossible({ holding: { feeds }, reader }: { holding: Holding; reader: Reader }) {
  const { t } = reader;
  return (
    <>
      <h3>{t("feeds-possible")}</h3>
      <p class="lead">{t("feeds-possible-lead")}</p>
      <dl class="unsaid">
        {feeds.map(({ id, title, url, blind }) => (
          <div key={id}>
            <dt lang="en" dir="auto">
              {url ? (
                <a href={url} rel="noopener noreferrer external" class="out">
                  {shown(title)}
                </a>
              ) : (
                shown(title)
              )}
            </dt>
            <dd>
              {blind.length === 0 ? (
                t("feed-sees")
              ) : (
                <span lang="en" dir="auto">
                  {blind.map(shown).join(" ")}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
