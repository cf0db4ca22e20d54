/** The published dossiers -> the front page. */
import { type PageContext, renderPage } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import type { SiteEntry } from "../site.js";

export function homePage(context: PageContext, entries: readonly SiteEntry[]): string {
  const { reader } = context;
  const { t, link } = reader;
  return renderPage(
    context,
    { title: t("motto"), description: t("home-lead"), path: "/", layout: "home" },
    <>
      <h1 class="home-title">{t("home-title")}</h1>
      <p class="standfirst">{t("home-lead")}</p>
      {entries.length === 0 && (
        <div class="empty">
          <p>{t("empty-home")}</p>
          <pre>
            <code dir="ltr">readout dossier new</code>
          </pre>
        </div>
      )}
      <ol class="dossier-list">
        {entries.map(({ id, headline, standfirst, updatedAt }) => (
          <li key={id}>
            <h2>
              <a href={link(`/dossiers/${id}/`)} lang="en" dir="auto">
                {shown(headline)}
              </a>
            </h2>
            <p lang="en" dir="auto">
              {shown(standfirst)}
            </p>
            {updatedAt && (
              <p class="facts">
                {t("updated-at")} <time dateTime={updatedAt}>{reader.instant(updatedAt, "UTC")}</time>
              </p>
            )}
          </li>
        ))}
      </ol>
    </>,
  );
}
