/** A dossier's moments -> what happened and when: texts, statuses, the days on which readings begin and end, revisions. */
import { type PageContext, renderPage } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import type { Moment, SiteDossier } from "../site.js";

export function timelinePage(context: PageContext, dossier: SiteDossier): string {
  const { reader } = context;
  const { t, link, date } = reader;
  const days = [...new Set(dossier.moments.map(({ on }) => on.slice(0, 10)))];
  return renderPage(
    context,
    {
      title: `${t("nav-timeline")}: ${dossier.explainer.headline}`,
      description: t("timeline-lead"),
      path: `/dossiers/${dossier.id}/timeline/`,
      dossier: { id: dossier.id, page: "timeline" },
    },
    <>
      <h1>{t("nav-timeline")}</h1>
      <p class="standfirst">{t("timeline-lead")}</p>
      <ol class="timeline">
        {days.map((day) => (
          <li key={day}>
            <h2>
              <time dateTime={day}>{date(day)}</time>
            </h2>
            <ul>
              {dossier.moments
                .filter(({ on }) => on.startsWith(day))
                .map((moment) => (
                  <li key={`${moment.what}${JSON.stringify(moment.values)}`}>
                    {moment.link ? (
                      <a href={link(`/dossiers/${dossier.id}/${moment.link}`)}>{words(moment, context)}</a>
                    ) : (
                      words(moment, context)
                    )}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </>,
  );
}

function words({ what, values }: Moment, { reader: { t, named } }: PageContext): string {
  const safe = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(named(value))]));
  return t(what, values.status === undefined ? safe : { ...safe, status: t(`status-${values.status}`) });
}
