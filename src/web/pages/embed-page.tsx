/** One line of a dossier, or the picture of all -> a small page for the frame of another site. */
import { renderToString } from "preact-render-to-string";
import { Line } from "../parts/line.js";
import type { PageContext } from "../parts/page.js";
import { PointsPicture } from "../parts/points-picture.js";
import { shown } from "../parts/shown.js";
import type { SiteDossier } from "../site.js";

/** `what` is a line's number or "points"; null where there is no such thing. Links lead out of the frame. */
export function embedPage({ reader, assets }: PageContext, { explainer }: SiteDossier, what: string): string | null {
  const line = explainer.lines.find(({ number }) => String(number) === what);
  if (!line && what !== "points") return null;
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
          {line ? (
            <Line line={line} explainer={explainer} reader={reader} heading="h2" />
          ) : (
            <PointsPicture explainer={explainer} reader={reader} />
          )}
          <p class="credit">
            <a href={reader.link(`/dossiers/${explainer.dossier}/`)}>{reader.t("embed-more")}</a>
          </p>
        </main>
      </body>
    </html>,
  )}\n`;
}
