/** An editor's dossiers -> the desk: what waits, what is public, and the form that makes a comparison from addresses. */
import type { Desk, Person } from "../desk.js";
import type { PageContext } from "../parts/page.js";
import { shown } from "../parts/shown.js";
import { deskPage } from "./desk-page.js";

type Entries = Awaited<ReturnType<Desk["dossiers"]>>;

export function deskHomePage(context: PageContext, person: Person, entries: Entries): string {
  const { t, instant } = context.reader;
  return deskPage(
    context,
    person,
    { title: t("desk") },
    <>
      <h1>{t("desk")}</h1>
      <section class="panel">
        <h2>{t("new-comparison")}</h2>
        <form method="post" action="/desk/compare/" class="form">
          <label>
            <span>{t("new-title")}</span>
            <input name="title" maxLength={300} />
          </label>
          <label>
            <span>{t("new-addresses")}</span>
            <textarea name="addresses" required rows={3} dir="ltr" placeholder={"https://\nhttps://"} />
          </label>
          <button type="submit" class="primary">
            {t("new-compare")}
          </button>
        </form>
      </section>
      <h2>{t("desk-dossiers")}</h2>
      {entries.length === 0 && <p class="empty">{t("empty-desk")}</p>}
      <ul class="desk-list">
        {entries.map(({ id, title, waiting, isPublic, changed }) => (
          <li key={id}>
            <h3>
              <a href={`/desk/dossiers/${id}/`}>{shown(title)}</a>
            </h3>
            <p class="facts">
              {waiting > 0 ? t("waiting", { count: waiting }) : t("nothing-waits")} ·{" "}
              {t(isPublic ? "is-public" : "is-draft")} · {t("updated-at")} {instant(changed, "UTC")}
            </p>
            <p class="facts">
              <a href={`/desk/dossiers/${id}/write/`}>{t("write")}</a>
              {isPublic && (
                <>
                  {" · "}
                  <a href={`/dossiers/${id}/`}>{t("public-page")}</a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>,
  );
}
