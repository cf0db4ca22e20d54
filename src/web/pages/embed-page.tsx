/** One line of a dossier, or one of its charts -> a small page for the frame of another site; and the page to choose one on. */
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { hasGround } from "../../publish/place-map.js";
import { CountsChart, drawnTimelines } from "../parts/holding.js";
import { Line } from "../parts/line.js";
import { type PageContext, renderPage } from "../parts/page.js";
import { PointsPicture } from "../parts/points-picture.js";
import { shown } from "../parts/shown.js";
import type { Reader } from "../reader.js";
import type { SiteDossier } from "../site.js";
import { Curve, drawnClass } from "./lasting.js";
import { PlaceFigure } from "./place-figure.js";

/** Charts by their name in the address. */
const CHARTS = ["points", "holding", "map", "lasting"] as const;
type ChartName = (typeof CHARTS)[number];
const TITLES: Record<ChartName, string> = {
  points: "embed-points",
  holding: "nav-holding",
  map: "nav-map",
  lasting: "section-lasting",
};

/** `what` is a line's number or a chart's name; null where there is no such thing. Links lead out of the frame. */
export function embedPage({ reader, assets }: PageContext, dossier: SiteDossier, what: string): string | null {
  const { explainer } = dossier;
  const line = explainer.lines.find(({ number }) => String(number) === what);
  const name = CHARTS.find((each) => each === what);
  const chart = name && chartOf(name, dossier, reader);
  if (!line && !chart) return null;
  return `<!doctype html>\n${renderToString(
    <html lang={reader.language} dir={reader.dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{shown(line?.subject ?? explainer.headline)}</title>
        <base target="_blank" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {assets.styles.map((href) => (
          <link rel="stylesheet" href={href} key={href} />
        ))}
      </head>
      <body class="embed">
        <main>
          <h1 lang="en" dir="auto">
            {shown(explainer.headline)}
          </h1>
          {line ? <Line line={line} explainer={explainer} reader={reader} heading="h2" linked={false} /> : chart}
          <p class="credit">
            <a href={reader.link(`/dossiers/${explainer.dossier}/`)}>{reader.t("embed-more")}</a>
          </p>
        </main>
      </body>
    </html>,
  )}\n`;
}

/** What each chart is drawn from, of those that the dossier has: the first of its kind. */
function drawnIn({ holdings, weighings, ground }: SiteDossier) {
  return {
    report: holdings.map(({ report }) => report).find((each) => each && drawnTimelines(each).length > 0),
    mapped: holdings.find((holding) => hasGround(holding, ground)),
    weighing: weighings.find((weighing) => drawnClass(weighing) !== undefined),
  };
}

function chartsOf(dossier: SiteDossier): ChartName[] {
  const { report, mapped, weighing } = drawnIn(dossier);
  const has: Record<ChartName, unknown> = { points: true, holding: report, map: mapped, lasting: weighing };
  return CHARTS.filter((name) => has[name]);
}

/** Null where the dossier has nothing to draw. */
function chartOf(name: ChartName, dossier: SiteDossier, reader: Reader): ComponentChildren | null {
  const { report, mapped, weighing } = drawnIn(dossier);
  if (name === "points") return <PointsPicture explainer={dossier.explainer} reader={reader} />;
  if (name === "map") return mapped ? <PlaceFigure holding={mapped} {...dossier} reader={reader} /> : null;
  if (name === "holding")
    return report ? <CountsChart timeline={drawnTimelines(report)[0]!} report={report} reader={reader} /> : null;
  return weighing ? <Curve drawn={drawnClass(weighing)!} weighing={weighing} reader={reader} /> : null;
}

/** What of a dossier can stand in a frame: names of charts and numbers of lines. */
export function embeddable(dossier: SiteDossier): string[] {
  return [...chartsOf(dossier), ...dossier.explainer.lines.map(({ number }) => String(number))];
}

/** Anchors: `e7` the frame of line 7, `e-map` that of the map. */
export function embedsPage(context: PageContext, dossier: SiteDossier): string {
  const { reader } = context;
  const { t } = reader;
  return renderPage(
    context,
    {
      title: `${t("embed-title")}: ${dossier.explainer.headline}`,
      description: t("embed-page-lead"),
      path: `/dossiers/${dossier.id}/embed/`,
      dossier: { id: dossier.id, page: "embed" },
      unlisted: true,
    },
    <>
      <h1>{t("embed-title")}</h1>
      <p class="standfirst">{t("embed-page-lead")}</p>
      <h2 class="part-title">{t("embed-charts")}</h2>
      {chartsOf(dossier).map((name) => (
        <Frame id={`e-${name}`} title={t(TITLES[name])} what={name} {...{ context, dossier }} key={name} />
      ))}
      <h2 class="part-title">{t("sbs-points")}</h2>
      {dossier.explainer.lines.map(({ number, subject }) => (
        <Frame
          id={`e${number}`}
          title={`${number} ${shown(subject)}`}
          what={String(number)}
          {...{ context, dossier }}
          key={number}
        />
      ))}
    </>,
  );
}

interface FrameProps {
  id: string;
  title: string;
  what: string;
  context: PageContext;
  dossier: SiteDossier;
}

function Frame({ id, title, what, context: { origin, reader }, dossier }: FrameProps) {
  const address = reader.link(`/dossiers/${dossier.id}/embed/${what}/`);
  const code = `<iframe src="${origin}${address}" sandbox="allow-popups" width="100%" height="420" loading="lazy" title="Readout"></iframe>`;
  return (
    <section class="frame" id={id}>
      <h3>
        <a href={address}>{title}</a>
      </h3>
      <pre>
        <code dir="ltr">{code}</code>
      </pre>
    </section>
  );
}
