/** Every edition of a page that was public -> the list of revisions, and what each changed, word by word. */
import { EditionDiff } from "../parts/edition-diff.js";
import { type PageContext, renderPage } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import type { SiteDossier } from "../site.js";

export function revisionsPage(context: PageContext, dossier: SiteDossier): string {
  const { reader } = context;
  const { t, link, instant } = reader;
  return renderPage(
    context,
    {
      title: `${t("revisions")}: ${dossier.explainer.headline}`,
      description: t("revisions-lead"),
      path: `/dossiers/${dossier.id}/revisions/`,
      dossier: { id: dossier.id, page: "revisions" },
    },
    <>
      <h1>{t("revisions")}</h1>
      <p class="standfirst">{t("revisions-lead")}</p>
      {dossier.revisions.length === 0 && <p class="empty">{t("empty-revisions")}</p>}
      <ol class="revisions">
        {dossier.revisions.map(({ number, at, author, edition }) => (
          <li key={number}>
            <a href={link(`/dossiers/${dossier.id}/revisions/${number}/`)}>{t("revision-number", { number })}</a>{" "}
            <span class="facts">
              <time dateTime={at}>{instant(at, edition.zone)}</time> · {shown(author)}
              {edition.takenBack && ` · ${t("taken-back")}`}
            </span>
          </li>
        ))}
      </ol>
    </>,
  );
}

/** Null where there is no such revision. */
export function revisionPage(context: PageContext, dossier: SiteDossier, number: number): string | null {
  const { reader } = context;
  const { t, instant } = reader;
  const revision = dossier.revisions.find((each) => each.number === number);
  if (!revision) return null;
  const before = dossier.revisions.find((each) => each.number === number - 1);
  return renderPage(
    context,
    {
      title: `${t("revision-number", { number })}: ${dossier.explainer.headline}`,
      description: t("revisions-lead"),
      path: `/dossiers/${dossier.id}/revisions/${number}/`,
      dossier: { id: dossier.id, page: "revisions" },
    },
    <>
      <h1>{t("revision-number", { number })}</h1>
      <p class="facts">
        <time dateTime={revision.at}>{instant(revision.at, revision.edition.zone)}</time> · {shown(revision.author)}
      </p>
      {before === undefined && <p class="lead">{t("first-revision")}</p>}
      <EditionDiff before={before?.edition} after={revision.edition} reader={reader} heading="h2" />
    </>,
  );
}
